import type { NameHit } from "#domain/search/hit";
import type { Query } from "#domain/search/query";
import type { Statements } from "../index/statements";
import type { Vocabulary } from "../index/vocabulary";
import type { KnownName } from "../protocol";
import { KnownNames } from "./known-names";
import { findTitles } from "./title-names";

const SHOWN = 8;
/** So many actors, issues and tags come before titles. */
const KNOWN_SHOWN = 5;

/** From one tag to the next: with `distinct` SQLite goes through every document that has any, at each letter one types. */
const TAGS = `with recursive found(tag) as (
    select min(tag) from tagged
    union all select (select min(tag) from tagged where tag > found.tag) from found where found.tag is not null
  ) select tag from found where tag is not null`;

/** Names that answer a query: actors, issues and tags from lunr's index, titles and headings from their own postings. */
export class FoundNames {
  readonly #statements: Statements;
  readonly #vocabulary: Vocabulary;
  #known: readonly KnownName[] = [];
  #index: KnownNames | undefined;
  /** All tags as JSON. */
  #indexedTags = "";

  constructor(statements: Statements, vocabulary: Vocabulary) {
    this.#statements = statements;
    this.#vocabulary = vocabulary;
  }

  know(names: readonly KnownName[]): void {
    this.#known = names;
    this.#index = undefined;
  }

  /** Only plain words and phrases ask for names: whoever writes fields or exclusions looks for texts. */
  find(query: Query): NameHit[] {
    const isPlain = query.terms.every(
      (term) =>
        !term.isNegated &&
        (term.kind === "word" || term.kind === "phrase") &&
        term.field === undefined,
    );
    if (!isPlain || query.terms.length === 0) return [];
    const words = query.terms
      .flatMap((term) =>
        term.kind === "word"
          ? [term.word]
          : term.kind === "phrase"
            ? term.words
            : [],
      )
      .map(({ folded }) => folded)
      .join(" ");
    const known = this.#lunr().find(words, KNOWN_SHOWN);
    const titles = findTitles(
      this.#statements,
      this.#vocabulary,
      words,
      SHOWN - known.length,
    );
    return [...known, ...titles];
  }

  #lunr(): KnownNames {
    const tags = this.#statements
      .all<{ tag: string }>(TAGS)
      .map(({ tag }) => tag);
    const asked = JSON.stringify(tags);
    if (!this.#index || this.#indexedTags !== asked) {
      this.#index = new KnownNames(this.#known, tags);
      this.#indexedTags = asked;
    }
    return this.#index;
  }
}
