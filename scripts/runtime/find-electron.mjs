import { cacheFolder } from "./cache-folder.mjs";
import { findOfficial } from "./official.mjs";
import { findOverride } from "./override.mjs";
import { findStandIn } from "./stand-in/find-stand-in.mjs";

/** @typedef {import("./runtime.mjs").Runtime} Runtime */
/** @typedef {import("./runtime.mjs").Answer} Answer */

/**
 * Finds an Electron that runs here, the most wanted first: the user's own, the
 * official one (fetched if need be), the stand-in. Says in one line which.
 *
 * @param {object} [options]
 * @param {(line: string) => void} [options.log]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {typeof findOfficial} [options.official]
 * @param {typeof findStandIn} [options.standIn]
 * @returns {Promise<Runtime>}
 * @throws when there is none; the message says what was tried and what to do
 */
export async function findElectron({
  log = console.log,
  env = process.env,
  official = findOfficial,
  standIn = findStandIn,
} = {}) {
  const cache = cacheFolder(env);
  const sources = [
    async () => findOverride(env),
    () => official({ cache, log }),
    () => standIn({ cache, log }),
  ];
  /** @type {string[]} */
  const reasons = [];
  for (const ask of sources) {
    const answer = await ask();
    if ("runtime" in answer) {
      log(announce(answer.runtime, reasons));
      return answer.runtime;
    }
    reasons.push(answer.reason);
  }
  throw new Error(advice(reasons));
}

/**
 * @param {Runtime} runtime
 * @param {string[]} reasons why the sources before it were passed over
 */
function announce({ origin, version }, reasons) {
  switch (origin) {
    case "override":
      return `Runtime: Electron ${version}, named by ELECTRON_OVERRIDE_DIST_PATH.`;
    case "official":
      return `Runtime: Electron ${version}, the official binary.`;
    case "stand-in":
      return `Runtime: Electron ${version}, a stand-in for development and tests, because ${reasons.at(-1)}.`;
    default:
      throw new Error(`Unknown origin: ${origin}`);
  }
}

/** @param {string[]} reasons */
function advice(reasons) {
  return [
    "No Electron was found that runs here. What was tried:",
    ...reasons.map((reason) => `  - ${reason}`),
    "What to do: connect to the network and run `npx install-electron --no`, or unpack an Electron",
    "release into a folder and set ELECTRON_OVERRIDE_DIST_PATH to that folder, then start again.",
  ].join("\n");
}
