import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { isRunning } from "../is-running.mjs";
import { adaptToElectron } from "./adapt-to-electron.mjs";
import { checkIntegrity } from "./check-integrity.mjs";
import { fetchTarball } from "./fetch-tarball.mjs";
import { writeManifest } from "./manifest.mjs";
import { unpackTarball } from "./unpack-tarball.mjs";

/** @typedef {import("./recipe.mjs").Recipe} Recipe */

/**
 * @typedef {object} Steps what tests replace
 * @property {(recipe: Recipe, folder: string, log: (line: string) => void) => Promise<string>} fetch
 * @property {(tarball: string, recipe: Recipe, dist: string) => Promise<void>} unpack
 * @property {(dist: string, recipe: Recipe) => Promise<void>} adapt
 */

/** @type {Steps} */
const realSteps = {
  fetch: fetchTarball,
  unpack: unpackTarball,
  adapt: adaptToElectron,
};

/**
 * Builds in a folder beside `folder` and renames it at the end, so that a
 * half-built one is never used. What killed builds left is removed first.
 *
 * @param {object} options
 * @param {string} options.folder
 * @param {(line: string) => void} options.log
 * @param {Recipe} options.recipe
 * @param {Steps} [options.steps]
 */
export async function buildStandIn({ folder, log, recipe, steps = realSteps }) {
  const prefix = `${folder}.building-`;
  await mkdir(path.dirname(folder), { recursive: true });
  await removeLeftovers(prefix);
  const site = await mkdtemp(`${prefix}${process.pid}-`);
  try {
    const tarball = await steps.fetch(recipe, site, log);
    await checkIntegrity(tarball, recipe.integrity);
    log("Unpacking it (once) ...");
    const dist = path.join(site, "dist");
    await mkdir(dist);
    await steps.unpack(tarball, recipe, dist);
    await steps.adapt(dist, recipe);
    await writeManifest(dist, recipe);
    await rm(folder, { recursive: true, force: true });
    await rename(dist, folder);
  } finally {
    await rm(site, { recursive: true, force: true });
  }
}

/**
 * Spares the folder of a build that is still going on.
 *
 * @param {string} prefix followed by the number of the building process
 */
async function removeLeftovers(prefix) {
  const parent = path.dirname(prefix);
  const start = path.basename(prefix);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(start)) continue;
    const [pid] = name.slice(start.length).split("-");
    if (isRunning(Number(pid))) continue;
    await rm(path.join(parent, name), { recursive: true, force: true });
  }
}
