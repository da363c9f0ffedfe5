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
 * @param {(page: import("playwright").Page, app: import("playwright").ElectronApplication) => Promise<Value>} measure
 */
export async function inWindow(log, measure) {
  return withWindows(log, async ({ open }) => {
    const { app, page } = await open();
    try {
      await page.locator("[data-screen=library]").waitFor();
      return await measure(page, app);
    } finally {
      await app.close();
    }
  });
}

/**
 * Runs a measurement that opens the program as often as it wants to, each time on the same folders.
 *
 * @template Value
 * @param {(line: string) => void} log
 * @param {(program: {home: string, library: string, open: (switches?: readonly string[], variables?: Readonly<Record<string, string>>) => Promise<{app: import("playwright").ElectronApplication, page: import("playwright").Page}>}) => Promise<Value>} measure
 */
export async function withWindows(log, measure) {
  const prepared = await prepareElectron({ log });
  const home = await mkdtemp(join(tmpdir(), "aide-memoire-bench-"));
  const library = join(home, "library");
  // Playwright's loader finds the runtime by this variable of its own process.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = prepared.distPath;
  const open = async (
    /** @type {readonly string[]} */ switches = [],
    /** @type {Readonly<Record<string, string>>} */ variables = {},
  ) => {
    const app = await _electron.launch({
      args: [
        ...switches,
        repositoryRoot,
        ...electronSwitches(),
        "--force-prefers-reduced-motion",
      ],
      cwd: repositoryRoot,
      env: {
        ...prepared.env,
        AIDE_USER_DATA: join(home, "data"),
        AIDE_LIBRARY: library,
        ...variables,
      },
    });
    return { app, page: await app.firstWindow() };
  };
  try {
    return await measure({ home, library, open });
  } finally {
    prepared.stop();
    // The program's last files may still be coming.
    await rm(home, { recursive: true, force: true, maxRetries: 10 });
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
