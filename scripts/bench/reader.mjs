import { join } from "node:path";
import { repositoryRoot } from "../repository-root.mjs";
import { plainRow, withWindows } from "./in-window.mjs";
import { longestTask } from "./main-tasks.mjs";
import { memoryOf } from "./memory-of.mjs";
import { firstText, longestTaskWhileScrolling } from "./in-reader.mjs";
import { chooseBook, importBook, settle } from "./read-book.mjs";
import { findRow } from "./reader-find.mjs";
import { highlightRows } from "./reader-highlights.mjs";

const WORDS = Number(process.env.AIDE_BENCH_WORDS ?? 600_000);
const RUNS = 3;
const PROBE = join(repositoryRoot, "scripts", "bench", "longest-task.cjs");

/**
 * A long book in the real program: from the click to its first text, the longest task while it is scrolled from its
 * start to its end, the memory it takes beside the library screen, a find, and opening it with 5,000 highlights.
 * @param {{log: (line: string) => void}} options
 */
export async function benchReader({ log }) {
  return withWindows(log, async (program) => {
    log(`importing two books of ${WORDS} words`);
    const id = await importBook(program, { name: "Plain", words: WORDS });
    const marked = await importBook(program, { name: "Marked", words: WORDS });
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) {
      runs.push(await readOnce(program, id));
      log(`run ${run + 1} of ${RUNS}: ${JSON.stringify(runs.at(-1))}`);
    }
    const all = (pick) => runs.map(pick);
    return [
      plainRow(
        "first-text",
        "ms",
        all((run) => run.firstText),
        0.5,
        400,
      ),
      plainRow(
        "longest-task",
        "ms",
        all((run) => run.gap),
        0.5,
        50,
      ),
      plainRow(
        "memory",
        "MB",
        all((run) => run.megabytes),
        0.5,
        120,
      ),
      plainRow(
        "main-task",
        "ms",
        all((run) => run.mainTask),
        0.5,
        100,
      ),
      await findRow(program, { item: id, log }),
      ...(await highlightRows(program, { marked, plain: id, log })),
    ];
  });
}

async function readOnce({ home, open }, id) {
  const tasks = join(home, "tasks.jsonl");
  const { app, page } = await open(["-r", PROBE], { AIDE_BENCH_TASKS: tasks });
  const row = await chooseBook(page, id);
  const before = await memoryOf(app.process().pid);
  const startedAt = Date.now();
  await page.evaluate(firstText);
  await row.press("Enter");
  const firstTextMs = await page.evaluate(() => globalThis.firstTextMs);
  const openedAt = Date.now();
  await settle(page);
  const mainTask = await longestTask(tasks, startedAt, openedAt);
  const opened = await memoryOf(app.process().pid);
  const { task, frames, gap, over50 } = await page.evaluate(
    longestTaskWhileScrolling,
  );
  await settle(page);
  const after = await memoryOf(app.process().pid);
  await app.close();
  return {
    firstText: firstTextMs,
    mainTask,
    task,
    frames,
    gap,
    over50,
    opened: Math.round((opened - before) / 1024),
    megabytes: Math.round((after - before) / 1024),
  };
}
