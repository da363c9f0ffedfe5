import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeEach } from "vitest";

const SUITES =
  process.env["AIDE_SUITES"] ??
  resolve(import.meta.dirname, "../../../../../../shared/suites");

/** Paths of a suite's files, sorted; empty, with the reason printed, when the suite is not on this machine. */
export function listSuiteFiles(
  suite: string,
  ending: string,
): readonly string[] {
  const folder = join(SUITES, suite);
  if (!existsSync(folder)) {
    console.log(`Not measured: the suite ${suite} is not at ${SUITES}`);
    return [];
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

/** Path of a suite that is one file; `undefined`, with the reason printed, when it is not on this machine. */
export function findSuiteFile(name: string): string | undefined {
  const path = join(SUITES, name);
  if (existsSync(path)) return path;
  console.log(`Not measured: ${name} is not at ${SUITES}`);
  return undefined;
}

/** Leaves the tests of a group out, each with the reason, when what they measure is not there. */
export function skipWhen(isAbsent: boolean, reason: string): void {
  beforeEach((context) => {
    if (isAbsent) context.skip(reason);
  });
}
