import type { TextRange } from "../text/blocks";

/** A word as it is matched: where it stands, and what it is indexed as. */
export interface MarkableWord extends TextRange {
  readonly token: string;
  /** The first letter of the token, where it is of ASCII and known without making the token. */
  readonly first?: number;
}

/** What is to be marked: rows of words. Each test tells whether a word of the row may be so. */
export interface Markable {
  /** Number of the term of the query, for choosing a snippet that shows many of them. */
  readonly term: number;
  /** The name of the actor for whom the words stand. */
  readonly actor?: string;
  readonly rows: readonly (readonly {
    readonly tokens: ReadonlySet<string>;
    readonly prefix?: string;
  }[])[];
  /** In any order with at most so many words between the first and the last; absent: in a row. */
  readonly distance?: number;
}

/** A match: one mark, though it may be several words long. */
export interface MarkedStretch extends TextRange {
  /** Of its first word. */
  readonly word: number;
  readonly term: number;
  readonly actor?: string;
}

type Test = Markable["rows"][number][number];

/**
 * Every match in a text, in order and without overlaps; of two that overlap the longer counts, and one that stands for
 * nobody before one that does.
 */
export function findMarks(
  words: readonly MarkableWord[],
  wanted: readonly Markable[],
): MarkedStretch[] {
  const byToken = new Map<string, Candidate[]>();
  const byPrefix: Candidate[] = [];
  for (const { rows, ...what } of wanted)
    for (const row of rows)
      for (const first of what.distance === undefined ? row.slice(0, 1) : row) {
        const candidate = { ...what, row, first };
        for (const token of first.tokens)
          byToken.set(token, [...(byToken.get(token) ?? []), candidate]);
        if (first.prefix !== undefined) byPrefix.push(candidate);
      }
  const found: MarkedStretch[] = [];
  const mark = (at: number, candidate: Candidate): void => {
    const end = endOf(words, at, candidate);
    const [from, to] = [words[at], words[end]];
    if (!from || !to) return;
    const { term, actor } = candidate;
    const { start } = from;
    found.push({
      start,
      end: to.end,
      word: at,
      term,
      ...(actor ? { actor } : {}),
    });
  };
  const begins = firstLetters([
    ...byToken.keys(),
    ...byPrefix.map(({ first }) => first.prefix ?? ""),
  ]);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    // Making the token is what takes time, and few words begin like one that is sought.
    if (!word || (word.first !== undefined && !begins.has(word.first)))
      continue;
    const { token } = word;
    for (const candidate of byToken.get(token) ?? NONE) mark(at, candidate);
    for (const candidate of byPrefix)
      if (answers(token, candidate.first)) mark(at, candidate);
  }
  return withoutOverlaps(found);
}

function firstLetters(tokens: readonly string[]): ReadonlySet<number> {
  return new Set(tokens.map((token) => token.charCodeAt(0)));
}

const NONE: readonly Candidate[] = [];

interface Candidate extends Omit<Markable, "rows"> {
  readonly row: readonly Test[];
  readonly first: Test;
}

/** The last word of the match, or -1. Words near each other are marked one by one. */
function endOf(
  words: readonly MarkableWord[],
  at: number,
  { row, first, distance }: Candidate,
): number {
  if (distance === undefined)
    return row.every((test, index) => answers(words[at + index]?.token, test))
      ? at + row.length - 1
      : -1;
  // The first and the last word, and what may stand between them.
  const span = distance + 2;
  for (let from = Math.max(0, at - span + 1); from <= at; from += 1) {
    const window = words.slice(from, from + span);
    const others = row.filter((test) => test !== first);
    if (
      others.every((test) => window.some(({ token }) => answers(token, test)))
    )
      return at;
  }
  return -1;
}

function answers(token: string | undefined, { tokens, prefix }: Test): boolean {
  if (token === undefined) return false;
  return (
    tokens.has(token) || (prefix !== undefined && token.startsWith(prefix))
  );
}

function withoutOverlaps(found: readonly MarkedStretch[]): MarkedStretch[] {
  const sorted = [...found].sort(
    (a, b) =>
      a.start - b.start ||
      b.end - a.end ||
      Number(a.actor !== undefined) - Number(b.actor !== undefined),
  );
  let end = -1;
  return sorted.filter((each) => {
    if (each.start < end) return false;
    end = each.end;
    return true;
  });
}
