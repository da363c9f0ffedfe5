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

/** To be called once the library is loaded. */
export function afterCompiling(): void {
  compiled = undefined;
}

/** The newest V8 that was seen to know these flags; one that knows only the second would optimise everything at once. */
const NEWEST_V8 = 13;

/**
 * To be called before SQLite is compiled. V8 would optimise its largest functions after a while, each for as long as a third
 * of a small index takes to be built; what is gained by it is a tenth of the time of building a large one, and nothing that
 * is seen when asking.
 */
export function keepSqliteAsCompiled(): void {
  const version = Number(process.versions.v8.split(".")[0]);
  v8.setFlagsFromString(
    version <= NEWEST_V8
      ? "--no-wasm-tier-up --no-wasm-dynamic-tiering"
      : "--wasm-tiering-budget=400000000",
  );
}

async function compile(): Promise<unknown> {
  const library = createRequire(import.meta.url).resolve("node-sqlite3-wasm");
  return WebAssembly.compile(readFileSync(library.replace(/\.js$/u, ".wasm")));
}
