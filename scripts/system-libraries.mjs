import { existsSync, readFileSync } from "node:fs";
import { runCaptured } from "./run-captured.mjs";

/** Debian package of each shared library or program that Electron or a virtual display may miss. */
export const PACKAGE_OF = {
  "libgtk-3.so.0": "libgtk-3-0",
  "libgdk-3.so.0": "libgtk-3-0",
  "libnss3.so": "libnss3",
  "libnssutil3.so": "libnss3",
  "libsmime3.so": "libnss3",
  "libnspr4.so": "libnspr4",
  "libasound.so.2": "libasound2",
  "libgbm.so.1": "libgbm1",
  "libcups.so.2": "libcups2",
  "libdrm.so.2": "libdrm2",
  "libxkbcommon.so.0": "libxkbcommon0",
  "libatk-1.0.so.0": "libatk1.0-0",
  "libatk-bridge-2.0.so.0": "libatk-bridge2.0-0",
  "libatspi.so.0": "libatspi2.0-0",
  "libXcomposite.so.1": "libxcomposite1",
  "libXdamage.so.1": "libxdamage1",
  "libXfixes.so.3": "libxfixes3",
  "libXrandr.so.2": "libxrandr2",
  "libXext.so.6": "libxext6",
  "libX11.so.6": "libx11-6",
  "libxcb.so.1": "libxcb1",
  "libcairo.so.2": "libcairo2",
  "libpango-1.0.so.0": "libpango-1.0-0",
  "libdbus-1.so.3": "libdbus-1-3",
  "libexpat.so.1": "libexpat1",
  "libudev.so.1": "libudev1",
  "libglib-2.0.so.0": "libglib2.0-0",
  "libgobject-2.0.so.0": "libglib2.0-0",
  "libgio-2.0.so.0": "libglib2.0-0",
  Xvfb: "xvfb",
  xauth: "xauth",
};

/** Packages that Debian 13 and Ubuntu 24.04 renamed for 64-bit time. */
const RENAMED =
  /^(?:libgtk-3-0|libasound2|libcups2|libatk1\.0-0|libatk-bridge2\.0-0|libatspi2\.0-0|libglib2\.0-0)$/u;

/**
 * Names the libraries that `ldd` reports as missing.
 * @param {string} lddOutput
 */
export function missingIn(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found$/gmu)].map(
    (match) => match[1],
  );
}

/**
 * The packages that hold what is missing, without doubles; the renamed form where only that one is known here.
 * @param {string[]} missing
 * @param {(name: string) => boolean} isKnown asks the package manager
 * @throws when something missing has no known package
 */
export function packagesFor(missing, isKnown) {
  const names = missing.map((each) => {
    const name = PACKAGE_OF[each];
    if (!name)
      throw new Error(
        `The library ${each} is missing, and its package is not known here. Install it by hand.`,
      );
    return !isKnown(name) && isKnown(`${name}t64`) ? `${name}t64` : name;
  });
  return [...new Set(names)];
}

/**
 * Sees that a runtime finds its libraries, and that a virtual display can be started where one is needed. As root on
 * Debian or Ubuntu missing packages are installed and named.
 * @param {{executable: string, needsDisplay: boolean, log?: (line: string) => void}} options
 * @throws with the exact line to run when they cannot be installed here
 */
export async function ensureSystemLibraries({
  executable,
  needsDisplay,
  log = console.log,
}) {
  if (process.platform !== "linux") return;
  const missing = await findMissing(executable, needsDisplay);
  if (missing.length === 0) return;
  if (!isDebianLike())
    throw new Error(
      `These are missing; install them with your package manager: ${missing.join(", ")}`,
    );
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await apt(["update", "-qq"]).catch(() => {}); // one broken third-party list must not stop us
  const known = await knownPackages();
  const packages = packagesFor(missing, (name) => known.has(name));
  const line = `apt-get install -y --no-install-recommends ${packages.join(" ")} fonts-liberation`;
  if (!isRoot)
    throw new Error(
      `Electron needs system packages that are missing here. Run:\n  sudo apt-get update && sudo ${line}`,
    );
  log(`Installing missing system packages: ${packages.join(", ")}`);
  await apt([
    "install",
    "-y",
    "-qq",
    "--no-install-recommends",
    ...packages,
    "fonts-liberation",
  ]);
  const still = await findMissing(executable, needsDisplay);
  if (still.length > 0)
    throw new Error(`Still missing after installing: ${still.join(", ")}`);
}

async function findMissing(executable, needsDisplay) {
  const ldd = await runCaptured("ldd", [executable]);
  const programs = needsDisplay
    ? ["Xvfb", "xauth"].filter((name) => !isOnPath(name))
    : [];
  return [...missingIn(ldd.output), ...programs];
}

/** Tells whether a program of this name can be started. @param {string} name */
export function isOnPath(name) {
  return (process.env.PATH ?? "")
    .split(":")
    .some((folder) => folder && existsSync(`${folder}/${name}`));
}

function isDebianLike() {
  const release = existsSync("/etc/os-release")
    ? readFileSync("/etc/os-release", "utf8")
    : "";
  return /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/mu.test(release);
}

/**
 * Of the packages that were renamed somewhere, those that this system has, under either name. A purely virtual name
 * (libasound2 on Ubuntu 24.04) answers with success and no record, so the record counts and not the exit code.
 */
async function knownPackages() {
  const old = [...new Set(Object.values(PACKAGE_OF))].filter((name) =>
    RENAMED.test(name),
  );
  const candidates = old.flatMap((name) => [name, `${name}t64`]);
  const found = await Promise.all(
    candidates.map((name) => runCaptured("apt-cache", ["show", name])),
  );
  return new Set(
    candidates.filter((_name, index) =>
      /^Package: /mu.test(found[index].output),
    ),
  );
}

async function apt(words) {
  const done = await runCaptured("apt-get", words, {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (done.code !== 0)
    throw new Error(
      `apt-get ${words.join(" ")} failed:\n${done.output.trim()}`,
    );
}
