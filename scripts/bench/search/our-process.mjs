import { fork } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "../../repository-root.mjs";

/** The program's search process as a child of Node, with a main that gives it what it asks for. */
export async function startOurs(file, documents) {
  const library = new Map(documents.map((each) => [each.key, each]));
  const child = fork(join(repositoryRoot, "out/main/search-process.js"), {
    serialization: "advanced",
    execArgv: ["--max-semi-space-size=1", "--lazy-feedback-allocation"],
  });
  const answers = new Map();
  let state = { state: "starting" };
  /** Told once the index is in order. */
  let onReady = () => undefined;
  let onOpened = () => undefined;
  let lastId = 0;
  child.on("message", (reply) => {
    if (reply.kind === "opened") onOpened();
    if (reply.kind === "want")
      child.send({
        kind: "put",
        documents: reply.keys.map((key) => library.get(key)),
      });
    if (reply.kind === "state") state = reply.index;
    if (reply.kind === "state" && state.state === "ready") onReady();
    if (reply.kind === "failed") throw new Error(reply.detail);
    if (reply.kind === "answer") answers.get(reply.id)?.(reply.answer);
  });
  const opened = new Promise((resolve) => (onOpened = resolve));
  child.send({ kind: "open", file });
  await opened;
  return {
    pid: child.pid,
    async tell() {
      const told = documents.map(({ key, fingerprint }) => ({
        key,
        fingerprint,
      }));
      const ready = new Promise((resolve) => (onReady = resolve));
      child.send({ kind: "tell", documents: told });
      child.send({ kind: "told" });
      await ready;
    },
    settled: () =>
      state.state === "ready"
        ? undefined
        : new Promise((resolve) => (onReady = resolve)),
    put(document) {
      state = { state: "building" };
      child.send({ kind: "put", documents: [document] });
    },
    ask(text, limit = 10, any = false) {
      const id = (lastId += 1);
      const request = { text, limit, any };
      const answer = new Promise((resolve) => answers.set(id, resolve));
      child.send({ kind: "ask", id, question: { ask: "query", request } });
      return answer;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
    },
  };
}

/** An item of the benchmark as main gives it to the search process. */
export function documentOf({ id, title, passages }) {
  let text = "";
  const blocks = passages.map((passage) => {
    const start = text.length;
    text += `${passage}\n\n`;
    return { kind: "paragraph", start, end: start + passage.length, marks: [] };
  });
  return {
    key: `item/${id}`,
    fingerprint: id,
    kind: "passage",
    id,
    itemId: id,
    title,
    tags: [],
    language: "en",
    text: { form: "structured", structured: { version: 1, text, blocks } },
  };
}
