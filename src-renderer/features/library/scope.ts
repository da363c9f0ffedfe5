import type { LibraryFilter } from "#bridge/contract/catalogue";
import type { ReadState } from "#domain/library/reading-position";

/** Which part of the library is listed. */
export type Scope =
  | { readonly kind: "all" }
  | { readonly kind: "state"; readonly state: ReadState }
  | { readonly kind: "collection"; readonly id: string }
  | { readonly kind: "tag"; readonly tag: string }
  | { readonly kind: "trash" }
  | { readonly kind: "duplicates" };

/** What narrows the part further: set in the bar above the list. */
export type Filters = Omit<LibraryFilter, "collection">;

export const ALL: Scope = { kind: "all" };

/** Tells whether two scopes list the same part. */
export function isSameScope(a: Scope, b: Scope): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The filter main is asked with: both the part and what narrows it must hold. */
export function filterOf(scope: Scope, filters: Filters): LibraryFilter {
  switch (scope.kind) {
    case "state":
      return { ...filters, readState: scope.state };
    case "collection":
      return { ...filters, collection: scope.id };
    case "tag":
      return { ...filters, tags: [scope.tag, ...(filters.tags ?? [])] };
    case "all":
    case "trash":
    case "duplicates":
      return filters;
  }
}
