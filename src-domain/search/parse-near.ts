import type { ComplaintCode } from "./complaint";
import type { QueryWord } from "./query";
import type { QuerySource } from "./query-source";
import { queryWords } from "./query-words";

const OPENING = /near\s*\(/iuy;
const INSIDE = /^(.*?)(?:,\s*(\d{1,3})\s*)?$/su;
/** As in SQLite's FTS5 where no distance is given. */
const USUAL_DISTANCE = 10;
const MOST_WORDS = 8;

interface NearRead {
  readonly words: readonly QueryWord[];
  readonly distance: number;
  /** What stands between the parentheses, for reading it as plain words. */
  readonly inside: string;
  readonly end: number;
  readonly complaint?: ComplaintCode;
}

/** Reads `near(a b, 5)` at a place; `undefined` where none begins. */
export function nearAt(source: QuerySource, at: number): NearRead | undefined {
  const opening = source.has("(") ? source.match(OPENING, at) : null;
  if (!opening) return undefined;
  const from = at + opening[0].length;
  const close = source.text.indexOf(")", from);
  const end = close < 0 ? source.text.length : close + 1;
  const inside = source.text.slice(from, close < 0 ? end : close);
  const [, text = "", distance] = INSIDE.exec(inside) ?? [];
  const words = queryWords(text);
  const distinct = new Set(words.map(({ folded }) => folded)).size;
  const complaint =
    close < 0
      ? "near-unreadable"
      : distinct < 2 || distinct < words.length || words.length > MOST_WORDS
        ? "near-too-few"
        : undefined;
  return {
    words,
    distance: distance === undefined ? USUAL_DISTANCE : Number(distance),
    inside: text,
    end,
    ...(complaint ? { complaint } : {}),
  };
}
