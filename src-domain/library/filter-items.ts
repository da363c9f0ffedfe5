import type { ItemKind } from "./item";
import { foldedWords } from "../search/folded-words";
import type { IndexedItem } from "./indexed-item";
import { readStateOf, type ReadState } from "./reading-position";

/** Which items are listed; every given part must hold. */
export interface ItemFilter {
  readonly collection?: string | undefined;
  /** Any of them. */
  readonly kinds?: readonly ItemKind[] | undefined;
  /** Any of them, by main language: `en` lists `en-GB` too. */
  readonly languages?: readonly string[] | undefined;
  /** All of them. */
  readonly tags?: readonly string[] | undefined;
  readonly creator?: string | undefined;
  readonly fromYear?: number | undefined;
  readonly toYear?: number | undefined;
  readonly readState?: ReadState | undefined;
  readonly hasNotes?: boolean | undefined;
  readonly hasDueCards?: boolean | undefined;
  /** Every word begins a word of the title, a creator's name or a tag. */
  readonly text?: string | undefined;
}

type Test = (item: IndexedItem) => boolean;

/**
 * Makes a test from a filter; cheap parts are asked first. `members` are the items of the filter's collection.
 * An item whose date is unknown lies in no stretch of years.
 */
export function makeFilter(
  filter: ItemFilter,
  members: { has(id: string): boolean },
): Test {
  const tests = [
    filter.collection === undefined
      ? undefined
      : (item: IndexedItem) => members.has(item.entry.id),
    byKind(filter.kinds),
    byLanguage(filter.languages),
    byReadState(filter.readState),
    byCount("noteCount", filter.hasNotes),
    byCount("dueCount", filter.hasDueCards),
    byTags(filter.tags),
    byCreator(filter.creator),
    byYears(filter.fromYear, filter.toYear),
    byText(filter.text),
  ].filter((test): test is Test => test !== undefined);
  const [first, ...rest] = tests;
  if (!first) return () => true;
  return (item) => {
    if (!first(item)) return false;
    for (const test of rest) if (!test(item)) return false;
    return true;
  };
}

/** The main language of a BCP 47 tag, in small letters; `und` where none is given. */
export function mainLanguage(language: string): string {
  return language.split("-", 1)[0]?.toLowerCase() || "und";
}

function byKind(kinds: ItemFilter["kinds"]): Test | undefined {
  if (!kinds || kinds.length === 0) return undefined;
  const wanted = new Set<string>(kinds);
  return ({ entry }) => wanted.has(entry.kind);
}

function byLanguage(languages: ItemFilter["languages"]): Test | undefined {
  if (!languages || languages.length === 0) return undefined;
  const wanted = new Set(languages.map((each) => each.toLowerCase()));
  return ({ entry: { language } }) =>
    wanted.has(mainLanguage(language)) || wanted.has(language.toLowerCase());
}

function byReadState(state: ItemFilter["readState"]): Test | undefined {
  return (
    state && (({ entry: { position } }) => readStateOf(position) === state)
  );
}

function byCount(
  field: "noteCount" | "dueCount",
  isWanted: boolean | undefined,
): Test | undefined {
  if (isWanted === undefined) return undefined;
  return ({ entry }) => entry[field] > 0 === isWanted;
}

function byTags(tags: ItemFilter["tags"]): Test | undefined {
  if (!tags || tags.length === 0) return undefined;
  return ({ entry }) => tags.every((tag) => entry.tags.includes(tag));
}

function byCreator(creator: string | undefined): Test | undefined {
  if (creator === undefined) return undefined;
  return ({ entry }) => entry.creators.some(({ name }) => name === creator);
}

function byYears(
  from = Number.NEGATIVE_INFINITY,
  to = Number.POSITIVE_INFINITY,
): Test | undefined {
  if (!Number.isFinite(from) && !Number.isFinite(to)) return undefined;
  return ({ years }) =>
    years !== undefined && years.last >= from && years.first <= to;
}

function byText(text = ""): Test | undefined {
  const begun = foldedWords(text)
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => ` ${word}`);
  if (begun.length === 0) return undefined;
  return ({ words }) => begun.every((word) => words.includes(word));
}
