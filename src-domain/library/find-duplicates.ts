import type { CatalogueEntry } from "./catalogue-entry";
import { foldedWords } from "./indexed-item";

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
 * Items that seem to be the same work: equal text, or equal folded title and creators in any order. A group by title
 * that says no more than a group by text is left out. Items without a title are compared by text alone.
 */
export function findDuplicates(items: readonly ComparedItem[]): Duplicates[] {
  const byText = groups(items, ({ textHash }) => textHash);
  const byTitle = groups(items, titleKey);
  const textOf = new Map(
    byText.flatMap((group, at) => group.map((id) => [id, at] as const)),
  );
  const saysMore = (group: readonly string[]): boolean => {
    const first = textOf.get(group[0] ?? "");
    return first === undefined || group.some((id) => textOf.get(id) !== first);
  };
  return [
    ...byText.map((ids) => ({ reason: "text" as const, items: ids })),
    ...byTitle
      .filter(saysMore)
      .map((ids) => ({ reason: "title" as const, items: ids })),
  ];
}

function groups(
  items: readonly ComparedItem[],
  keyOf: (item: ComparedItem) => string | undefined,
): string[][] {
  const found = new Map<string, string[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = found.get(key);
    if (group) group.push(item.entry.id);
    else found.set(key, [item.entry.id]);
  }
  return [...found.values()].filter((group) => group.length > 1);
}

function titleKey({ entry }: ComparedItem): string | undefined {
  const title = foldedWords(entry.title).trim();
  if (title === "") return undefined;
  const creators = new Set(
    entry.creators.map(({ name }) => foldedWords(name).trim()),
  );
  return [title, ...[...creators].sort()].join("\n");
}
