import { alignPattern, likeness } from "./align";
import type { TextQuoteSelector } from "./selectors";
import { lettersOf, type Skeleton } from "./skeleton";

/** Context of fewer letters tells nothing. */
export const SHORTEST_CONTEXT = 4;

/** A quotation with its context, as letters. */
export interface SoughtLetters {
  readonly letters: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The context as far as it lies in the same paragraph: a moved paragraph takes only this along. */
  readonly nearPrefix: string;
  readonly nearSuffix: string;
}

/** The letters of a selector. */
export function soughtLetters(quote: TextQuoteSelector): SoughtLetters {
  return {
    letters: lettersOf(quote.exact),
    prefix: lettersOf(quote.prefix ?? ""),
    suffix: lettersOf(quote.suffix ?? ""),
    nearPrefix: lettersOf(quote.prefix?.split("\n").at(-1) ?? ""),
    nearSuffix: lettersOf(quote.suffix?.split("\n")[0] ?? ""),
  };
}

/** Context on both sides says which of two copies is meant; on one side alone too little, for a few words. */
export function hasTwoSides({ prefix, suffix }: SoughtLetters): boolean {
  return Math.min(prefix.length, suffix.length) >= SHORTEST_CONTEXT;
}

/** What is known of one side only, as at the end of a text. */
export function hasOneSide({ prefix, suffix }: SoughtLetters): boolean {
  const sides = [prefix, suffix];
  return sides.filter((each) => each.length >= SHORTEST_CONTEXT).length === 1;
}

/** At an edge of its paragraph a passage takes no context along on that side, wherever the paragraph goes. */
export function isAtEdge({ nearPrefix, nearSuffix }: SoughtLetters): boolean {
  return Math.min(nearPrefix.length, nearSuffix.length) < SHORTEST_CONTEXT;
}

/** Likeness of the letters before and after a stretch to the context; sides that tell nothing are left out. */
export function sidesOf(
  { letters }: Skeleton,
  from: number,
  to: number,
  { prefix, suffix }: Pick<SoughtLetters, "prefix" | "suffix">,
  slack: number,
): number[] {
  const sides: number[] = [];
  if (prefix.length >= SHORTEST_CONTEXT)
    sides.push(
      likeness(prefix, letters.slice(Math.max(0, from - prefix.length), from)),
    );
  if (suffix.length >= SHORTEST_CONTEXT)
    sides.push(
      slack === 0
        ? likeness(suffix, letters.slice(to, to + suffix.length))
        : likenessWithin(
            suffix,
            letters.slice(
              Math.max(from, Math.floor(to - slack)),
              Math.ceil(to + suffix.length + slack),
            ),
          ),
    );
  return sides;
}

function likenessWithin(pattern: string, window: string): number {
  return 1 - alignPattern(pattern, window).errors / pattern.length;
}

/** Their mean. */
export function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
