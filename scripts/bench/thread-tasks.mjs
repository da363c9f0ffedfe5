import { readFile, rm } from "node:fs/promises";

/**
 * The longest task of the window's thread while something is done: how long the thread itself worked on it (on a busy
 * machine a task also waits for the processor), and how long it took, in milliseconds.
 *
 * @param {import("playwright").ElectronApplication} app
 * @param {() => Promise<unknown>} act
 * @returns {Promise<{worked: number, took: number}>}
 */
export async function longestThreadTask(app, act) {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ["toplevel"] }),
  );
  await act();
  const file = await app.evaluate(({ contentTracing }) =>
    contentTracing.stopRecording(),
  );
  const { traceEvents } = JSON.parse(await readFile(file, "utf8"));
  await rm(file, { force: true });
  const threadOf = ({ pid, tid }) => `${pid}/${tid}`;
  const threads = new Set(
    traceEvents
      .filter(
        ({ name, args }) =>
          name === "thread_name" && args.name === "CrRendererMain",
      )
      .map(threadOf),
  );
  const tasks = traceEvents.filter(
    (event) =>
      event.ph === "X" &&
      event.name.endsWith("RunTask") &&
      threads.has(threadOf(event)),
  );
  if (tasks.length === 0) throw new Error("the trace holds no task");
  return {
    worked: Math.max(...tasks.map(({ tdur }) => tdur)) / 1_000,
    took: Math.max(...tasks.map(({ dur }) => dur)) / 1_000,
  };
}
