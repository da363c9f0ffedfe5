import type { AttributionChain } from "../knowledge/attribution";
import type { Evidence } from "../knowledge/evidence";
import type { Stance } from "../knowledge/stance";

/** What a card was made from. */
export interface CardOrigin {
  readonly kind: "position" | "event" | "actor" | "passage";
  readonly id: string;
}

export type CardForm =
  | "who-held"
  | "what-held"
  | "what-happened"
  | "which-role"
  /** Written by the person. In a cloze the hidden words stand in `{{…}}`. */
  | "own-question"
  | "own-cloze";

/** One scheduled question. The id is derived from origin and form, so that a review log finds its card for ever. */
export interface Card {
  readonly id: string;
  readonly origin: CardOrigin;
  readonly form: CardForm;
  /** A short line above the question, such as the title. */
  readonly topic: string;
  readonly question: string;
  /** The answer in a few words. */
  readonly answer: string;
  /** One or two sentences that fill the answer out. */
  readonly explanation: string;
  readonly stance?: Stance;
  readonly attribution: AttributionChain;
  readonly evidence: readonly Evidence[];
}
