import { crc32 } from "../crc32";
import { fail, ok, type Result } from "../result";
import type { Rating } from "./rating";

interface LogHead {
  /** Version of the line's format. */
  readonly v: 1;
  /** ULID; the same line met twice counts once. */
  readonly id: string;
  /** Running number of this device, from 1 without a gap. */
  readonly n: number;
  /** When, as ISO 8601 in UTC with milliseconds. */
  readonly t: string;
  /** Offset of local time from UTC then, minutes. */
  readonly tz: number;
}

/** One answer. `iv` (days), `s` (stability) and `d` (difficulty) are for audit; the truth is the replay. */
export interface ReviewLine extends LogHead {
  readonly k: "review";
  readonly card: string;
  readonly r: Rating;
  /** Milliseconds from question to rating. */
  readonly ms: number;
  /** Scheduler and parameters, such as `fsrs6:default`. */
  readonly p: string;
  readonly iv: number;
  readonly s: number;
  readonly d: number;
}

/** Takes one review back: it is skipped when the log is replayed. */
export interface UndoLine extends LogHead {
  readonly k: "undo";
  /** Id of the review taken back. */
  readonly of: string;
}

export type LogLine = ReviewLine | UndoLine;

/** A line of a kind this version does not know: kept in the file, counted, skipped. */
export interface UnknownLine {
  readonly k: string;
  readonly id: string;
  readonly n: number;
}

export type LogLineFault = "not-json" | "bad-checksum" | "bad-shape";

const CHECKSUM = /,"x":"([0-9a-f]{8})"\}$/u;

/** Writes a line without its newline, ending in the CRC-32 of the bytes before `,"x":`. */
export function formatLogLine(line: LogLine): string {
  const body = JSON.stringify(line).slice(0, -1);
  return `${body},"x":"${crc32(body)}"}`;
}

/** Reads a line (without its newline). Failures: `not-json`, `bad-checksum`, `bad-shape`. */
export function parseLogLine(
  text: string,
): Result<LogLine | UnknownLine, LogLineFault> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail("not-json");
  }
  const match = CHECKSUM.exec(text);
  if (!match || match[1] !== crc32(text.slice(0, match.index)))
    return fail("bad-checksum");
  if (
    !isRecord(value) ||
    typeof value.k !== "string" ||
    typeof value.id !== "string" ||
    !isCount(value.n)
  ) {
    return fail("bad-shape");
  }
  if (value.k === "review")
    return isReview(value) ? ok(value) : fail("bad-shape");
  if (value.k === "undo") return isUndo(value) ? ok(value) : fail("bad-shape");
  return ok({ k: value.k, id: value.id, n: value.n });
}

/** Tells a line this version understands from one it only keeps. */
export function isKnownLine(line: LogLine | UnknownLine): line is LogLine {
  return (
    (line.k === "review" && "card" in line) ||
    (line.k === "undo" && "of" in line)
  );
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isTime(value: unknown): boolean {
  return typeof value === "string" && Number.isFinite(Date.parse(value));
}

function isReview(value: Fields): value is Fields & ReviewLine {
  const isRating =
    typeof value.r === "number" && [1, 2, 3, 4].includes(value.r);
  return typeof value.card === "string" && isRating && isTime(value.t);
}

function isUndo(value: Fields): value is Fields & UndoLine {
  return typeof value.of === "string" && isTime(value.t);
}
