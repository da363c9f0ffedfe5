import type { Collection } from "#domain/library/collection";
import type { ItemMetadata } from "#domain/library/item";
import type { Knowledge } from "#domain/knowledge/knowledge";
import type { StructuredText } from "#domain/text/blocks";
import { readFile } from "node:fs/promises";
import type { LoadedCorpus, LoadedItem } from "./load-corpus";

/** Raised with every change of the compiled form, so that an older file is not taken for a newer one. */
const FORM = 2;

interface CompiledCorpus {
  readonly form: number;
  readonly collections: readonly Collection[];
  readonly items: readonly {
    readonly metadata: ItemMetadata;
    readonly collection: string;
    readonly words: number;
    readonly body: string;
    /** The structured text as JSON of its own, so that only what is opened is parsed. */
    readonly structured: string;
  }[];
  readonly knowledge: Knowledge;
  readonly facts: readonly (readonly [string, string])[];
}

/**
 * Puts the bundled collections into one text, checked once at build time: a start then reads one file instead of some
 * hundred and twenty (60-100 ms), and no Markdown is parsed for the search after it (100 ms). @throws Error naming what is damaged
 */
export function compileCorpus(corpus: LoadedCorpus): string {
  const [problem] = corpus.problems;
  if (problem) throw new Error(`${problem.path}: ${problem.detail}`);
  const compiled: CompiledCorpus = {
    form: FORM,
    collections: corpus.collections,
    items: [...corpus.items.values()].map(
      ({ metadata, collection, words, body, structured }) => ({
        metadata,
        collection,
        words: words(),
        body,
        structured: JSON.stringify(structured()),
      }),
    ),
    knowledge: corpus.knowledge,
    facts: [...corpus.facts],
  };
  return JSON.stringify(compiled);
}

/** Opens what `compileCorpus` made; without a usable file the collections are read from their own files. */
export async function openCorpus(
  compiledFile: string,
  resources: string,
): Promise<LoadedCorpus> {
  try {
    const compiled = JSON.parse(
      await readFile(compiledFile, "utf8"),
    ) as CompiledCorpus;
    if (compiled.form === FORM) return restore(compiled);
  } catch {
    // Absent or damaged: the sources are beside it.
  }
  return (await import("./load-corpus")).loadCorpus(resources);
}

function restore(compiled: CompiledCorpus): LoadedCorpus {
  const items = compiled.items.map(
    ({ metadata, collection, words, body, structured }): LoadedItem => {
      let parsed: StructuredText | undefined;
      return {
        metadata,
        collection,
        body,
        words: () => words,
        structured: () => (parsed ??= JSON.parse(structured) as StructuredText),
      };
    },
  );
  return {
    collections: compiled.collections,
    items: new Map(items.map((item) => [item.metadata.id, item])),
    knowledge: compiled.knowledge,
    facts: new Map(compiled.facts),
    problems: [],
  };
}
