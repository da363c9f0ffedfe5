import { existsSync } from "node:fs";
import { resolve } from "node:path";

export interface ArgumentPlace {
  /** Where a relative path begins. */
  readonly workingDirectory: string;
  /** The program's own folder, which is an argument while it is developed. */
  readonly appPath: string;
}

/**
 * The files and folders among the words the program was started with ("open with", a path on the command line): all
 * that exist, without switches, their values and the program itself.
 */
export function fileArguments(
  argv: readonly string[],
  { workingDirectory, appPath }: ArgumentPlace,
): string[] {
  const files: string[] = [];
  for (let at = 1; at < argv.length; at += 1) {
    const word = argv[at] ?? "";
    if (word === "-r" || word === "--require") at += 1;
    if (word === "" || word.startsWith("-")) continue;
    const path = resolve(workingDirectory, word);
    if (path !== resolve(appPath) && existsSync(path)) files.push(path);
  }
  return files;
}
