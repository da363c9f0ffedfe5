import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./repository-root.mjs";

// `npm run licences`: writes the licences of every library that is shipped into resources/licences/libraries.txt.
const target = join(repositoryRoot, "resources/licences/libraries.txt");

/**
 * What is shipped: the dependencies of the program and theirs, by the lock file. Type declarations ship nothing.
 *
 * @param {string} root
 * @returns {{name: string, version: string, licence: string}[]}
 */
export function shippedLibraries(root = repositoryRoot) {
  const { packages } = JSON.parse(
    readFileSync(join(root, "package-lock.json"), "utf8"),
  );
  const found = new Map();
  // Svelte is a tool of the build, but its runtime is in what is built.
  const waiting = [...Object.keys(packages[""].dependencies), "svelte"];
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const entry = packages[`node_modules/${name}`];
    const isTypes = name.startsWith("@types/");
    if (!entry || entry.optional || isTypes || found.has(name)) continue;
    found.set(name, {
      name,
      version: entry.version,
      licence: entry.license ?? "see text",
    });
    waiting.push(...Object.keys(entry.dependencies ?? {}));
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {string} name */
function licenceText(name) {
  const folder = join(repositoryRoot, "node_modules", name);
  const files = readdirSync(folder).filter((file) =>
    /^(?:licen[cs]e|copying|notice|ofl)/i.test(file),
  );
  const paths = files.map((file) => join(folder, file));
  // The character maps of pdf.js are Adobe's, under a licence of their own.
  if (name === "pdfjs-dist") paths.push(join(folder, "cmaps/LICENSE"));
  const texts = paths.map((path) => readFileSync(path, "utf8").trim());
  return texts.length > 0
    ? texts.join("\n\n")
    : "The package carries no licence file; its package.json names the licence above.";
}

if (process.argv[1]?.endsWith("licences.mjs")) {
  const parts = shippedLibraries().map(
    ({ name, version, licence }) =>
      `${"=".repeat(78)}\n${name} ${version} (${licence})\n${"=".repeat(78)}\n\n${licenceText(name)}\n`,
  );
  writeFileSync(target, parts.join("\n").replaceAll("\r\n", "\n"));
  console.log(`${parts.length} licences in ${target}`);
}
