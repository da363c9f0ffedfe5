import v8 from "node:v8";

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
