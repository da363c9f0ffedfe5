import { fork } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "../../repository-root.mjs";

/** Items that are sent at once, as many as ours asks for. */
const ITEMS_AT_ONCE = 24;

/**
 * A bare engine (`minisearch` or `fts5`) in a process of its own, as ours is: just as cold, sent the same texts, and timed
 * in the same way. Its library is loaded before the clock starts; ours is not.
 */
export async function startYardstick(name, file) {
  const child = fork(
    join(repositoryRoot, "scripts/bench/search/yardstick-process.mjs"),
    [name, file],
    { serialization: "advanced" },
  );
  const next = (kind) =>
    new Promise((resolve) => {
      const listen = (reply) => {
        if (reply.kind !== kind) return;
        child.off("message", listen);
        resolve(reply);
      };
      child.on("message", listen);
    });
  await next("started");
  return {
    /** Seconds until everything is in. */
    async build(items) {
      const built = next("built");
      const startedAt = performance.now();
      for (let at = 0; at < items.length; at += ITEMS_AT_ONCE) {
        const passages = items
          .slice(at, at + ITEMS_AT_ONCE)
          .flatMap(({ id, title, passages: texts }) =>
            texts.map((text, part) => ({ id: `${id}#${part}`, title, text })),
          );
        child.send({ kind: "add", passages });
      }
      child.send({ kind: "all" });
      await built;
      return (performance.now() - startedAt) / 1_000;
    },
    /** Milliseconds of one answer, inside the process. `as`: `whole` words, or the last one cut short as it is `typed`. */
    async ask(as, text) {
      const answer = next("answer");
      child.send({ kind: "ask", as, text });
      return (await answer).ms;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
    },
  };
}
