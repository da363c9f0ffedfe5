import { parseHistoricalDate } from "../historical-date";
import type { Creator } from "./creator";
import type { ItemKind, ItemMetadata } from "./item";

/** The metadata a person may correct. */
export interface CorrectableMetadata extends Pick<
  ItemMetadata,
  "title" | "kind" | "creators" | "date" | "language" | "summary" | "tags"
> {
  readonly publisher?: string;
  readonly url?: string;
}

/** What is to be changed of an item; what is not named stays. `null` empties a field that may be empty. */
export interface ItemChanges {
  readonly title?: string;
  readonly kind?: ItemKind;
  readonly creators?: readonly Creator[];
  readonly date?: string | null;
  readonly language?: string;
  readonly publisher?: string | null;
  readonly url?: string | null;
  readonly summary?: string;
  readonly tags?: readonly string[];
}

/** The fields that may be changed, in the order they are written. */
export const CHANGEABLE = [
  "title",
  "kind",
  "creators",
  "date",
  "language",
  "publisher",
  "url",
  "summary",
  "tags",
] as const satisfies readonly (keyof ItemChanges)[];

/** The item with the changes made. */
export function applyChanges<Item extends CorrectableMetadata>(
  item: Item,
  changes: ItemChanges,
): Item {
  const changed = new Map<string, unknown>(Object.entries(item));
  for (const field of CHANGEABLE) {
    const value = changes[field];
    if (value === null) changed.delete(field);
    else if (value !== undefined) changed.set(field, value);
  }
  return Object.fromEntries(changed) as unknown as Item;
}

/** The changes that take changes back: applied after them they give the item as it was. */
export function invertChanges(
  item: CorrectableMetadata,
  changes: ItemChanges,
): ItemChanges {
  const named = CHANGEABLE.filter((field) => changes[field] !== undefined);
  return Object.fromEntries(
    named.map((field) => [field, item[field] ?? null]),
  ) as ItemChanges;
}

/**
 * The corrections to keep so that `item` with them equals `item` with `before` and then `changes`: a field that is
 * corrected back to what the source says needs no correction.
 */
export function addCorrections(
  item: CorrectableMetadata,
  before: ItemChanges,
  changes: ItemChanges,
): ItemChanges {
  const both = { ...before, ...changes };
  const needed = CHANGEABLE.filter((field) => {
    const value = both[field];
    return value !== undefined && !isSame(value, item[field] ?? null);
  });
  return Object.fromEntries(
    needed.map((field) => [field, both[field]]),
  ) as ItemChanges;
}

/** Why changes cannot be made; `undefined` when they can. */
export function faultOf({ date }: ItemChanges): string | undefined {
  return typeof date === "string" && !parseHistoricalDate(date)
    ? `not a date: ${date}`
    : undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** Keys in one order: `{name, family}` written either way is the same creator. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, sorted(each)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
