import { openArchive } from "#main/import/archive/archive";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { listSuiteFiles, skipWhen } from "./suite-files";

const FILES = listSuiteFiles("zip-yauzl", ".zip");

/** Wrong archives are named by the error they are expected to raise; legal ones by what made them. */
const WRONG =
  /size mismatch|signature|exceeds|overflows|^invalid|multi-disk|too many|unsupported|encryption|does not include|absolute path|expected/u;

describe("the archives of zip-yauzl", () => {
  skipWhen(
    FILES.length === 0,
    "the archives of the suites are not on this machine",
  );
  it.each(
    FILES.length > 0
      ? FILES.map((path) => [basename(path, ".zip"), path])
      : [["none", ""]],
  )("ends as its name says: %s", async (name, path) => {
    const problems = await readWhole(readFileSync(path));
    if (WRONG.test(name)) expect(problems).not.toEqual([]);
    else expect(problems).toEqual([]);
  });
});

async function readWhole(bytes: Uint8Array): Promise<string[]> {
  const opened = await openArchive(bytes, { progress: () => undefined });
  if (!opened.ok) return [opened.failure.code];
  const problems: string[] = [];
  for (const name of opened.value.names()) {
    const read = await opened.value.read(name);
    if (!read.ok) problems.push(`${name}: ${read.failure.code}`);
  }
  return problems;
}
