import { spawn } from "node:child_process";
import { whenWeEnd } from "./when-we-end.mjs";

/** Tells whether a window can be shown here. @param {NodeJS.ProcessEnv} env */
export function hasDisplay(env) {
  if (process.platform !== "linux") return true;
  return Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

const READY_WITHIN_MS = 20_000;

/**
 * Starts Xvfb on a free display that only this machine can reach. It goes when
 * we go, whatever ends us.
 *
 * @returns {Promise<{display: string, stop: () => void}>}
 */
export async function startVirtualDisplay() {
  const screen = ["-screen", "0", "1600x1200x24"];
  const words = ["-displayfd", "3", ...screen, "-nolisten", "tcp"];
  const server = spawn("Xvfb", words, {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    detached: true, // or Ctrl+C would take the display away before the window has closed
  });
  const kill = () => server.kill("SIGTERM");
  const forget = whenWeEnd(kill);
  const stop = () => {
    forget();
    kill();
  };
  try {
    const number = await displayNumber(server);
    server.unref();
    server.stdio[3]?.destroy();
    return { display: `:${number}`, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/**
 * Xvfb writes the number when it is ready.
 *
 * @param {import("node:child_process").ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ text) => {
      clearTimeout(timer);
      reject(new Error(text));
    };
    const timer = setTimeout(
      () => fail("Xvfb did not start within 20 seconds."),
      READY_WITHIN_MS,
    );
    server.once("error", ({ message }) =>
      fail(`Xvfb could not be started: ${message}`),
    );
    server.once("exit", (code) => fail(`Xvfb ended at once (status ${code}).`));
    let text = "";
    server.stdio[3]?.on("data", (piece) => {
      text += piece;
      if (!text.includes("\n")) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
  });
}
