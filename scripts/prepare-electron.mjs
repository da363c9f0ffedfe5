import { buildIfStale } from "./build-if-stale.mjs";
import { findElectron } from "./runtime/find-electron.mjs";
import { ensureSystemLibraries } from "./system-libraries.mjs";
import { hasDisplay, startVirtualDisplay } from "./virtual-display.mjs";

/**
 * Everything a window needs: the built program, a runtime, its libraries and a display.
 * @param {{log?: (line: string) => void}} [options]
 */
export async function prepareElectron({ log = console.log } = {}) {
  await buildIfStale({ log });
  const { executable, distPath } = await findElectron({ log });
  const isVirtual = !hasDisplay(process.env);
  await ensureSystemLibraries({ executable, needsDisplay: isVirtual, log });
  const virtual = isVirtual ? await startVirtualDisplay() : undefined;
  return {
    executable,
    distPath,
    isVirtual,
    env: {
      ...process.env,
      ELECTRON_OVERRIDE_DIST_PATH: distPath,
      ...(virtual ? { DISPLAY: virtual.display } : {}),
    },
    stop: () => virtual?.stop(),
  };
}

/** What Electron is started with everywhere: less noise, and as root no sandbox, which Chromium refuses to run there. */
export function electronSwitches() {
  return [
    "--log-level=3",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
}
