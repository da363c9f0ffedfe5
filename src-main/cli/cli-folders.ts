import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The name of the window's program, by which the system names its folder. */
const PROGRAM = "Aide-Memoire";

/** Bundled texts beside the built program, wherever it was put. */
export function resourcesFolder(): string {
  return join(above("resources/corpus"), "resources");
}

/** Where the built program lies; in a test, where the sources are. */
export function builtFolder(): string {
  const found = above("parser-process.js");
  return existsSync(join(found, "parser-process.js"))
    ? found
    : dirname(fileURLToPath(import.meta.url));
}

/** The script of the reading process in the built program. */
export function parserScript(): string {
  return join(builtFolder(), "parser-process.js");
}

/** The program's own folder, the one the window uses. */
export function userDataFolder(): string {
  return process.env.AIDE_USER_DATA ?? join(applicationData(), PROGRAM);
}

/** The library the window uses. */
export function defaultLibrary(userData: string): string {
  return (
    chosenLibrary(userData) ||
    (process.env.AIDE_LIBRARY ?? join(homedir(), "Documents", PROGRAM))
  );
}

function chosenLibrary(userData: string): string {
  try {
    const settings = JSON.parse(
      readFileSync(join(userData, "settings.json"), "utf8"),
    ) as { libraryPath?: unknown };
    return typeof settings.libraryPath === "string" ? settings.libraryPath : "";
  } catch {
    return "";
  }
}

function applicationData(): string {
  if (process.platform === "win32")
    return process.env.APPDATA ?? join(homedir(), "AppData", "Roaming");
  return process.platform === "darwin"
    ? join(homedir(), "Library", "Application Support")
    : (process.env.XDG_CONFIG_HOME ?? join(homedir(), ".config"));
}

/** The nearest folder at or above this file that holds a path. */
function above(path: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, path)) && folder !== dirname(folder))
    folder = dirname(folder);
  return folder;
}
