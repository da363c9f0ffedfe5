import { readFile } from "node:fs/promises";

/** As often the probe writes down what it saw. */
export const EVERY_MS = 200;

/** The longest that main was held up between two moments, in milliseconds. `tasks`: the probe's file. */
export async function longestTask(tasks, from, to) {
  const lines = (await readFile(tasks, "utf8")).trim().split("\n");
  const within = lines
    .map((line) => JSON.parse(line))
    .filter(({ at }) => at >= from && at <= to + EVERY_MS);
  return Math.max(0, ...within.map(({ ms }) => ms));
}
