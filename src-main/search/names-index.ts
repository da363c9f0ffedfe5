import type { Hit } from "#domain/search/hit";
import { fold, wordsOf } from "#domain/search/words";
import type lunr from "lunr";
import { mendLunr } from "./mended-lunr";
import type { SearchSource } from "./protocol";

const SHOWN = 8;
const SHORTEST_FOR_TYPOS = 4;

interface NamedThing {
  readonly hit: Omit<Hit, "score" | "titleMarks">;
  /** All its names. */
  readonly names: readonly string[];
}

/** The index of names: titles and headings of items, actors with their aliases, issues. A real lunr index, kept in memory. */
export class NamesIndex {
  readonly #things: readonly NamedThing[];
  readonly #index: lunr.Index;

  constructor(source: SearchSource) {
    this.#things = [...actors(source), ...issues(source), ...items(source)];
    const builder = new (mendLunr().Builder)();
    builder.pipeline.reset();
    builder.searchPipeline.reset();
    builder.ref("id");
    builder.field("title", { boost: 3 });
    builder.field("names");
    this.#things.forEach((thing, id) => {
      builder.add({
        id: String(id),
        title: foldText(thing.hit.title),
        names: foldText(thing.names.join(" ")),
      });
    });
    this.#index = builder.build();
  }

  /** Names that hold every word: whole, begun (the last one), or with one typing error. */
  find(text: string): Hit[] {
    const words = wordsOf(text).map((word) => word.folded);
    if (words.length === 0) return [];
    const found = this.#search(words, 0);
    const hits = found.length > 0 ? found : this.#search(words, 1);
    return hits.slice(0, SHOWN).flatMap(({ ref, score }) => {
      const thing = this.#things[Number(ref)];
      return thing
        ? [
            {
              ...thing.hit,
              score,
              titleMarks: titleMarks(thing.hit.title, words),
            },
          ]
        : [];
    });
  }

  #search(words: readonly string[], typos: 0 | 1): lunr.Index.Result[] {
    const { REQUIRED } = mendLunr().Query.presence;
    const { TRAILING } = mendLunr().Query.wildcard;
    return this.#index.query((query) => {
      for (const word of words) {
        const editDistance =
          typos > 0 && word.length >= SHORTEST_FOR_TYPOS ? typos : 0;
        if (editDistance > 0)
          query.term(word, { editDistance, presence: REQUIRED });
        else query.term(word, { wildcard: TRAILING, presence: REQUIRED });
      }
    });
  }
}

function* actors({ actors: all }: SearchSource): Generator<NamedThing> {
  for (const actor of all) {
    const detail = actor.roles[0]?.title ?? actor.kind;
    yield {
      hit: { kind: "actor", id: actor.id, title: actor.name, detail },
      names: actor.aliases,
    };
  }
}

function* issues({ issues: all }: SearchSource): Generator<NamedThing> {
  for (const issue of all) {
    const names = [issue.question, ...issue.aliases];
    yield {
      hit: {
        kind: "issue",
        id: issue.id,
        title: issue.title,
        detail: issue.question,
      },
      names,
    };
  }
}

function* items({ items: all }: SearchSource): Generator<NamedThing> {
  for (const { id, title, kind, tags, structured } of all) {
    yield {
      hit: { kind: "item", id, itemId: id, title, detail: kind },
      names: tags,
    };
    for (const block of structured.blocks) {
      if (block.kind !== "heading") continue;
      const { start, end } = block;
      const heading = structured.text.slice(start, end);
      const hit = {
        kind: "item" as const,
        id: `${id}#${start}`,
        itemId: id,
        title: heading,
        detail: title,
      };
      yield { hit: { ...hit, target: { start, end } }, names: [] };
    }
  }
}

function titleMarks(
  title: string,
  words: readonly string[],
): Hit["titleMarks"] {
  return wordsOf(title)
    .filter(({ folded }) => words.some((word) => folded.startsWith(word)))
    .map(({ start, end }) => ({ start, end }));
}

function foldText(text: string): string {
  return text
    .split(/[\s\-–—]+/u)
    .map(fold)
    .join(" ");
}
