import type { CatalogueEntry } from "./catalogue-entry";
import { foldedWords } from "../search/folded-words";

export interface Duplicates {
  readonly reason: "text" | "title";
  /** Ids, in the order the items were given; at least two. */
  readonly items: readonly string[];
}

export interface ComparedItem {
  readonly entry: Pick<CatalogueEntry, "id" | "title" | "creators">;
  /** Hash of the canonical text; without it only titles are compared. */
  readonly textHash?: string | undefined;
}

/**
 * Finds items that seem to be the same work: equal text, or equal folded title and creators in any order. Items without
 * a title are compared by text alone. Given one by one, so that a large library can be gone through in pieces.
 */
export class DuplicateFinder {
  readonly #byText = new Map<string, string[]>();
  readonly #byTitle = new Map<string, string[]>();

  add(item: ComparedItem): void {
    const { id } = item.entry;
    push(this.#byText, item.textHash, id);
    push(this.#byTitle, titleKey(item), id);
  }

  /** By text first. A group by title that says no more than a group by text is left out. */
  groups(): Duplicates[] {
    const byText = several(this.#byText);
    const textOf = new Map(
      byText.flatMap((group, at) => group.map((id) => [id, at] as const)),
    );
    const saysMore = ([first = "", ...rest]: readonly string[]): boolean => {
      const text = textOf.get(first);
      return text === undefined || rest.some((id) => textOf.get(id) !== text);
    };
    return [
      ...byText.map((items) => ({ reason: "text" as const, items })),
      ...several(this.#byTitle)
        .filter(saysMore)
        .map((items) => ({ reason: "title" as const, items })),
    ];
  }
}

function push(
  groups: Map<string, string[]>,
  key: string | undefined,
  id: string,
): void {
  if (key === undefined) return;
  const group = groups.get(key);
  if (group) group.push(id);
  else groups.set(key, [id]);
}

function several(groups: ReadonlyMap<string, readonly string[]>) {
  return [...groups.values()].filter((group) => group.length > 1);
}

function titleKey({ entry }: ComparedItem): string | undefined {
  const title = foldedWords(entry.title).trim();
  if (title === "") return undefined;
  const creators = new Set(
    entry.creators.map(({ name }) => foldedWords(name).trim()),
  );
  return [title, ...[...creators].sort()].join("\n");
}
