import { buildIfStale } from "./build-if-stale.mjs";
import { findElectron } from "./runtime/find-electron.mjs";
import { ensureSystemLibraries } from "./system-libraries.mjs";
import { hasDisplay, startVirtualDisplay } from "./virtual-display.mjs";

/**
 * Everything a window needs: the built program, a runtime, its libraries and a
 * display. Hand `env` to what is started, and call `stop` when it has ended.
 *
 * @param {{log?: (line: string) => void}} [options]
 */
export async function prepareElectron({ log = console.log } = {}) {
  await buildIfStale({ log });
  const { executable, distPath } = await findElectron({ log });
  const isVirtual = !hasDisplay(process.env);
  await ensureSystemLibraries({ executable, needsDisplay: isVirtual, log });
  const virtual = isVirtual ? await startVirtualDisplay() : undefined;
  const { ELECTRON_RUN_AS_NODE: _asNode, ...inherited } = process.env; // some editors' terminals set it
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
