import type { HistoricalDate } from "../historical-date";
import type { AttributionChain } from "./attribution";
import type { Evidence } from "./evidence";
import type { Stance } from "./stance";

export type Confidence = "high" | "medium";

/** Actor x issue x stance x date, in one sentence, with the passages it rests on and the chain of who says so. */
export interface Position {
  readonly id: string;
  readonly actor: string;
  readonly issue: string;
  readonly stance: Stance;
  readonly date: HistoricalDate;
  readonly statement: string;
  readonly attribution: AttributionChain;
  readonly evidence: readonly Evidence[];
  /** External sources, as plain citations. */
  readonly sources: readonly string[];
  readonly facts: readonly string[];
  readonly confidence: Confidence;
}
