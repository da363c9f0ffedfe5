import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { percentile } from "../in-window.mjs";
import { memoryOf } from "../memory-of.mjs";
import { makeItems, makeQueries } from "./make-passages.mjs";
import { documentOf, startOurs } from "./our-process.mjs";
import { startYardstick } from "./yardsticks.mjs";

const QUERIES = 300;
const OPENINGS = 5;
const ADDED = 20;
/** Passages that are built in one measurement: what is soon built is built several times, each time in new processes. */
const BUILT = 20_000;
const MOST_RUNS = 7;

/** Everything that is measured without a window, on so many passages, beside minisearch and FTS5 with the text in the table. */
export async function benchAtSize(passages, log) {
  const items = makeItems(passages);
  const input = {
    items,
    documents: items.map(documentOf),
    queries: makeQueries(items, QUERIES),
  };
  const runs = Math.max(1, Math.min(MOST_RUNS, Math.floor(BUILT / passages)));
  const measured = [];
  for (let run = 1; run <= runs; run += 1) {
    log(`${passages} passages: run ${run} of ${runs}`);
    measured.push(await measure(input));
  }
  const median = (value) => percentile(measured.map(value), 0.5);
  const at = (name) => `${name}@${passages}`;
  const three = (name, unit, value, count, goal) =>
    beside(
      at(name),
      unit,
      median((each) => value(each).ours),
      median((each) => value(each).mini),
      median((each) => value(each).fts),
      count,
      goal,
    );
  return [
    three("build", "s", ({ seconds }) => seconds, runs, 1),
    plain(
      at("open"),
      "ms",
      median(({ open }) => open),
      OPENINGS * runs,
      150,
    ),
    three("word-p95", "ms", ({ whole }) => whole, QUERIES * runs, 1),
    three("prefix-p95", "ms", ({ typed }) => typed, QUERIES * runs, 0.25),
    plain(
      at("hits-p95"),
      "ms",
      median(({ shown }) => shown),
      2 * QUERIES * runs,
      30,
    ),
    plain(
      at("memory"),
      "MB",
      median(({ memory }) => memory),
      runs,
      200,
    ),
    plain(
      at("add-p95"),
      "ms",
      median(({ added }) => added),
      ADDED * runs,
      30,
    ),
  ];
}

/** One of each, new and cold. */
async function measure({ items, documents, queries }) {
  const folder = await mkdtemp(join(tmpdir(), "aide-memoire-bench-"));
  const file = join(folder, "index.sqlite3");
  const ours = await startOurs(file, documents);
  const startedAt = performance.now();
  await ours.tell();
  const seconds = (performance.now() - startedAt) / 1_000;
  const mini = await startYardstick("minisearch", "");
  const miniSeconds = await mini.build(items);
  const fts = await startYardstick("fts5", join(folder, "fts5.sqlite3"));
  const ftsSeconds = await fts.build(items);
  const times = await answerTimes(queries, ours, mini, fts);
  const memory = (await memoryOf(ours.pid)) / 1_024;
  const added = await addTimes(ours);
  await ours.stop();
  await mini.stop();
  await fts.stop();
  const opened = [];
  for (let run = 0; run < OPENINGS; run += 1)
    opened.push(await openTime(file, queries[run].whole));
  await rm(folder, { recursive: true });
  const p95 = (values) => percentile(values, 0.95);
  const allP95 = ({ ours, mini, fts }) => ({
    ours: p95(ours),
    mini: p95(mini),
    fts: p95(fts),
  });
  return {
    seconds: { ours: seconds, mini: miniSeconds, fts: ftsSeconds },
    open: percentile(opened, 0.5),
    whole: allP95(times.whole),
    typed: allP95(times.typed),
    shown: p95([...times.whole.shown, ...times.typed.shown]),
    memory,
    added: p95(added),
  };
}

/**
 * Finding and ranking, as minisearch does it: ids with scores (FTS5: with snippets). Ours besides until names, groups,
 * snippets and marks of the first ten are there. One after another, query by query.
 */
async function answerTimes(queries, ours, mini, fts) {
  const times = {
    whole: { ours: [], shown: [], mini: [], fts: [] },
    typed: { ours: [], shown: [], mini: [], fts: [] },
  };
  for (const [kind, ending] of [
    ["whole", " "],
    ["typed", ""],
  ])
    for (const query of queries) {
      const text = query[kind];
      const { ms, findMs } = await ours.ask(text + ending);
      times[kind].ours.push(findMs);
      times[kind].shown.push(ms);
      times[kind].mini.push(await mini.ask(kind, text));
      times[kind].fts.push(await fts.ask(kind, text));
    }
  return times;
}

/** From the saving of one passage until it is found. */
async function addTimes(ours) {
  const times = [];
  for (let run = 0; run < ADDED; run += 1) {
    const word = `zymurgy${"abcdefghijklmnopqrst"[run]}`;
    const passage = `A passage about ${word} and nothing else. `.repeat(30);
    const startedAt = performance.now();
    ours.put(documentOf({ id: word, title: "Added", passages: [passage] }));
    while ((await ours.ask(`${word} `)).total === 0);
    times.push(performance.now() - startedAt);
    await ours.settled();
  }
  return times;
}

/** In a process that is up and has opened nothing yet: from the question to its first hits. */
async function openTime(file, text) {
  const ours = await startOurs(file, []);
  const startedAt = performance.now();
  await ours.ask(`${text} `);
  const ms = performance.now() - startedAt;
  await ours.stop();
  return ms;
}

const rounded = (value) => Math.round(value * 100) / 100;

function plain(name, unit, value, runs, goal) {
  return { name, unit, ours: rounded(value), runs, goal, ok: value <= goal };
}

function beside(name, unit, ours, mini, fts, runs, goal) {
  const ratio = Math.round((ours / mini) * 1_000) / 1_000;
  return {
    name,
    unit,
    ours: rounded(ours),
    yardstick: { name: "minisearch", value: rounded(mini) },
    fts5: rounded(fts),
    ratio,
    runs,
    goal,
    ok: ratio <= goal,
  };
}
