import { withLock } from "../with-lock.mjs";
import { buildStandIn } from "./build-stand-in.mjs";
import { isIntact } from "./manifest.mjs";
import { recipe as currentRecipe } from "./recipe.mjs";

/**
 * Leaves an intact stand-in in `folder`: nothing to do when it is there, built
 * (again) when it is absent, half-done, broken or made after an older recipe.
 *
 * @param {object} options
 * @param {string} options.folder
 * @param {(line: string) => void} options.log
 * @param {import("./recipe.mjs").Recipe} [options.recipe]
 * @param {import("./build-stand-in.mjs").Steps} [options.steps]
 */
export async function ensureStandIn({
  folder,
  log,
  recipe = currentRecipe,
  steps,
}) {
  if (await isIntact(folder, recipe)) return;
  await withLock(`${folder}.lock`, log, async () => {
    if (await isIntact(folder, recipe)) return; // built while we waited
    await buildStandIn({ folder, log, recipe, steps });
  });
}
