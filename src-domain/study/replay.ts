import type { Memory } from "./memory";
import type { LogLine, ReviewLine } from "./review-log";
import type { Scheduler } from "./scheduler";

/** A log line with the device whose log it stands in. */
export interface DeviceLine {
  readonly device: string;
  readonly line: LogLine;
}

/**
 * The memories that follow from logs: lines are merged by (time, device, number), a line met twice counts once, and
 * reviews that were taken back are skipped. Same logs in any order: same memories.
 */
export function replay(
  lines: readonly DeviceLine[],
  scheduler: Scheduler,
): Map<string, Memory> {
  const memories = new Map<string, Memory>();
  for (const review of effectiveReviews(lines)) {
    memories.set(
      review.card,
      applyReview(memories.get(review.card), review, scheduler),
    );
  }
  return memories;
}

/** The reviews that count, in merge order. */
export function effectiveReviews(lines: readonly DeviceLine[]): ReviewLine[] {
  const undone = new Set(
    lines.flatMap(({ line }) => (line.k === "undo" ? [line.of] : [])),
  );
  const seen = new Set<string>();
  return [...lines]
    .sort(inMergeOrder)
    .map(({ line }) => line)
    .filter((line): line is ReviewLine => {
      if (line.k !== "review" || undone.has(line.id) || seen.has(line.id))
        return false;
      seen.add(line.id);
      return true;
    });
}

/** One step of the replay. A clock set back between two devices must not stop it: such a review counts at the later time. */
export function applyReview(
  memory: Memory | undefined,
  review: ReviewLine,
  scheduler: Scheduler,
): Memory {
  const at = Math.max(Date.parse(review.t), memory?.lastReviewAt ?? 0);
  return scheduler.next(memory, at, review.r);
}

function inMergeOrder(a: DeviceLine, b: DeviceLine): number {
  const time = Date.parse(a.line.t) - Date.parse(b.line.t);
  if (time !== 0) return time;
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  return a.line.n - b.line.n;
}
