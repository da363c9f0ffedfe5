import type { Filters } from "./scope";
import { KIND_WORDS } from "./kind-words";
import { languageWord } from "./language-words";

/** One thing a list is narrowed by, with what remains when it is taken away. */
export interface FilterPart {
  readonly label: string;
  readonly without: Filters;
}

const STATE_WORDS = { unread: "Unread", reading: "Reading", read: "Read" };

/** Says each part of a filter, apart from the words in the filter field, which stand there. */
export function filterParts(filters: Filters): FilterPart[] {
  const parts: FilterPart[] = [];
  const { kinds = [], languages = [], tags = [] } = filters;
  for (const kind of kinds)
    parts.push({
      label: KIND_WORDS[kind],
      without: { ...filters, kinds: kinds.filter((each) => each !== kind) },
    });
  for (const language of languages)
    parts.push({
      label: languageWord(language),
      without: {
        ...filters,
        languages: languages.filter((each) => each !== language),
      },
    });
  for (const tag of tags)
    parts.push({
      label: `#${tag}`,
      without: { ...filters, tags: tags.filter((each) => each !== tag) },
    });
  const years = yearWords(filters.fromYear, filters.toYear);
  if (years)
    parts.push({
      label: years,
      without: { ...filters, fromYear: undefined, toYear: undefined },
    });
  if (filters.creator !== undefined)
    parts.push({
      label: `By ${filters.creator}`,
      without: { ...filters, creator: undefined },
    });
  if (filters.readState)
    parts.push({
      label: STATE_WORDS[filters.readState],
      without: { ...filters, readState: undefined },
    });
  if (filters.hasNotes !== undefined)
    parts.push({
      label: filters.hasNotes ? "With notes" : "Without notes",
      without: { ...filters, hasNotes: undefined },
    });
  if (filters.hasDueCards !== undefined)
    parts.push({
      label: filters.hasDueCards ? "With due cards" : "Without due cards",
      without: { ...filters, hasDueCards: undefined },
    });
  return parts;
}

/** Only what narrows: empty lists and words are left out, so that equal filters look equal. */
export function tidyFilters(filters: Filters): Filters {
  return Object.fromEntries(
    Object.entries(filters).filter(
      ([, value]) =>
        value !== undefined &&
        value !== "" &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function yearWords(
  from: number | undefined,
  to: number | undefined,
): string | undefined {
  if (from !== undefined && to !== undefined)
    return from === to ? String(from) : `${from}–${to}`;
  if (from !== undefined) return `From ${from}`;
  return to === undefined ? undefined : `Until ${to}`;
}
