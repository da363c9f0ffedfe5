// A reading process that does to its host what a hostile file could make ours do: the file's name says what.
import { basename } from "node:path";

const facts = {
  format: "text",
  readerVersion: 1,
  metadata: { title: "Read", creators: [], tags: [] },
  words: 1,
  blocks: 1,
  textHash: "0".repeat(64),
  warnings: [],
  resources: [],
};

const held = [];
const ways = {
  fine: (id) => process.send({ kind: "done", id, facts }),
  pid: (id) =>
    process.send({
      kind: "done",
      id,
      facts: { ...facts, words: process.pid },
    }),
  hang: () => {
    for (;;);
  },
  silent: () => undefined,
  crash: () => process.kill(process.pid, "SIGSEGV"),
  exit: () => process.exit(0),
  grow: () => setInterval(() => held.push(Buffer.alloc(8 * 1024 * 1024, 1)), 1),
  fat: (id) => {
    held.push(Buffer.alloc(64 * 1024 * 1024, 1));
    process.send({ kind: "done", id, facts: { ...facts, words: process.pid } });
  },
  endless: (id) =>
    setInterval(() => process.send({ kind: "progress", id, share: 0.5 }), 5),
  lie: (id) => {
    process.send({
      kind: "done",
      id,
      facts: { ...facts, textHash: "../../x" },
    });
    process.send({ kind: "done", id: id + 1, facts });
    process.send("nonsense");
  },
};

process.on("message", ({ id, job }) => ways[basename(job.path)](id));
process.on("disconnect", () => process.exit(0));
