import path from "node:path";
import { runtimeIn } from "../runtime.mjs";
import { ensureStandIn } from "./ensure-stand-in.mjs";

/**
 * The stand-in, built now if it is not there yet. For development, tests and
 * trying out: a release is built on the official Electron.
 *
 * @param {object} options
 * @param {string} options.cache
 * @param {(line: string) => void} options.log
 * @param {string} [options.target] platform and processor
 * @param {typeof ensureStandIn} [options.ensure]
 * @returns {Promise<import("../runtime.mjs").Answer>}
 */
export async function findStandIn({
  cache,
  log,
  target = `${process.platform}-${process.arch}`,
  ensure = ensureStandIn,
}) {
  if (target !== "linux-x64") {
    return { reason: `there is no stand-in for ${target}, only for linux-x64` };
  }
  const folder = path.join(cache, "stand-in");
  try {
    await ensure({ folder, log });
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    return { reason: `the stand-in could not be built (${message})` };
  }
  const runtime = runtimeIn(folder, "stand-in");
  return runtime ? { runtime } : { reason: "the stand-in has no executable" };
}
