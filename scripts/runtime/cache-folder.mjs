import path from "node:path";
import { repositoryRoot } from "../repository-root.mjs";

/**
 * Where runtimes and notes about them are kept. Inside node_modules by
 * default, so that a fresh clone works without a home folder; AIDE_RUNTIME_CACHE
 * names a folder that outlives `npm ci`.
 *
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cacheFolder(env = process.env) {
  if (env.AIDE_RUNTIME_CACHE) return path.resolve(env.AIDE_RUNTIME_CACHE);
  return path.join(repositoryRoot, "node_modules/.cache/aide-memoire/electron");
}
