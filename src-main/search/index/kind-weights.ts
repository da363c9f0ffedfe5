import type { TextKind } from "#domain/search/hit";

/**
 * What a kind's score counts beside that of a passage. BM25 prefers the short: without this the cards made from one
 * position would stand before every text that speaks of the matter. Chosen on the bundled collection.
 */
export const KIND_WEIGHTS: Readonly<Record<TextKind, number>> = {
  passage: 1,
  note: 1,
  annotation: 0.7,
  position: 0.6,
  event: 0.6,
  actor: 0.6,
  issue: 0.6,
  card: 0.35,
};
