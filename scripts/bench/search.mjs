import { benchAtSize } from "./search/at-size.mjs";
import { benchCorpusWindow, benchLargeWindow } from "./search/in-window.mjs";
import { buildIfStale } from "../build-if-stale.mjs";

const SIZES = [1_000, 10_000, 50_000];
/** From a key to the hits on the screen, milliseconds. */
const PAINTED = [
  { passages: 10_000, goal: 50 },
  { passages: 50_000, goal: 120 },
];

/**
 * The search process on generated passages beside bare minisearch and bare FTS5, then the real window: on the bundled
 * collection, and on libraries of as many passages. With `sizes`, only the process, on so many passages.
 */
export async function benchSearch({ log, sizes }) {
  await buildIfStale({ log });
  const rows = [];
  for (const passages of sizes ?? SIZES)
    rows.push(...(await benchAtSize(passages, log)));
  if (sizes) return rows;
  rows.push(...(await benchCorpusWindow(log)));
  for (const { passages, goal } of PAINTED)
    rows.push(...(await benchLargeWindow(passages, goal, log)));
  return rows;
}
