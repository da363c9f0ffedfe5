import type { HitKind } from "#domain/search/hit";

/** What each kind of hit is called. */
export const KIND_WORDS: Readonly<
  Record<HitKind, { readonly one: string; readonly many: string }>
> = {
  passage: { one: "Passage", many: "Passages" },
  note: { one: "Note", many: "Notes" },
  annotation: { one: "Annotation", many: "Annotations" },
  card: { one: "Card", many: "Cards" },
  position: { one: "Position", many: "Positions" },
  event: { one: "Event", many: "Events" },
  actor: { one: "Actor", many: "Actors" },
  issue: { one: "Issue", many: "Issues" },
  item: { one: "Item", many: "Items" },
  tag: { one: "Tag", many: "Tags" },
};
