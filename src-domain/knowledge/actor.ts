import type { HistoricalDate } from "../historical-date";
import type { Evidence } from "./evidence";

export const ACTOR_KINDS = [
  "person",
  "state",
  "organisation",
  "body",
  "publication",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** An office or function with the time it was held; an absent end means it still was when the record was written. */
export interface Role {
  readonly title: string;
  readonly from?: HistoricalDate;
  readonly to?: HistoricalDate;
}

/** A person, state, organisation, body or outlet that can hold or pass on a position. */
export interface Actor {
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles: readonly Role[];
  /** Id of the actor it belongs to. */
  readonly affiliation?: string;
  readonly affiliationNote?: string;
  readonly facts: readonly string[];
  readonly evidence: readonly Evidence[];
}
