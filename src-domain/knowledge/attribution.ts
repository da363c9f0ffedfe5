export const ATTRIBUTION_MODES = [
  "says",
  "reports",
  "alleges",
  "infers",
  "denies",
] as const;
export type AttributionMode = (typeof ATTRIBUTION_MODES)[number];

/** One link: who passes the statement on, and in which mode. `actor` names the actor when it is a known one. */
export interface AttributionLink {
  readonly speaker: string;
  readonly actor?: string;
  readonly mode: AttributionMode;
}

/** From the outermost speaker (whom we read) to the innermost (whose statement it is said to be). */
export type AttributionChain = readonly AttributionLink[];

/** First-hand means that we read the speaker's own words: exactly one link. */
export function isFirstHand(chain: AttributionChain): boolean {
  return chain.length === 1;
}

/** Draws a chain as people write it, outermost first: `Joshua Kucera ← Aftenposten ← WikiLeaks`. */
export function formatAttribution(chain: AttributionChain): string {
  return chain.map((link) => link.speaker).join(" ← ");
}
