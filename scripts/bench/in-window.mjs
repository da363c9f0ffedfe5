import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron } from "playwright";
import { electronSwitches, prepareElectron } from "../prepare-electron.mjs";
import { repositoryRoot } from "../repository-root.mjs";

/**
 * Runs a measurement in the real window on a library of its own.
 *
 * @template Value
 * @param {(line: string) => void} log
 * @param {(page: import("playwright").Page) => Promise<Value>} measure
 */
export async function inWindow(log, measure) {
  const prepared = await prepareElectron({ log });
  const home = await mkdtemp(join(tmpdir(), "aide-memoire-bench-"));
  // Playwright's loader finds the runtime by this variable of its own process.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = prepared.distPath;
  const app = await _electron.launch({
    args: [
      repositoryRoot,
      ...electronSwitches(),
      "--force-prefers-reduced-motion",
    ],
    cwd: repositoryRoot,
    env: {
      ...prepared.env,
      AIDE_USER_DATA: join(home, "data"),
      AIDE_LIBRARY: join(home, "library"),
    },
  });
  try {
    const page = await app.firstWindow();
    await page.locator("[data-screen=library]").waitFor();
    return await measure(page);
  } finally {
    await app.close();
    prepared.stop();
    await rm(home, { recursive: true, force: true });
  }
}

/** The value below which a share of the values lies (nearest rank). */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

/** A row of the report for a figure with a goal of its own, without a yardstick. */
export function plainRow(name, unit, values, share, goal) {
  const ours = Math.round(percentile(values, share) * 100) / 100;
  return { name, unit, ours, runs: values.length, goal, ok: ours <= goal };
}
