import lunr from "lunr";
import { expect, test } from "vitest";
import { mendLunr } from "#main/search/names/mended-lunr";

interface BareTokenSet {
  toArray(): string[];
  toString(): string;
}
const tokenSet = lunr.TokenSet as unknown as {
  fromArray(words: readonly string[]): BareTokenSet;
  prototype: { toString(): string };
  _nextId: number;
};
const unmended = tokenSet.prototype.toString;

/** Ten thousand numbers such as stand in any library of reports; sorted, as lunr wants them. */
function numbers(seed: number): string[] {
  let state = seed;
  const next = (): number =>
    (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  const all = Array.from({ length: 10_000 }, () =>
    String(Math.floor((next() / 2 ** 32) * 999_999)),
  );
  return [...new Set(all)].sort();
}
const vocabularies = [1, 2, 3, 4, 5].map(numbers);

function roundTrip(vocabulary: readonly string[]): {
  lost: number;
  invented: number;
} {
  // Names of nodes are made from running numbers: from the same beginning, the same ones collide.
  tokenSet._nextId = 1;
  const made = new Set(tokenSet.fromArray(vocabulary).toArray());
  const known = new Set(vocabulary);
  return {
    lost: vocabulary.filter((word) => !made.has(word)).length,
    invented: [...made].filter((word) => !known.has(word)).length,
  };
}

test("bare lunr loses and invents words of a large vocabulary; mended it gives back just what it was given", () => {
  tokenSet.prototype.toString = unmended;
  const faults = vocabularies
    .map(roundTrip)
    .reduce((sum, { lost, invented }) => sum + lost + invented, 0);
  expect(faults, "the defect of lunr 2.3.9").toBeGreaterThan(0);
  mendLunr();
  for (const vocabulary of vocabularies)
    expect(roundTrip(vocabulary)).toEqual({ lost: 0, invented: 0 });
}, 60_000);
