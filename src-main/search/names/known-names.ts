import type { NameHit } from "#domain/search/hit";
import { textWords } from "#domain/search/text-words";
import { fold } from "#domain/search/words";
import type lunr from "lunr";
import type { KnownName } from "../protocol";
import { mendLunr } from "./mended-lunr";
import { titleMarks } from "./title-names";

const SHORTEST_FOR_TYPOS = 4;
/** lunr makes an automaton of all errors a word may hold, which takes gigabytes for one of thousands of letters. */
const LONGEST_FOR_TYPOS = 60;

type Named = Omit<NameHit, "score" | "titleMarks" | "alias"> & {
  readonly aliases: readonly string[];
};

/** The lunr index of actors with their aliases, issues and tags: small, and made when it is first asked. */
export class KnownNames {
  readonly #things: readonly Named[];
  readonly #index: lunr.Index;

  constructor(known: readonly KnownName[], tags: readonly string[]) {
    this.#things = [
      ...known.map(({ kind, id, name: title, detail, aliases }): Named => ({
        kind,
        id,
        title,
        detail,
        aliases,
      })),
      ...tags.map((tag): Named => ({
        kind: "tag",
        id: tag,
        title: tag,
        detail: "",
        aliases: [],
      })),
    ];
    const builder = new (mendLunr().Builder)();
    builder.pipeline.reset();
    builder.searchPipeline.reset();
    builder.ref("id");
    builder.field("title", { boost: 3 });
    builder.field("others");
    this.#things.forEach(({ kind, title, detail, aliases }, id) => {
      const others = kind === "issue" ? [detail, ...aliases] : aliases;
      const names = foldedWords(others.join(" ")).join(" ");
      const folded = foldedWords(title).join(" ");
      builder.add({ id: String(id), title: folded, others: names });
    });
    this.#index = builder.build();
  }

  /** Names that hold every word: whole, begun, or with one typing error. */
  find(text: string, limit: number): NameHit[] {
    const words = foldedWords(text);
    if (words.length === 0) return [];
    const exact = this.#search(words, false);
    const found = exact.length > 0 ? exact : this.#search(words, true);
    return found.slice(0, limit).flatMap(({ ref, score }) => {
      const thing = this.#things[Number(ref)];
      if (!thing) return [];
      const { kind, id, title, detail } = thing;
      const alias = answeringAlias(thing, words);
      return [
        {
          kind,
          id,
          title,
          titleMarks: titleMarks(title, words),
          ...(alias === undefined ? {} : { alias }),
          detail,
          score,
        },
      ];
    });
  }

  #search(words: readonly string[], allowsError: boolean): lunr.Index.Result[] {
    const { REQUIRED } = mendLunr().Query.presence;
    const { TRAILING } = mendLunr().Query.wildcard;
    return this.#index.query((query) => {
      for (const word of words) {
        const mayBeWrong =
          word.length >= SHORTEST_FOR_TYPOS && word.length <= LONGEST_FOR_TYPOS;
        if (allowsError && mayBeWrong)
          query.term(word, { editDistance: 1, presence: REQUIRED });
        else query.term(word, { wildcard: TRAILING, presence: REQUIRED });
      }
    });
  }
}

/** The alias with most of the words that the title does not hold. */
function answeringAlias(
  { title, aliases }: Named,
  words: readonly string[],
): string | undefined {
  const lacks = (text: string, sought: readonly string[]): string[] => {
    const held = foldedWords(text);
    return sought.filter((word) => !held.some((each) => each.startsWith(word)));
  };
  const missing = lacks(title, words);
  const [best] = aliases
    .map((alias) => ({ alias, count: lacks(alias, missing).length }))
    .filter(({ count }) => count < missing.length)
    .sort((a, b) => a.count - b.count);
  return best?.alias;
}

function foldedWords(text: string): string[] {
  return textWords(text)
    .map(({ raw }) => fold(raw))
    .filter((word) => word !== "");
}
