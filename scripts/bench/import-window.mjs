import { join } from "node:path";
import { repositoryRoot } from "../repository-root.mjs";
import { plainRow, withWindows } from "./in-window.mjs";
import { longestTask } from "./main-tasks.mjs";
import { writeMixedFiles } from "./mixed-files.mjs";
import { watchTasks } from "./watch-tasks.mjs";

const FILES = Number(process.env.AIDE_BENCH_FILES ?? 1_000);
const PROBE = join(repositoryRoot, "scripts", "bench", "longest-task.cjs");
const RENDERER_GOAL_MS = 50;
const MAIN_GOAL_MS = 100;
const WITHIN_MS = 300_000;

/**
 * For how long the window's thread and main are held up at most while a thousand files of all kinds come in, with the
 * library and the list of the import on the screen.
 */
export async function benchImportWindow({ log }) {
  return withWindows(log, async ({ home, open }) => {
    const folder = join(home, "files");
    await writeMixedFiles(folder, FILES);
    const tasks = join(home, "tasks.jsonl");
    const { app, page } = await open(["-r", PROBE], {
      AIDE_BENCH_TASKS: tasks,
    });
    await page.locator("[data-screen=library]").waitFor();
    const stop = await page.evaluateHandle(watchTasks);
    const startedAt = Date.now();
    await page.evaluate(
      (path) => window.aide.request("import/add", { paths: [path] }),
      folder,
    );
    await page
      .locator("[data-testid=import-panel][data-state=done]")
      .waitFor({ timeout: WITHIN_MS });
    const seconds = (Date.now() - startedAt) / 1_000;
    const renderer = await stop.evaluate((end) => end());
    await app.close();
    const main = await longestTask(tasks, startedAt, Date.now());
    log(
      `${FILES} files in ${seconds.toFixed(1)} s; tasks of the window's thread over 50 ms: ${renderer.over50.join(", ") || "none"}`,
    );
    return [
      plainRow("window-task", "ms", [renderer.longest], 1, RENDERER_GOAL_MS),
      plainRow("main-task", "ms", [main], 1, MAIN_GOAL_MS),
    ];
  });
}
