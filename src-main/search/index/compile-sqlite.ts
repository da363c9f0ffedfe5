import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import v8 from "node:v8";

/** Node has it, and its types do not say so. */
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: { compile(bytes: Uint8Array): Promise<unknown> };
};

/** Held until the library asks V8 for the same: it is given what was compiled here. */
let compiled: Promise<unknown> | undefined;

/**
 * Begins to compile SQLite beside everything else: the library does so when it is loaded, in one piece, while everything
 * waits (60 ms). Nothing is lost where this fails: then the library does it, or says why it cannot.
 */
export function compileSqlite(): void {
  compiled ??= compile().catch(() => undefined);
}

/**
 * To be called once the library is loaded. From then on V8 optimises one function of SQLite at a time: the two largest
 * take it a fifth of a second each, and both at once take the processors from what is building.
 */
export function afterCompiling(): void {
  compiled = undefined;
  v8.setFlagsFromString("--wasm-num-compilation-tasks=1");
}

async function compile(): Promise<unknown> {
  const library = createRequire(import.meta.url).resolve("node-sqlite3-wasm");
  return WebAssembly.compile(readFileSync(library.replace(/\.js$/u, ".wasm")));
}
