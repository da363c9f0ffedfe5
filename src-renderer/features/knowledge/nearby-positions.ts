import type { AnchoredPosition } from "#bridge/contract/knowledge";
import { parseHistoricalDate } from "#domain/historical-date";

const DAY_MS = 86_400_000;
const NEAR_DAYS = 60;

/** What others held on the same issue within two months of any of these positions. */
export function nearbyPositions(
  shown: readonly AnchoredPosition[],
  all: readonly AnchoredPosition[],
): readonly AnchoredPosition[] {
  return all.filter((other) =>
    shown.some(
      (one) =>
        other.actor !== one.actor &&
        other.issue === one.issue &&
        daysApart(one, other) <= NEAR_DAYS,
    ),
  );
}

/** Tells whether the stance changed from one dated position to a later one. */
export function hasShift(positions: readonly AnchoredPosition[]): boolean {
  return positions.some(
    (each, index) => index > 0 && each.stance !== positions[index - 1]?.stance,
  );
}

function daysApart(a: AnchoredPosition, b: AnchoredPosition): number {
  const [one, other] = [
    parseHistoricalDate(a.date),
    parseHistoricalDate(b.date),
  ];
  if (!one || !other) return Number.POSITIVE_INFINITY;
  return (
    Math.abs(Date.parse(one.firstDay) - Date.parse(other.firstDay)) / DAY_MS
  );
}
