import type { HistoricalDate } from "../historical-date";
import type { AttributionChain } from "./attribution";
import type { Evidence } from "./evidence";
import type { Confidence } from "./position";

/** Something dated that happened, with evidence. */
export interface HistoricalEvent {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly date: HistoricalDate;
  readonly actors: readonly string[];
  readonly attribution: AttributionChain;
  readonly evidence: readonly Evidence[];
  readonly sources: readonly string[];
  readonly facts: readonly string[];
  readonly confidence: Confidence;
}
