import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../repository-root.mjs";

const WORDS_A_PASSAGE = 250;
const PASSAGES_AN_ITEM = 10;
const SYLLABLES =
  "ba ren tol mik sa vor dan lu pes gar ni ost ka jel um fri zo hal tem bri".split(
    " ",
  );

/**
 * Items of ten passages of about 250 words, always the same: real sentences of the bundled collection in new orders. They
 * have too few different words for a large library, so half of the longer ones are exchanged for coined words out of a
 * vocabulary that grows with the text, frequent ones and rare ones as in real texts (Zipf's law).
 *
 * @param {number} passages
 */
export function makeItems(passages) {
  const next = numbers(20090910);
  const sentences = realSentences();
  return Array.from({ length: passages / PASSAGES_AN_ITEM }, (_, n) => ({
    id: `item${n}`,
    title: `${sentences[next() % sentences.length].slice(0, 5).join(" ")} ${nameOf(n)}`,
    passages: Array.from({ length: PASSAGES_AN_ITEM }, () =>
      passage(next, sentences),
    ),
  }));
}

/** Queries of one to three words that stand together in some passage; as typed, the last word is cut short. */
export function makeQueries(items, count) {
  const next = numbers(7);
  return Array.from({ length: count }, () => {
    const item = items[next() % items.length];
    const words = item.passages[next() % PASSAGES_AN_ITEM]
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 4);
    const chosen = Array.from(
      { length: 1 + (next() % 3) },
      () => words[next() % words.length],
    );
    const last = chosen.at(-1) ?? "";
    const cut = last.slice(0, 3 + (next() % (last.length - 3)));
    return {
      whole: chosen.join(" "),
      typed: [...chosen.slice(0, -1), cut].join(" "),
    };
  });
}

function passage(next, sentences) {
  const words = [];
  while (words.length < WORDS_A_PASSAGE)
    for (const word of sentences[next() % sentences.length])
      words.push(
        word.length > 4 && next() % 2 === 0 ? nameOf(rank(next)) : word,
      );
  return words.join(" ");
}

const MOST_RANKS = 400_000;
/** The most frequent words of a text are function words, which stay: the coined ones begin so far down. */
const FIRST_RANK = 40;

/** The rank of a word: one of rank r comes as often as 1/r. */
function rank(next) {
  const share = next() / 2 ** 32;
  return (
    Math.floor(FIRST_RANK * (MOST_RANKS / FIRST_RANK) ** share) - FIRST_RANK
  );
}

function nameOf(number) {
  let name = "";
  for (let left = number + 21; left > 0; left = Math.floor(left / 20))
    name += SYLLABLES[left % 20];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function realSentences() {
  const corpus = JSON.parse(
    readFileSync(join(repositoryRoot, "out/main/corpus.json"), "utf8"),
  );
  return corpus.items
    .flatMap(({ body }) => body.split(/(?<=[.?!])\s+/u))
    .map((sentence) => sentence.split(/\s+/u).filter((word) => word !== ""))
    .filter((words) => words.length > 4);
}

/** Numbers that look random, always the same for a seed (mulberry32). */
export function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
