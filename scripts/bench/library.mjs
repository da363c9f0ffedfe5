import { join } from "node:path";
import { repositoryRoot } from "../repository-root.mjs";
import { generateLibrary } from "./generate-library.mjs";
import { percentile, plainRow, withWindows } from "./in-window.mjs";
import { EVERY_MS, longestTask } from "./main-tasks.mjs";
import { scrollList } from "./scroll-list.mjs";
import { longestThreadTask } from "./thread-tasks.mjs";

const COUNT = Number(process.env.AIDE_BENCH_ITEMS ?? 100_000);
const SIZE = COUNT >= 1_000 ? `${COUNT / 1_000}k` : String(COUNT);
const RUNS = 3;
const PROBE = join(repositoryRoot, "scripts", "bench", "longest-task.cjs");
const FRAMES = 240;
const VIEWS = { table: "grid", shelf: "listbox" };
const ORDERS = ["order", "title", "creator", "date", "words", "added"];
const FILTERS = [
  {},
  { text: "treaty" },
  { text: "unal secur" },
  { kinds: ["cable"], fromYear: 1950 },
  { tags: ["war"], languages: ["en"] },
  { readState: "unread", hasNotes: false },
];

/**
 * The catalogue of a large library in the real program, beside an empty library: from its start until the whole list can
 * be asked for, how long a list takes, a list after an edit, and for how long main is held up at most meanwhile. Last, how
 * long the window's thread works at a time while the table and the shelf are scrolled.
 */
export async function benchLibrary({ log }) {
  return withWindows(log, (full) =>
    withWindows(log, async (bare) => {
      const [large, empty] = [full, bare].map((program) => ({
        ...program,
        tasks: join(program.home, "tasks.jsonl"),
      }));
      log(`writing ${COUNT} items`);
      await generateLibrary(
        { library: large.library, data: join(large.home, "data") },
        COUNT,
      );
      log("the first opening reads them all");
      const first = await openWhole(large, COUNT);
      await first.app.close();
      const firstTask = await longestTask(large.tasks, 0, first.openedAt);
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) {
        const one = await runOnce(large, empty);
        runs.push(one);
        log(`run ${run + 1} of ${RUNS}: open after ${Math.round(one.ms)} ms`);
      }
      const scrolled = await scrollViews(large, log);
      return [...rowsOf(first.ms, firstTask, runs), ...scrolled];
    }),
  );
}

async function runOnce(large, empty) {
  const beganAt = Date.now();
  const yardstick = await openWhole(empty, 0);
  await yardstick.app.close();
  const startedAt = Date.now();
  const { app, page, ms, openedAt } = await openWhole(large, COUNT);
  const queries = await page.evaluate(queryTimes, [ORDERS, FILTERS]);
  const edits = await page.evaluate(editTimes);
  await app.close();
  return {
    ms,
    openTask: await longestTask(large.tasks, startedAt, openedAt),
    useTask: await longestTask(large.tasks, openedAt + EVERY_MS, Date.now()),
    queries,
    edits,
    empty: {
      ms: yardstick.ms,
      task: await longestTask(empty.tasks, beganAt, yardstick.openedAt),
    },
  };
}

async function scrollViews(large, log) {
  const { app, page } = await openWhole(large, COUNT);
  const rows = [];
  for (const [view, role] of Object.entries(VIEWS)) {
    const list = page.locator(`[data-testid=item-list][role=${role}]`);
    if ((await list.count()) === 0)
      await page.getByRole("button", { name: `Show as ${view}` }).click();
    await list.waitFor();
    const { worked, took } = await longestThreadTask(app, () =>
      page.evaluate(scrollList, FRAMES),
    );
    log(`${view}: ${worked.toFixed(1)} ms of work in ${took.toFixed(1)} ms`);
    rows.push(plainRow(`scroll-${view}-${SIZE}`, "ms", [worked], 1, 50));
  }
  await app.close();
  return rows;
}

function rowsOf(firstMs, firstTask, runs) {
  const all = (pick) => runs.flatMap(pick);
  const besideEmpty = (row, pick) => ({
    ...row,
    yardstick: {
      name: "empty library",
      value: Math.round(percentile(all(pick), 0.5)),
    },
  });
  return [
    plainRow(`first-open-${SIZE}`, "ms", [firstMs], 0.5, 120_000),
    besideEmpty(
      plainRow(
        `open-${SIZE}`,
        "ms",
        all((run) => run.ms),
        0.5,
        3_000,
      ),
      (run) => run.empty.ms,
    ),
    plainRow(
      `query-${SIZE}-p50`,
      "ms",
      all((run) => run.queries),
      0.5,
      50,
    ),
    plainRow(
      `query-${SIZE}-p95`,
      "ms",
      all((run) => run.queries),
      0.95,
      100,
    ),
    plainRow(
      `edit-and-list-${SIZE}-p95`,
      "ms",
      all((run) => run.edits),
      0.95,
      100,
    ),
    besideEmpty(
      plainRow(`longest-task-first-open-${SIZE}`, "ms", [firstTask], 1, 100),
      (run) => run.empty.task,
    ),
    besideEmpty(
      plainRow(
        `longest-task-open-${SIZE}`,
        "ms",
        all((run) => run.openTask),
        0.5,
        100,
      ),
      (run) => run.empty.task,
    ),
    plainRow(
      `longest-task-use-${SIZE}`,
      "ms",
      all((run) => run.useTask),
      1,
      100,
    ),
  ];
}

async function openWhole({ tasks, open }, items) {
  const startedAt = performance.now();
  const { app, page } = await open(["-r", PROBE], { AIDE_BENCH_TASKS: tasks });
  await page.evaluate(async (count) => {
    const filter = {};
    const sort = { by: "order", isDescending: false };
    for (;;) {
      const reply = await window.aide.request("library/query", {
        filter,
        sort,
        from: 0,
        count: 100,
      });
      if (reply.ok && reply.value.total >= count) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, items);
  const ms = performance.now() - startedAt;
  return { app, page, ms, openedAt: Date.now() };
}

/** In the page: every order up and down with every filter, in an order that makes each at least once for the first time. */
async function queryTimes([orders, filters]) {
  const times = [];
  for (const filter of filters)
    for (const by of orders)
      for (const isDescending of [false, true]) {
        const startedAt = performance.now();
        await window.aide.request("library/query", {
          filter,
          sort: { by, isDescending },
          from: 1_000,
          count: 100,
        });
        times.push(performance.now() - startedAt);
      }
  return times;
}

/** In the page: an edit of one item and the list anew, with its overview. */
async function editTimes() {
  const times = [];
  const sort = { by: "title", isDescending: false };
  const list = { filter: {}, sort, from: 0, count: 100 };
  const listed = await window.aide.request("library/query", list);
  for (const { id } of listed.value.rows.slice(0, 20)) {
    const startedAt = performance.now();
    await window.aide.request("library/edit", {
      patches: [{ id, changes: { title: `Edited ${times.length}` } }],
    });
    await window.aide.request("library/query", list);
    await window.aide.request("library/overview", {});
    times.push(performance.now() - startedAt);
  }
  return times;
}
