import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOSTILE_ARCHIVES } from "./hostile-archives";
import type { HostileOutcome } from "./read-hostile-archives";

/** They are read in a process of their own, started in an empty folder, so that its memory and its traces are theirs. */
const folder = mkdtempSync(join(tmpdir(), "aide-archives-"));
const workingFolder = mkdtempSync(join(tmpdir(), "aide-archives-cwd-"));
let outcomes: readonly HostileOutcome[] = [];

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: join(import.meta.dirname, "read-hostile-archives.ts"),
      outDir: folder,
      target: "node20.18",
      rollupOptions: { output: { entryFileNames: "read.mjs" } },
    },
    ssr: { noExternal: true },
  });
  const url = pathToFileURL(join(folder, "read.mjs")).href;
  const script = `import { readHostileArchives } from ${JSON.stringify(url)};
    process.stdout.write(JSON.stringify(await readHostileArchives()));`;
  const printed = execFileSync(
    process.execPath,
    ["--input-type=module", "--eval", script],
    { cwd: workingFolder, maxBuffer: 2 ** 28 },
  );
  outcomes = JSON.parse(printed.toString()) as HostileOutcome[];
});

afterAll(() => {
  for (const path of [folder, workingFolder])
    rmSync(path, { recursive: true, force: true });
});

describe("hostile archives", () => {
  it("are many", () => {
    expect(HOSTILE_ARCHIVES.length).toBeGreaterThanOrEqual(60);
  });

  it.each(HOSTILE_ARCHIVES.map(({ title, ends }) => [title, ends] as const))(
    "end as they must: %s",
    (title, ends) => {
      const outcome = outcomes.find((one) => one.title === title);
      expect(outcome).toBeDefined();
      if (!outcome) return;
      const { opening, reading, names } = outcome;
      if ("opening" in ends) expect(opening).toBe(ends.opening);
      else if ("reading" in ends) expect(reading).toBe(ends.reading);
      else
        expect({ opening, reading, names }).toEqual({
          opening: undefined,
          reading: undefined,
          names: ends.names,
        });
    },
  );

  it("never let the process grow by 300 MB", () => {
    const grown = Math.max(...outcomes.map(({ grewBy }) => grewBy));
    const slowest = Math.max(...outcomes.map(({ ms }) => ms));
    console.log(
      `${outcomes.length} hostile archives: memory grew by at most ${Math.round(grown)} MB, the slowest took ${Math.round(slowest)} ms`,
    );
    expect(grown).toBeLessThan(300);
  });

  it("leave no file behind", () => {
    expect(readdirSync(workingFolder)).toEqual([]);
  });
});
