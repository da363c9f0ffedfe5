import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "electron-vite";
import { cpSync } from "node:fs";
import { resolve } from "node:path";
import packageJson from "./package.json" with { type: "json" };

const BUNDLED = Object.keys(packageJson.dependencies).filter(
  (name) => name !== "node-sqlite3-wasm",
);

/** Puts the character maps that pdf.js needs for Chinese, Japanese and Korean beside the built program. */
const characterMaps = {
  name: "character-maps",
  writeBundle(): void {
    cpSync(
      resolve("node_modules/pdfjs-dist/cmaps"),
      resolve("out/main/character-maps"),
      { recursive: true },
    );
  },
};

/**
 * electron-store brings a compiler of JSON schemas (twice, 240 KB, some 20 ms of every start) for schemas that we do not
 * give it: settings are checked by their contract. Without one it never asks for it.
 */
const withoutSchemaCompiler = {
  name: "without-schema-compiler",
  enforce: "pre" as const,
  resolveId: (id: string): string | undefined =>
    /^ajv(?:-formats)?(?:\/|$)/u.test(id) ? "\0no-schema-compiler" : undefined,
  load: (id: string): string | undefined =>
    id === "\0no-schema-compiler"
      ? "export class Ajv2020 { constructor() { throw new Error('No schema compiler is bundled'); } }\nexport default undefined;"
      : undefined,
};

// Explicit targets: Electron 33 (Chromium 130, Node 20.18) is the oldest runtime we support,
// and electron-vite would derive newer ones from the installed electron package.
export default defineConfig({
  main: {
    plugins: [characterMaps, withoutSchemaCompiler],
    build: {
      target: "node20.18",
      outDir: "out/main",
      sourcemap: false,
      // Bundled and minified: at start one file is read and parsed instead of several hundred.
      externalizeDeps: { include: ["node-sqlite3-wasm"], exclude: BUNDLED },
      minify: true,
      rollupOptions: {
        input: {
          index: resolve("src-main/index.ts"),
          cli: resolve("src-main/cli.ts"),
          "compile-corpus": resolve("src-main/compile-corpus.ts"),
          "parser-process": resolve("src-main/import/parser-process.ts"),
          "search-process": resolve("src-main/search/search-process.ts"),
          "reference-worker": resolve(
            "src-main/interchange/reference-worker.ts",
          ),
        },
        output: {
          format: "es",
          entryFileNames: "[name].js",
          chunkFileNames: "chunks/[name]-[hash].js",
        },
      },
    },
  },
  preload: {
    build: {
      target: "node20.18",
      outDir: "out/preload",
      externalizeDeps: false,
      minify: true,
      rollupOptions: {
        input: { preload: resolve("src-bridge/preload.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: resolve("src-renderer"),
    base: "./",
    plugins: [svelte({ configFile: resolve("svelte.config.js") })],
    build: {
      target: "chrome130",
      outDir: resolve("out/renderer"),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: resolve("src-renderer/index.html") } },
    },
  },
});
