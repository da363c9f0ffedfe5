import type { TextRange } from "#domain/text/blocks";

/** A repeatable source of numbers from 0 to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A changed text, and where the passage went. */
export interface Mutated {
  readonly text: string;
  readonly passage: TextRange;
}

type Random = () => number;
/** Changes a text, told where the passage lies. */
export type Mutation = (
  text: string,
  passage: TextRange,
  random: Random,
) => Mutated;

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  "0 unchanged": (text, passage) => ({ text, passage }),
  "1 white space": (text, passage, random) =>
    replaceAll(text, passage, /\s+/gu, (space) =>
      random() < 0.3
        ? pick([" ", "  ", "\n", "\n\n", "\u00a0"], random)
        : space,
    ),
  "2 punctuation": (text, passage, random) =>
    replaceAll(text, passage, /[^\p{L}\p{N}\s]/gu, (sign) =>
      random() < 0.4
        ? pick(["", "-", "–", ",", "’", "'", "“", '"', "…"], random)
        : sign,
    ),
  "3 a word changed": changeWords,
  "4 a paragraph moved": moveParagraph,
  "5 a newer reader": newerReader,
};

function changeWords(
  text: string,
  passage: TextRange,
  random: Random,
): Mutated {
  const inside = [
    ...text.slice(passage.start, passage.end).matchAll(/\p{L}+/gu),
  ];
  const chosen = inside[Math.floor(random() * inside.length)];
  const at = chosen ? passage.start + chosen.index : -1;
  return replaceAll(text, passage, /\p{L}+/gu, (word, index) =>
    index === at || random() < 0.02
      ? pick(["another", "thing", "which", "governments", "no"], random)
      : word,
  );
}

function moveParagraph(
  text: string,
  passage: TextRange,
  random: Random,
): Mutated {
  const parts = text.split("\n\n");
  let at = 0;
  const own = parts.findIndex((part) => {
    const isOwn = passage.start >= at && passage.end <= at + part.length;
    if (!isOwn) at += part.length + 2;
    return isOwn;
  });
  const moved = parts[own];
  if (moved === undefined || parts.length < 3) return { text, passage };
  const rest = parts.filter((_, index) => index !== own);
  const place = Math.floor(random() * (rest.length + 1));
  const before = rest.slice(0, place);
  const start =
    before.reduce((sum, part) => sum + part.length + 2, 0) +
    (passage.start - at);
  return {
    text: [...before, moved, ...rest.slice(place)].join("\n\n"),
    passage: { start, end: start + passage.end - passage.start },
  };
}

/** What another version of a reader does: other line joins, quotation marks, hyphens, dropped lines, small repairs. */
function newerReader(
  text: string,
  passage: TextRange,
  random: Random,
): Mutated {
  const steps: Mutation[] = [
    MUTATIONS["1 white space"] as Mutation,
    (each, place) => replaceAll(each, place, /[“”„"]/gu, () => "'"),
    (each, place) => replaceAll(each, place, /[–—]/gu, () => "-"),
    (each, place) =>
      replaceAll(each, place, /\p{L}{5,}/gu, (word) =>
        random() < 0.01 ? `${word.slice(0, 3)}-${word.slice(3)}` : word,
      ),
    (each, place) =>
      replaceAll(each, place, /\n\n[^\n]{1,60}(?=\n\n)/gu, (line, index) =>
        random() < 0.2 &&
        (index + line.length < place.start || index > place.end)
          ? ""
          : line,
      ),
    (each, place) =>
      replaceAll(each, place, /\p{L}+/gu, (word) =>
        random() < 0.005 ? `${word}s` : word,
      ),
  ];
  return steps.reduce<Mutated>(
    (so, step) => step(so.text, so.passage, random),
    { text, passage },
  );
}

function replaceAll(
  text: string,
  passage: TextRange,
  pattern: RegExp,
  change: (found: string, index: number) => string,
): Mutated {
  let [made, last] = ["", 0];
  let { start, end } = passage;
  for (const match of text.matchAll(pattern)) {
    const to = change(match[0], match.index);
    made += text.slice(last, match.index);
    const shift = to.length - match[0].length;
    if (match.index + match[0].length <= passage.start) start += shift;
    last = match.index + match[0].length;
    // Of a sign that the passage ends in, it keeps as many units as it had.
    if (last <= passage.end) end += shift;
    else if (match.index < passage.end)
      end = made.length + Math.min(passage.end - match.index, to.length);
    made += to;
  }
  made += text.slice(last);
  return { text: made, passage: { start, end: Math.max(start, end) } };
}

function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random() * values.length)] as Value;
}
