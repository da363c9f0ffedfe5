import { join, resolve } from "node:path";
import { build } from "vite";

const ROOT = resolve(import.meta.dirname, "../../../../..");

/** Builds the reading process into a folder, as the program's build does, and gives its script. */
export async function buildParser(folder: string): Promise<string> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "silent",
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: "node20.18",
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: {
        input: {
          "parser-process": join(ROOT, "src-main/import/parser-process.ts"),
        },
        output: { format: "es", entryFileNames: "[name].mjs" },
      },
    },
  });
  return join(folder, "parser-process.mjs");
}
