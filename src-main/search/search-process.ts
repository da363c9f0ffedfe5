import { keepSqliteAsCompiled } from "./index/keep-sqlite-as-compiled";
import { IndexKeeper } from "./index-keeper";
import type { SearchMessage, SearchReply } from "./protocol";
import { setInMotion } from "./set-in-motion";

/** Electron's utility process gives a port to its parent; a plain Node child has `process.send`. */
interface ParentPort {
  on(
    event: "message",
    listener: (event: { data: SearchMessage }) => void,
  ): void;
  postMessage(reply: SearchReply): void;
}

const parentPort = (process as unknown as { parentPort?: ParentPort })
  .parentPort;
const reply = (message: SearchReply): void => {
  if (parentPort) parentPort.postMessage(message);
  else process.send?.(message);
};

keepSqliteAsCompiled();
// Whoever asks is told why it could not be loaded.
await setInMotion().catch(() => undefined);

let keeper: IndexKeeper | undefined;

function receive(message: SearchMessage): void {
  if (message.kind === "open") {
    keeper = new IndexKeeper(message.file, reply);
    reply({ kind: "opened" });
    return;
  }
  if (!keeper) throw new Error(`${message.kind} before the index is opened`);
  switch (message.kind) {
    case "names":
      return keeper.know(message.names);
    case "tell":
      return keeper.tell(message.documents);
    case "told":
      return void keeper.told();
    case "tell-part":
      return void keeper.tellPart(message.under, message.documents);
    case "put":
      return keeper.put(message.documents, message.absent ?? []);
    case "remove":
      return keeper.remove([message.key]);
    case "pause":
      return keeper.pause();
    case "resume":
      return keeper.resume();
    case "rebuild":
      return keeper.rebuild();
    case "expect-question":
      return keeper.expectQuestion();
    case "ask":
      return void answer(keeper, message);
  }
}

async function answer(
  from: IndexKeeper,
  { id, question }: Extract<SearchMessage, { kind: "ask" }>,
): Promise<void> {
  try {
    reply({ kind: "answer", id, answer: await from.answer(question) });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    reply({ kind: "failed", id, detail });
  }
}

if (parentPort) parentPort.on("message", ({ data }) => receive(data));
else process.on("message", (message) => receive(message as SearchMessage));
