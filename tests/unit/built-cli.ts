import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const CACHE = join(ROOT, "node_modules", ".cache", "aide-memoire");

/** The command line and its reading process, for tests that need real processes. */
export function useBuiltCli(): (name: "cli" | "parser-process") => string {
  return useBuilt({
    cli: "src-main/cli.ts",
    "parser-process": "src-main/import/parser-process.ts",
  });
}

/** Programs built from the sources as they stand; tells where each lies. */
export function useBuilt<Name extends string>(
  sources: Readonly<Record<Name, string>>,
): (name: Name) => string {
  let folder = "";
  beforeAll(async () => {
    await mkdir(CACHE, { recursive: true });
    folder = await mkdtemp(join(CACHE, "test-"));
    await build({
      root: ROOT,
      configFile: false,
      logLevel: "silent",
      build: {
        ssr: true,
        target: "node20.18",
        outDir: folder,
        emptyOutDir: false,
        rollupOptions: {
          input: Object.fromEntries(
            Object.entries<string>(sources).map(([name, source]) => [
              name,
              join(ROOT, source),
            ]),
          ),
          output: { entryFileNames: "[name].js" },
        },
      },
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return (name) => join(folder, `${name}.js`);
}
