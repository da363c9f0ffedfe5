import { forkParser } from "#main/import/fork-parser";
import {
  ParserClient,
  type ParserPort,
  type ReadOptions,
} from "#main/import/parser-client";
import type { ParserLimits } from "#main/import/watch-job";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";

const SCRIPT = join(import.meta.dirname, "wrong-reader.mjs");
let client: ParserClient | undefined;
/** The processes that a test started, and how many have ended. */
let started = { ports: [] as ParserPort[], ended: 0 };

afterEach(() => client?.close());

function start(limits: Partial<ParserLimits> = {}): ParserClient {
  const here = { ports: [] as ParserPort[], ended: 0 };
  started = here;
  client = new ParserClient({
    limits: { withoutProgressMs: 3_000, inAllMs: 6_000, ...limits },
    start: () => {
      const port = forkParser(SCRIPT);
      port.onExit(() => (here.ended += 1));
      here.ports.push(port);
      return port;
    },
  });
  return client;
}

const read = (way: string, options?: ReadOptions) =>
  (client as ParserClient).read({ path: way, hints: {}, output: "" }, options);

/** The reading process's id, told by itself. */
async function pidOf(way = "pid"): Promise<number> {
  const outcome = await read(way);
  return outcome.state === "read" ? outcome.facts.words : 0;
}

test("one process reads file after file, one at a time", async () => {
  start();
  const pids = await Promise.all([pidOf(), pidOf(), pidOf()]);
  expect(new Set(pids).size).toBe(1);
  expect(started.ports).toHaveLength(1);
});

test.each([
  ["hang", { withoutProgressMs: 2_500 }],
  ["silent", { withoutProgressMs: 2_500 }],
  ["endless", { inAllMs: 2_500 }],
])(
  "a reader that is %s is ended from outside, and the next file is read by another",
  async (way, limits) => {
    start(limits);
    expect(await read(way)).toMatchObject({
      state: "refused",
      failure: { code: "read-timeout" },
    });
    expect(await read("fine")).toMatchObject({ state: "read" });
    expect(started.ports).toHaveLength(2);
    await expect.poll(() => started.ended).toBe(1);
  },
);

test.skipIf(process.platform !== "linux")(
  "a reader that eats memory is ended before it has much more than it may",
  async () => {
    start({ residentBytes: 150 * 1024 * 1024, pollMs: 20 });
    expect(await read("grow")).toMatchObject({
      state: "refused",
      failure: { code: "read-memory" },
    });
    await expect.poll(() => started.ended).toBe(1);
    expect(await read("fine")).toMatchObject({ state: "read" });
  },
);

test.skipIf(process.platform !== "linux")(
  "a process that has grown is not used again",
  async () => {
    start({ restBytes: 90 * 1024 * 1024 });
    const first = await pidOf("fat");
    await expect.poll(() => started.ended).toBe(1);
    expect(await pidOf()).not.toBe(first);
  },
);

test.each(["crash", "exit"])(
  "a reader that ends itself by %s refuses its file and nothing else",
  async (way) => {
    start();
    const [first, second] = await Promise.all([read(way), read("fine")]);
    expect(first).toMatchObject({
      state: "refused",
      failure: { code: "reader-crashed" },
    });
    expect(second).toMatchObject({ state: "read" });
  },
);

test("what a reader says beside the protocol, or for another file, is not believed", async () => {
  start({ withoutProgressMs: 2_500 });
  expect(await read("lie")).toMatchObject({ state: "refused" });
  expect(await read("fine")).toMatchObject({ state: "read" });
});

test("progress is passed on", async () => {
  const shares: number[] = [];
  const stop = new AbortController();
  start();
  const outcome = read("endless", {
    signal: stop.signal,
    onProgress: (share) => {
      shares.push(share);
      if (shares.length === 3) stop.abort();
    },
  });
  expect(await outcome).toEqual({ state: "cancelled" });
  expect(shares).toEqual([0.5, 0.5, 0.5]);
});

test("what is cancelled ends at once, also while it waits", async () => {
  const stop = new AbortController();
  start();
  const outcomes = [
    read("hang", { signal: stop.signal }),
    read("fine", { signal: stop.signal }),
  ];
  stop.abort();
  expect(await Promise.all(outcomes)).toEqual([
    { state: "cancelled" },
    { state: "cancelled" },
  ]);
  expect(await read("fine")).toMatchObject({ state: "read" });
});

test("a process without work is put away, and started again when there is some", async () => {
  start({ idleMs: 30 });
  const first = await pidOf();
  await expect.poll(() => started.ended).toBe(1);
  expect(await pidOf()).not.toBe(first);
});

test("closing ends the process and what it reads", async () => {
  const outcome = start().read({ path: "hang", hints: {}, output: "" });
  await expect.poll(() => started.ports.length).toBe(1);
  client?.close();
  expect(await outcome).toEqual({ state: "cancelled" });
  expect(await read("fine")).toEqual({ state: "cancelled" });
  await expect.poll(() => started.ended).toBe(1);
});
