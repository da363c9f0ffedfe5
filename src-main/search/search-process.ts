import { giveBackMemory } from "../give-back-memory";
import { SearchEngine } from "./search-engine";
import type { SearchMessage, SearchReply } from "./protocol";
import { readSearchText } from "./read-search-text";
import { TextIntake } from "./text-intake";

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

let engine: SearchEngine | undefined;
const intake = new TextIntake((text) => {
  if (engine?.putText(text, readSearchText) === false)
    reply({ kind: "text-missing", id: text.id });
});

function receive(message: SearchMessage): void {
  switch (message.kind) {
    case "load": {
      const startedAt = performance.now();
      engine?.close();
      engine = new SearchEngine(message.file);
      engine.load(message.source);
      return reply({
        kind: "loaded",
        ms: performance.now() - startedAt,
        rebuilt: engine.wasRebuilt,
      });
    }
    case "put-note":
      return engine?.putNote(message.note);
    case "remove-note":
      return engine?.removeNote(message.id);
    case "put-texts":
      return intake.add(message.texts);
    case "remove-text":
      intake.drop(message.id);
      return engine?.removeText(message.id);
    case "texts-told":
      return intake.onceDone(() => {
        engine?.forgetOtherTexts();
        giveBackMemory();
      });
    case "query":
      return answer(message);
  }
}

function answer({
  id,
  request,
}: Extract<SearchMessage, { kind: "query" }>): void {
  if (!engine)
    return reply({ kind: "failed", id, detail: "the index is not loaded" });
  try {
    reply({ kind: "hits", id, hits: engine.query(request) });
  } catch (error) {
    reply({
      kind: "failed",
      id,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

if (parentPort) parentPort.on("message", ({ data }) => receive(data));
else process.on("message", (message) => receive(message as SearchMessage));
