import type { Evidence } from "./evidence";

/** A question at stake. */
export interface Issue {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** How to read the scale of stances on this question. */
  readonly note: string;
  readonly aliases: readonly string[];
  readonly evidence: readonly Evidence[];
}
