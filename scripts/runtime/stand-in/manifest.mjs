import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { executableName } from "../runtime.mjs";
import { recipeName } from "./recipe.mjs";

/** @typedef {import("./recipe.mjs").Recipe} Recipe */
/** @typedef {{recipe: string, sha256: string, modified: number, sizes: Record<string, number>}} Manifest */

const NAME = "aide-memoire-runtime.json";

/**
 * Written last: a folder without it was never finished.
 *
 * @param {string} folder
 * @param {Recipe} recipe
 */
export async function writeManifest(folder, recipe) {
  const executable = path.join(folder, executableName());
  /** @type {Manifest} */
  const manifest = {
    recipe: recipeName(recipe),
    sha256: await sha256(executable),
    modified: (await stat(executable)).mtimeMs,
    sizes: await sizesIn(folder),
  };
  const text = JSON.stringify(manifest, null, 2);
  await writeFile(path.join(folder, NAME), text);
}

/**
 * Whether the runtime in `folder` is whole. Cheap (sizes, and the time of the
 * executable); only an executable whose time moved, as in a copied folder, is hashed.
 *
 * @param {string} folder
 * @param {Recipe} recipe
 */
export async function isIntact(folder, recipe) {
  try {
    const text = await readFile(path.join(folder, NAME), "utf8");
    /** @type {Manifest} */
    const manifest = JSON.parse(text);
    if (manifest.recipe !== recipeName(recipe)) return false;
    if (!sameSizes(manifest.sizes, await sizesIn(folder))) return false;
    const executable = path.join(folder, executableName());
    if ((await stat(executable)).mtimeMs === manifest.modified) return true;
    if ((await sha256(executable)) !== manifest.sha256) return false;
    await writeManifest(folder, recipe).catch(() => {}); // a read-only copy is hashed each time
    return true;
  } catch {
    return false; // absent, or cut short
  }
}

/**
 * @param {string} folder
 * @returns {Promise<Record<string, number>>} size by relative path
 */
async function sizesIn(folder) {
  const names = await readdir(folder, { recursive: true });
  /** @type {Record<string, number>} */
  const sizes = {};
  for (const name of names.sort()) {
    const found = await stat(path.join(folder, name));
    if (found.isFile() && name !== NAME) sizes[name] = found.size;
  }
  return sizes;
}

/**
 * Files that came later (a crash dump, say) do not make a runtime broken.
 *
 * @param {Record<string, number>} expected
 * @param {Record<string, number>} found
 */
function sameSizes(expected, found) {
  return Object.entries(expected).every(([name, size]) => found[name] === size);
}

/** @param {string} file */
async function sha256(file) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
