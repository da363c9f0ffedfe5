import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { percentile } from "../in-window.mjs";
import { memoryOf } from "../memory-of.mjs";
import { makeItems, makeQueries } from "./make-passages.mjs";
import { documentOf, startOurs } from "./our-process.mjs";
import { buildFts5, buildMiniSearch } from "./yardsticks.mjs";

const QUERIES = 300;
const OPENINGS = 5;
const ADDED = 20;

/** Everything that is measured without a window, on so many passages, beside minisearch and FTS5 with the text in the table. */
export async function benchAtSize(passages, log) {
  const folder = await mkdtemp(join(tmpdir(), "aide-memoire-bench-"));
  const file = join(folder, "index.sqlite3");
  const items = makeItems(passages);
  const queries = makeQueries(items, QUERIES);
  const documents = items.map(documentOf);
  log(`${passages} passages: building ours`);
  const ours = await startOurs(file, documents);
  const startedAt = performance.now();
  await ours.tell();
  const seconds = (performance.now() - startedAt) / 1_000;
  log(`${passages} passages: building minisearch and FTS5`);
  const mini = buildMiniSearch(items);
  const fts = buildFts5(items, join(folder, "fts5.sqlite3"));
  const times = await answerTimes(queries, ours, mini, fts);
  const memory = (await memoryOf(ours.pid)) / 1_024;
  const added = await addTimes(ours);
  await ours.stop();
  fts.close();
  const opened = [];
  for (let run = 0; run < OPENINGS; run += 1)
    opened.push(await openTime(file, queries[run].whole));
  await rm(folder, { recursive: true });
  const at = (name) => `${name}@${passages}`;
  const p95 = (values) => percentile(values, 0.95);
  return [
    beside(at("build"), "s", seconds, mini.seconds, fts.seconds, 1, 1),
    plain(at("open"), "ms", percentile(opened, 0.5), OPENINGS, 150),
    beside(
      at("word-p95"),
      "ms",
      p95(times.whole.ours),
      p95(times.whole.mini),
      p95(times.whole.fts),
      QUERIES,
      1,
    ),
    beside(
      at("prefix-p95"),
      "ms",
      p95(times.typed.ours),
      p95(times.typed.mini),
      p95(times.typed.fts),
      QUERIES,
      0.25,
    ),
    plain(
      at("hits-p95"),
      "ms",
      p95([...times.whole.shown, ...times.typed.shown]),
      2 * QUERIES,
      30,
    ),
    plain(at("memory"), "MB", memory, 1, 200),
    plain(at("add-p95"), "ms", p95(added), ADDED, 30),
  ];
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
      times[kind].mini.push(timeOf(() => mini[kind](text)));
      times[kind].fts.push(timeOf(() => fts[kind](text)));
    }
  return times;
}

function timeOf(task) {
  const startedAt = performance.now();
  task();
  return performance.now() - startedAt;
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
