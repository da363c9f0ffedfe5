import { spawn } from "node:child_process";
import { whenWeEnd } from "./when-we-end.mjs";

const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
const ASK_AGAIN_MS = 3_000;
const GIVE_UP_MS = 10_000;

/**
 * Runs a command on our own terminal until it ends, and ends it when we are
 * asked to end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, endWith?: NodeJS.Signals}} [options] endWith: what it takes for "close down well"
 * @returns {Promise<{code: number, asked: NodeJS.Signals | undefined}>} asked: the signal we got meanwhile
 */
export async function runInFront(command, args, options = {}) {
  const { cwd, env, endWith = "SIGTERM" } = options;
  const child = spawn(command, args, { cwd, env, stdio: "inherit" });
  const forget = whenWeEnd(() => child.kill("SIGKILL"));
  /** @type {NodeJS.Signals | undefined} */
  let asked;
  /** @type {NodeJS.Timeout[]} */
  const timers = [];
  const ask = (/** @type {NodeJS.Signals} */ signal) => {
    if (asked) return;
    asked = signal;
    // Ctrl+C in a terminal reaches the child too; a second signal would make it drop everything.
    const heard = signal === "SIGINT" && process.stdin.isTTY;
    if (!heard) child.kill(endWith);
    timers.push(setTimeout(() => child.kill("SIGTERM"), ASK_AGAIN_MS));
    timers.push(setTimeout(() => child.kill("SIGKILL"), GIVE_UP_MS));
  };
  for (const signal of SIGNALS) process.on(signal, ask);
  const watch = watchParent(() => ask("SIGTERM"));
  try {
    const code = await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (status) => resolve(status ?? (asked ? 0 : 1)));
    });
    return { code, asked };
  } finally {
    for (const signal of SIGNALS) process.off(signal, ask);
    timers.forEach(clearTimeout);
    clearInterval(watch);
    forget();
  }
}

/**
 * npm runs us through a shell, and a signal to npm ends that shell without
 * telling us: then our parent is another one all at once.
 *
 * @param {() => void} gone
 */
function watchParent(gone) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) gone();
  }, 500);
  return timer.unref();
}
