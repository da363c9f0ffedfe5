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
/** Longer than a process takes to start on a machine that does much else. */
const LONG_MS = 100_000;

/** A client, the processes that it started, and how many of them have ended. */
interface Started {
  readonly client: ParserClient;
  readonly ports: ParserPort[];
  ended: number;
}
let started: Started;
const clients: ParserClient[] = [];

afterEach(() => clients.splice(0).forEach((client) => client.close()));

function start(limits: Partial<ParserLimits> = {}): Started {
  const ports: ParserPort[] = [];
  const client = new ParserClient({
    limits: { withoutProgressMs: LONG_MS, inAllMs: LONG_MS, ...limits },
    start: () => {
      const port = forkParser(SCRIPT);
      port.onExit(() => (here.ended += 1));
      ports.push(port);
      return port;
    },
  });
  const here: Started = { client, ports, ended: 0 };
  clients.push(client);
  started = here;
  return here;
}

const read = (way: string, options?: ReadOptions, { client } = started) =>
  client.read({ path: way, hints: {}, output: "" }, options);

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

/** What another reader needs to start and read its file must lie within it too. */
const LIMIT_MS = 8_000;

test("a reader that hangs, says nothing, never ends, or says what is beside the protocol is ended from outside, and the next file is read by another", async () => {
  const ways = {
    hang: { withoutProgressMs: LIMIT_MS },
    silent: { withoutProgressMs: LIMIT_MS },
    endless: { inAllMs: LIMIT_MS },
    // What it says for another file is not believed either.
    lie: { withoutProgressMs: LIMIT_MS },
  };
  const ends = Object.entries(ways).map(async ([way, limits]) => {
    const here = start(limits);
    expect([way, await read(way, {}, here)]).toMatchObject([
      way,
      { state: "refused", failure: { code: "read-timeout" } },
    ]);
    expect([way, await read("fine", {}, here)]).toMatchObject([
      way,
      { state: "read" },
    ]);
    expect(here.ports).toHaveLength(2);
    await expect.poll(() => here.ended).toBe(1);
  });
  await Promise.all(ends);
});

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
  start();
  const outcome = read("hang");
  await expect.poll(() => started.ports.length).toBe(1);
  started.client.close();
  expect(await outcome).toEqual({ state: "cancelled" });
  expect(await read("fine")).toEqual({ state: "cancelled" });
  await expect.poll(() => started.ended).toBe(1);
});
