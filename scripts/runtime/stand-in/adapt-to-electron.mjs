import { createPackage } from "@electron/asar";
import { flipFuses, FuseV1Options, FuseVersion } from "@electron/fuses";
import { access, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { executableName } from "../runtime.mjs";

const defaultApp = fileURLToPath(new URL("../default-app", import.meta.url));

/** What the licences of Electron and Chromium ask to be kept with the binary. */
const licences = ["LICENSE.electron.txt", "LICENSES.chromium.html"];

/**
 * Makes the unpacked program start as Electron does.
 *
 * @param {string} dist
 * @param {import("./recipe.mjs").Recipe} recipe
 */
export async function adaptToElectron(dist, recipe) {
  for (const name of licences) await access(path.join(dist, name));
  const executable = path.join(dist, executableName("linux"));
  await rename(path.join(dist, recipe.executable), executable);
  // The other program's own code, frozen into a start state: 115 MB.
  await rm(path.join(dist, "browser_v8_context_snapshot.bin"), { force: true });
  await writeFile(path.join(dist, "version"), `v${recipe.electronVersion}`);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright drives the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const resources = path.join(dist, "resources");
  await mkdir(resources, { recursive: true });
  await createPackage(defaultApp, path.join(resources, "default_app.asar"));
}
