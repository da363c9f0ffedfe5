/**
 * What the stand-in runs when it is started as `electron <folder>`: the part
 * of Electron's own default app that loads a program. An ES module with
 * top-level await, because Electron holds `ready` back until it settles.
 */
import { app } from "electron";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const { preloads, target } = readArguments(process.argv.slice(1));

if (!target) {
  console.error("Usage: electron [-r <module>] <folder of a program>");
  app.exit(2);
} else {
  try {
    const require = createRequire(path.resolve("./"));
    for (const preload of preloads) require(path.resolve(preload));
    await load(path.resolve(target), require);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}

/** @param {string[]} given process.argv stays as it is: the program reads it too */
function readArguments(given) {
  const preloads = [];
  for (let at = 0; at < given.length; at++) {
    const word = given[at];
    if (word === "-r" || word === "--require") preloads.push(given[++at]);
    else if (!word.startsWith("-")) return { preloads, target: word };
  }
  return { preloads, target: undefined };
}

/**
 * @param {string} folder
 * @param {NodeJS.Require} require
 */
async function load(folder, require) {
  Object.defineProperty(process, "defaultApp", { value: true });
  const file = path.join(folder, "package.json");
  const found = existsSync(file);
  if (found) describe(JSON.parse(readFileSync(file, "utf8")));
  const main = require.resolve(folder);
  app.setAppPath(found ? folder : path.dirname(main));
  await import(pathToFileURL(main).href);
}

/** @param {{name?: string, productName?: string, version?: string, desktopName?: string}} about */
function describe({ name, productName, version, desktopName }) {
  if (version) app.setVersion(version);
  app.name = productName ?? name ?? app.name;
  app.setDesktopName?.(desktopName ?? `${app.name}.desktop`);
}
