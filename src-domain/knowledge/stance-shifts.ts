import { compareHistoricalDates } from "../historical-date";
import type { Position } from "./position";

/** A position as far as shifts are counted by. */
export type DatedStance = Pick<Position, "actor" | "issue" | "stance" | "date">;

/** How often an actor's stance on an issue changed from one dated position to the next, over all actors and issues given. */
export function countShifts(positions: readonly DatedStance[]): number {
  const last = new Map<string, Position["stance"]>();
  let shifts = 0;
  const inOrder = [...positions].sort((a, b) =>
    compareHistoricalDates(a.date, b.date),
  );
  for (const { actor, issue, stance } of inOrder) {
    const subject = `${actor} ${issue}`;
    const before = last.get(subject);
    if (before !== undefined && before !== stance) shifts += 1;
    last.set(subject, stance);
  }
  return shifts;
}
