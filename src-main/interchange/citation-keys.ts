import { parseHistoricalDate } from "#domain/historical-date";
import { parseCreator } from "#domain/library/parse-creator";
import type { CitedItem } from "./citation-of-item";

const STOP_WORDS = new Set(
  "the a an of on in at to for and der die das ein eine le la les un une el los las il".split(
    " ",
  ),
);

/**
 * A key for each item, by its id: `kucera2011blocking`. Keys are ASCII letters and digits and no two are equal; those of
 * equal stem are told apart by a letter in the order of their ids, so that an export made again has the same keys.
 */
export function citationKeys(
  items: readonly CitedItem[],
): ReadonlyMap<string, string> {
  const byStem = new Map<string, string[]>();
  for (const item of items) {
    const stem = stemOf(item);
    byStem.set(stem, [...(byStem.get(stem) ?? []), item.id]);
  }
  const keys = new Map<string, string>();
  const taken = new Set(
    [...byStem].filter(([, ids]) => ids.length === 1).map(([stem]) => stem),
  );
  for (const [stem, ids] of byStem) {
    if (ids.length === 1) keys.set(ids[0] ?? "", stem);
    else nameApart(stem, ids, taken, keys);
  }
  return keys;
}

function nameApart(
  stem: string,
  ids: readonly string[],
  taken: Set<string>,
  keys: Map<string, string>,
): void {
  let next = 0;
  for (const id of [...ids].sort()) {
    while (taken.has(stem + lettersFor(next))) next += 1;
    const key = stem + lettersFor(next);
    taken.add(key);
    keys.set(id, key);
  }
}

function stemOf({ creators, date, written, title }: CitedItem): string {
  const [first] = creators;
  const name = first && (first.family ?? parseCreator(first.name).family);
  const year = parseHistoricalDate(written ?? date ?? "")?.firstDay.slice(0, 4);
  const word = firstWord(title);
  const bare = name?.replace(/,? (?:Jr\.?|Sr\.?|II|III|IV)$/u, "");
  const stem = `${bare === undefined ? firstWord(first?.name ?? "") : ascii(bare)}${year ?? ""}${word}`;
  // A key begins with a letter.
  return /^[a-z]/u.test(stem) ? stem : `item${stem}`;
}

/** The first word that says something. */
function firstWord(text: string): string {
  return (
    text
      .split(/[^\p{L}\p{N}]+/u)
      .map(ascii)
      .find((word) => word.length > 1 && !STOP_WORDS.has(word)) ?? ""
  );
}

function ascii(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, "");
}

/** a, b, ... z, aa, ab, ... */
function lettersFor(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : lettersFor(Math.floor(index / 26) - 1) + last;
}
