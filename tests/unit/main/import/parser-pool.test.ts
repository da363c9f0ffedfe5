import type { ParserPort } from "#main/import/parser-client";
import { ParserPool } from "#main/import/parser-pool";
import type { ReadMessage } from "#main/import/protocol";
import { expect, test } from "vitest";

/** Processes that answer when they are told to. */
class Processes {
  readonly started: { answer(): void; readonly asked: string[] }[] = [];

  start = (): ParserPort => {
    const asked: string[] = [];
    const waiting: ReadMessage[] = [];
    let listener: (reply: unknown) => void = () => undefined;
    this.started.push({
      asked,
      answer: () => {
        const failure = { code: "no-text", detail: "" };
        for (const { id } of waiting.splice(0))
          listener({ kind: "refused", id, failure });
      },
    });
    return {
      send: (message) => {
        asked.push(message.job.path);
        waiting.push(message);
      },
      onReply: (listen) => {
        listener = listen;
      },
      onExit: () => undefined,
      kill: () => undefined,
      resident: () => undefined,
    };
  };

  get asked(): string[][] {
    return this.started.map(({ asked }) => asked);
  }
}

const job = (path: string) => ({ path, hints: {}, output: "" });

test("files are read side by side, each by the first process that is free, and none waits behind one that hangs", async () => {
  const processes = new Processes();
  const pool = new ParserPool({ start: processes.start }, 2);
  const reads = ["hangs", "b", "c", "d"].map((path) => pool.read(job(path)));
  for (const asked of [["b"], ["b", "c"], ["b", "c", "d"]]) {
    await expect.poll(() => processes.asked).toEqual([["hangs"], asked]);
    processes.started[1]?.answer();
  }
  expect(await Promise.all(reads.slice(1))).toHaveLength(3);
  processes.started[0]?.answer();
  expect(await reads[0]).toMatchObject({ state: "refused" });
  pool.close();
});

test("what waits for a process is cancelled when the pool is closed", async () => {
  const processes = new Processes();
  const pool = new ParserPool({ start: processes.start }, 1);
  const reads = ["a", "b"].map((path) => pool.read(job(path)));
  await expect.poll(() => processes.asked).toEqual([["a"]]);
  pool.close();
  const cancelled = { state: "cancelled" };
  expect(await Promise.all(reads)).toEqual([cancelled, cancelled]);
  expect(processes.asked).toEqual([["a"]]);
});

test("one file after another needs one process", async () => {
  const processes = new Processes();
  const pool = new ParserPool({ start: processes.start }, 2);
  for (const path of ["a", "b"]) {
    const read = pool.read(job(path));
    await expect.poll(() => processes.asked.flat()).toContain(path);
    processes.started[0]?.answer();
    await read;
  }
  expect(processes.asked).toEqual([["a", "b"]]);
  pool.close();
});
