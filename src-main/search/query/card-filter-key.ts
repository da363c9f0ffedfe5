import type { FilterTerm } from "#domain/search/query";

/** How main and the search process call one filter on cards between them: as typed, without the minus, in lower case. */
export function cardFilterKey(
  text: string,
  { start, end, isNegated }: FilterTerm,
): string {
  return text.slice(isNegated ? start + 1 : start, end).toLowerCase();
}
