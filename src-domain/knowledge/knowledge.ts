import type { Actor } from "./actor";
import type { HistoricalEvent } from "./event";
import type { Issue } from "./issue";
import type { Position } from "./position";

/** Everything that is held to be known, of one collection or of all. */
export interface Knowledge {
  readonly actors: readonly Actor[];
  readonly issues: readonly Issue[];
  readonly positions: readonly Position[];
  readonly events: readonly HistoricalEvent[];
}
