import { spawn } from "node:child_process";
import { whenWeEnd } from "./when-we-end.mjs";

const KEPT_CHARACTERS = 20_000;

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 1 when a signal or the time limit ended it, 127 when it could not start
 * @property {string} output the last part of what it wrote, both streams together
 * @property {boolean} timedOut
 */

/**
 * Runs a command, keeps its noise for later, and ends it with us.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeLimitMs?: number}} [options]
 * @returns {Promise<Outcome>}
 */
export function runCaptured(command, args, options = {}) {
  const { cwd, env, timeLimitMs } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let timedOut = false;
    const keep = (/** @type {Buffer} */ piece) => {
      output = (output + piece).slice(-KEPT_CHARACTERS);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const forget = whenWeEnd(() => child.kill("SIGTERM"));
    const timer =
      timeLimitMs &&
      setTimeout(() => {
        timedOut = true;
        child.kill("SIGKILL");
      }, timeLimitMs);
    const settle = (/** @type {number} */ code) => {
      clearTimeout(timer || undefined);
      forget();
      resolve({ code, output, timedOut });
    };
    child.on("error", (error) => {
      output += error.message;
      settle(127);
    });
    child.on("close", (code) => settle(code ?? 1));
  });
}
