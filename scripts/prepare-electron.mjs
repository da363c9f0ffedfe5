import { buildIfStale } from "./build-if-stale.mjs";
import { findElectron } from "./runtime/find-electron.mjs";
import { ensureSystemLibraries, isOnPath } from "./system-libraries.mjs";
import { hasDisplay, startVirtualDisplay } from "./virtual-display.mjs";

/**
 * Everything a window needs: the built program, a runtime, its libraries and a
 * display. Hand `env` to what is started, and call `stop` when it has ended.
 *
 * @param {object} [options]
 * @param {(line: string) => void} [options.log]
 * @param {boolean} [options.isApart] takes a virtual display also where there is another, if it can
 */
export async function prepareElectron({
  log = console.log,
  isApart = false,
} = {}) {
  await buildIfStale({ log });
  const { executable, distPath } = await findElectron({ log });
  const isVirtual =
    !hasDisplay(process.env) ||
    (isApart &&
      process.platform === "linux" &&
      ["Xvfb", "xauth"].every(isOnPath));
  await ensureSystemLibraries({ executable, needsDisplay: isVirtual, log });
  const virtual = isVirtual ? await startVirtualDisplay() : undefined;
  const { ELECTRON_RUN_AS_NODE: _asNode, ...inherited } = process.env; // some editors' terminals set it
  if (virtual) delete inherited.WAYLAND_DISPLAY; // it would be taken before the virtual one
  return {
    executable,
    distPath,
    isVirtual,
    env: {
      ...inherited,
      ELECTRON_OVERRIDE_DIST_PATH: distPath,
      ...(virtual ? { DISPLAY: virtual.display } : {}),
    },
    stop: () => virtual?.stop(),
  };
}

/** What Electron is started with everywhere: less noise, and as root no sandbox, which Chromium refuses to run there. */
export function electronSwitches() {
  const isRoot = process.getuid?.() === 0;
  return ["--log-level=3", ...(isRoot ? ["--no-sandbox"] : [])];
}
