import { spawn } from "node:child_process";

/** Tells whether a window can be shown here. @param {NodeJS.ProcessEnv} env */
export function hasDisplay(env) {
  return (
    process.platform !== "linux" ||
    Boolean(env.DISPLAY) ||
    Boolean(env.WAYLAND_DISPLAY)
  );
}

const READY_WITHIN_MS = 20_000;

/**
 * Starts Xvfb on a free display, which only this machine can reach.
 * @returns {Promise<{display: string, stop: () => void}>}
 */
export async function startVirtualDisplay() {
  const words = [
    "-displayfd",
    "3",
    "-screen",
    "0",
    "1600x1200x24",
    "-nolisten",
    "tcp",
  ];
  const server = spawn("Xvfb", words, {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const stop = () => server.kill("SIGTERM");
  process.once("exit", stop);
  const number = await new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error("Xvfb did not start in time.")),
      READY_WITHIN_MS,
    );
    server.once("error", (error) =>
      reject(new Error(`Xvfb could not be started: ${error.message}`)),
    );
    server.once("exit", (code) =>
      reject(new Error(`Xvfb ended at once (status ${code}).`)),
    );
    server.stdio[3].once("data", (data) => {
      clearTimeout(timer);
      resolve(String(data).trim());
    });
  });
  server.unref();
  server.stdio[3].destroy();
  return { display: `:${number}`, stop };
}
