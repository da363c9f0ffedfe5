import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "../repository-root.mjs";
import { generateBook } from "./generate-book.mjs";
import { plainRow, withWindows } from "./in-window.mjs";
import { longestTask } from "./main-tasks.mjs";
import { memoryOf } from "./memory-of.mjs";
import { firstText, longestTaskWhileScrolling } from "./in-reader.mjs";

const WORDS = Number(process.env.AIDE_BENCH_WORDS ?? 600_000);
const RUNS = 3;
const PROBE = join(repositoryRoot, "scripts", "bench", "longest-task.cjs");

/**
 * A long book in the real program: from the click to its first text, the longest task while it is scrolled from its
 * start to its end, the memory it takes beside the library screen, and a find.
 * @param {{log: (line: string) => void}} options
 */
export async function benchReader({ log }) {
  return withWindows(log, async (program) => {
    const { library, open } = program;
    const book = join(library, "..", "book.md");
    await writeFile(book, generateBook(WORDS));
    log(`importing a book of ${WORDS} words`);
    const id = await importBook(open, book);
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
        all((run) => run.task),
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
    ];
  });
}

async function importBook(open, book) {
  const { app, page } = await open();
  await page.locator("[data-screen=library]").waitFor();
  const id = await page.evaluate(async (path) => {
    await window.aide.request("import/add", { paths: [path] });
    for (;;) {
      const files = await window.aide.request("import/files", {
        from: 0,
        count: 1,
      });
      const [file] = files.value.files;
      if (file?.state === "imported") return file.itemId;
      if (file?.state === "refused") throw new Error("The book was refused");
      await new Promise((done) => setTimeout(done, 100));
    }
  }, book);
  await app.close();
  return id;
}

async function readOnce({ home, open }, id) {
  const tasks = join(home, "tasks.jsonl");
  const { app, page } = await open(["-r", PROBE], { AIDE_BENCH_TASKS: tasks });
  const row = page.locator(`[data-id="${id}"]`);
  await row.waitFor();
  // Every run begins at the beginning: at the remembered end there would be nothing left to scroll.
  await page.evaluate(
    (item) =>
      window.aide.request("library/save-reading-position", {
        item,
        offset: 0,
        within: 0,
        seenUntil: 0,
      }),
    id,
  );
  await row.click();
  await settle(page);
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

/** Until the program has had time to put away what it no longer needs. */
async function settle(page) {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 3_000)));
}
