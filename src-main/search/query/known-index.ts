import { queryWords } from "#domain/search/query-words";
import { isStopWord } from "#domain/search/stop-words";
import type { KnownName } from "../protocol";

/** Actors and issues by everything they are called, for names in queries. */
export class KnownIndex {
  readonly all: readonly KnownName[];
  readonly #byName = new Map<string, Set<KnownName>>();
  /** Words of the longest name. */
  readonly longest: number;

  constructor(all: readonly KnownName[]) {
    this.all = all;
    let longest = 0;
    for (const known of all)
      for (const name of callings(known)) {
        const words = foldedOf(name);
        longest = Math.max(longest, words.length);
        this.#put(words.join(" "), known);
      }
    this.longest = longest;
  }

  /** The one actor that is called so; `undefined` if none is, or several are. */
  actorCalled(words: readonly string[]): KnownName | undefined {
    const found = [...(this.#byName.get(words.join(" ")) ?? [])].filter(
      ({ kind }) => kind === "actor",
    );
    return found.length === 1 ? found[0] : undefined;
  }

  /** All of a kind whose whole name is this, or else who have a name whose words begin so. */
  meant(kind: KnownName["kind"], text: string): KnownName[] {
    const words = foldedOf(text);
    if (words.length === 0) return [];
    const exact = this.all.filter(
      (known) =>
        known.kind === kind &&
        (this.#byName.get(words.join(" "))?.has(known) === true ||
          known.id === text),
    );
    if (exact.length > 0) return exact;
    return this.all.filter(
      (known) =>
        known.kind === kind &&
        callings(known).some((name) => {
          const own = foldedOf(name);
          return words.every((word) =>
            own.some((each) => each.startsWith(word)),
          );
        }),
    );
  }

  #put(name: string, known: KnownName): void {
    if (name === "" || isStopWord(name)) return;
    const named = this.#byName.get(name) ?? new Set();
    this.#byName.set(name, named.add(known));
  }
}

/** Name, aliases, and for a person the surname. */
function callings({ name, aliases, actorKind, kind }: KnownName): string[] {
  const surname =
    actorKind === "person" ? name.split(/\s+/u).at(-1) : undefined;
  return [
    name,
    ...aliases,
    ...(kind === "actor" && surname !== undefined && surname !== name
      ? [surname]
      : []),
  ];
}

function foldedOf(text: string): string[] {
  return queryWords(text).map(({ folded }) => folded);
}
