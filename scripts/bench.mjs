import { cpus } from "node:os";
import { benchLibrary } from "./bench/library.mjs";
import { benchImport } from "./bench/import.mjs";
import { benchReader } from "./bench/reader.mjs";
import { benchRelevance } from "./bench/relevance.mjs";
import { benchSearch } from "./bench/search.mjs";
import { benchStart } from "./bench/start.mjs";
import { benchStudy } from "./bench/study.mjs";

// `npm run --silent bench -- NAME [--json] [--size=PASSAGES]`: ours and the yardstick alternate in one run; figures are
// medians. `--size` measures search on so many passages, without a window.
const BENCHES = {
  start: benchStart,
  library: benchLibrary,
  import: benchImport,
  reader: benchReader,
  search: benchSearch,
  relevance: benchRelevance,
  study: benchStudy,
};
const [name = ""] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith("--"));
const isJson = process.argv.includes("--json");
const sizes = process.argv.flatMap((word) =>
  word.startsWith("--size=") ? [Number(word.slice("--size=".length))] : [],
);
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;

if (!bench) {
  console.error(
    `Usage: npm run bench -- NAME [--json]; NAME is one of: ${Object.keys(BENCHES).join(", ")}`,
  );
  process.exitCode = 2;
} else {
  const log = (/** @type {string} */ line) => console.error(line);
  const rows = await bench({ log, ...(sizes.length > 0 ? { sizes } : {}) });
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim()}`;
  if (isJson) console.log(JSON.stringify({ bench: name, machine, rows }));
  else
    console.table(
      rows.map(({ yardstick, ...row }) => ({
        ...row,
        yardstick: yardstick?.value,
      })),
    );
}
