import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileCorpus } from "./library/compiled-corpus";
import { loadCorpus } from "./library/load-corpus";

// The build's last step: `out/main/corpus.json` from `resources/corpus`.
const here = dirname(fileURLToPath(import.meta.url));
const corpus = await loadCorpus(join(here, "..", "..", "resources"));
await writeFile(join(here, "corpus.json"), compileCorpus(corpus));
