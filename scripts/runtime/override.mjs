import path from "node:path";
import { executableName, runtimeIn } from "./runtime.mjs";

/**
 * The folder the user named, if any. A wrong folder is an error and not a
 * reason to look elsewhere: the user asked for this one.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {import("./runtime.mjs").Answer}
 * @throws when the named folder holds no executable
 */
export function findOverride(env) {
  const named = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!named) return { reason: "ELECTRON_OVERRIDE_DIST_PATH is not set" };
  const runtime = runtimeIn(path.resolve(named), "override");
  if (runtime) return { runtime };
  throw new Error(
    `ELECTRON_OVERRIDE_DIST_PATH names ${named}, but there is no ${executableName()} in it. ` +
      "Give the folder that holds Electron's executable, or unset the variable.",
  );
}
