import type { FilterTerm, Query, Term } from "#domain/search/query";
import type { TextRange } from "#domain/text/blocks";
import { withoutParts } from "./edit-query";

/** Another way to ask, where the present one finds nothing. */
export interface Offer {
  readonly label: string;
  readonly text: string;
  /** One word suffices. */
  readonly any?: true;
}

export interface Advice {
  readonly sentence: string;
  readonly offers: readonly Offer[];
}

const either = new Intl.ListFormat("en", { type: "disjunction" });

/**
 * What to say where nothing was found, and what else can be asked: by what the query is made of. `absent`: words of it that no
 * text holds.
 */
export function adviceOn(
  { text, terms, complaints }: Query,
  any: boolean,
  absent: readonly TextRange[] = [],
): Advice {
  const wanted = terms.filter(({ isNegated }) => !isNegated);
  if (wanted.length === 0) {
    const isTold = complaints.length > 0;
    const sentence = isTold ? "" : "There is no word in it that texts hold.";
    return { sentence, offers: [] };
  }
  const filters = terms.filter((term) => term.kind === "filter");
  const words = wanted.filter((term) => term.kind !== "filter");
  const offers = [
    ...voices(text, filters),
    ...(absent.length > 0 && absent.length < words.length
      ? [
          {
            label: `Search without ${quoted(text, absent)}`,
            text: `${withoutParts(text, absent)} `,
          },
        ]
      : []),
    ...(words.length > 1 && !any
      ? [{ label: "Search for any of the words", text, any: true as const }]
      : []),
    ...(words.length > 0 && filters.length > 0
      ? [{ label: "Search without filters", text: withoutParts(text, filters) }]
      : []),
  ];
  const sentence =
    absent.length > 0
      ? `No text holds ${quoted(text, absent)}.`
      : sentenceOn(words, filters);
  return { sentence, offers };
}

function quoted(text: string, parts: readonly TextRange[]): string {
  return either.format(
    parts.map(({ start, end }) => {
      const part = text.slice(start, end);
      return /^["“„«]/u.test(part) ? part : `“${part}”`;
    }),
  );
}

function sentenceOn(
  words: readonly Term[],
  filters: readonly FilterTerm[],
): string {
  const kinds = new Set(
    filters.flatMap(({ value, isNegated }) =>
      value.field === "kind" && !isNegated ? [value.kind] : [],
    ),
  );
  if (kinds.size > 1)
    return "Nothing is of two kinds at once: take one of them out.";
  const asks = (field: FilterTerm["value"]["field"]): boolean =>
    filters.some(({ value }) => value.field === field);
  if (words.length === 0 && asks("due")) return "No card is due by then.";
  if (words.length === 0 && asks("forgotten"))
    return "No card was forgotten so often.";
  if (filters.length > 0)
    return words.length > 0
      ? "The words and every filter must be met by one text."
      : "Every filter must be met by one text: take one of them out.";
  return words.length > 1
    ? "All the words must stand in one text."
    : "Try another word, or only the beginning of it.";
}

/** Most of what a library knows is hearsay, and whoever asks for the one may mean the other. */
function voices(text: string, filters: readonly FilterTerm[]): Offer[] {
  return filters.flatMap(({ value, start, end }): Offer[] => {
    if (value.field !== "said-by" && value.field !== "reported") return [];
    const [field, label] =
      value.field === "said-by"
        ? ["reported", `Search what is reported of ${value.text}`]
        : ["said-by", `Search what ${value.text} said first-hand`];
    const part = text
      .slice(start, end)
      .replace(/^(-?)(?:said-by|reported):/iu, `$1${field}:`);
    return [{ label, text: text.slice(0, start) + part + text.slice(end) }];
  });
}
