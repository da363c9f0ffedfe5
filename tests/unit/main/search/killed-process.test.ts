import type { HitList, IndexState } from "#domain/search/hit";
import type {
  SearchDocument,
  SearchMessage,
  SearchReply,
} from "#main/search/protocol";
import { fork } from "node:child_process";
import { expect, test } from "vitest";
import { useBuilt } from "../../built-cli";
import { useTemporaryFolder } from "../../temporary-folder";
import { itemOf } from "./engine-of";

const script = useBuilt({
  "search-process": "src-main/search/search-process.ts",
});
const folder = useTemporaryFolder();

const PASSAGES = 4_000;
const documents = Array.from({ length: PASSAGES }, (_, index) =>
  itemOf(`i${index}`, `silence number${index} ${"filler ".repeat(60)}`),
);

/** The search process with a main that gives what it wants. */
function start(file: string, library: readonly SearchDocument[]) {
  const byKey = new Map(library.map((each) => [each.key, each]));
  const child = fork(script("search-process"), { serialization: "advanced" });
  const send = (message: SearchMessage) => child.send(message);
  const states: IndexState[] = [];
  const waiting: {
    is: (state: IndexState) => boolean;
    done: (state: IndexState) => void;
  }[] = [];
  let answered: (hits: HitList) => void = () => undefined;
  let wanted = 0;
  child.on("message", (reply: SearchReply) => {
    if (reply.kind === "want" && child.connected) {
      wanted += reply.keys.length;
      send({
        kind: "put",
        documents: reply.keys.flatMap((key) => byKey.get(key) ?? []),
      });
    }
    if (reply.kind === "state") {
      states.push(reply.index);
      for (const { is, done } of waiting)
        if (is(reply.index)) done(reply.index);
    }
    if (reply.kind === "answer") answered(reply.answer as HitList);
  });
  send({ kind: "open", file });
  send({
    kind: "tell",
    documents: library.map(({ key, fingerprint }) => ({ key, fingerprint })),
  });
  send({ kind: "told" });
  return {
    wanted: () => wanted,
    until: (is: (state: IndexState) => boolean) =>
      new Promise<IndexState>((done) => waiting.push({ is, done })),
    ask: (text: string) =>
      new Promise<HitList>((resolve) => {
        answered = resolve;
        const request = { text, limit: 5 };
        send({ kind: "ask", id: 0, question: { ask: "query", request } });
      }),
    kill: () =>
      new Promise((resolve) => {
        child.once("exit", resolve);
        child.kill("SIGKILL");
      }),
  };
}

test("killed again and again while it builds, it goes on where it was, without a stale lock or a damaged index", async () => {
  const file = folder("index.sqlite3");
  for (const share of [0.1, 0.25, 0.4, 0.55, 0.7]) {
    const process = start(file, documents);
    const { rebuilt } = await process.until(
      ({ done, state }) => done >= PASSAGES * share || state === "ready",
    );
    await process.kill();
    expect(rebuilt === undefined || rebuilt === "absent", String(rebuilt)).toBe(
      true,
    );
  }
  const process = start(file, documents);
  const ready = await process.until(({ state }) => state === "ready");
  expect(ready.rebuilt).toBeUndefined();
  // At the fifth kill two thirds were written but for what was not committed.
  expect(process.wanted()).toBeLessThan(PASSAGES * 0.65);
  for (const number of [0, 1_234, PASSAGES - 1]) {
    const { groups } = await process.ask(`number${number} `);
    expect(groups.map(({ id }) => id)).toEqual([`i${number}`]);
  }
  expect((await process.ask("silence ")).total).toBe(PASSAGES);
  await process.kill();
});
