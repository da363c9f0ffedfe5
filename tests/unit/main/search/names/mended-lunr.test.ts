import { mendLunr } from "#main/search/names/mended-lunr";
import lunr from "lunr";
import { expect, test } from "vitest";

interface BareTokenSet {
  toArray(): string[];
  toString(): string;
}
const tokenSet = lunr.TokenSet as unknown as {
  fromArray(words: readonly string[]): BareTokenSet;
  prototype: { toString(): string };
};
const bare = tokenSet.prototype.toString.bind({
  final: false,
  edges: { 1: { id: 2 }, 3: { id: 4 } },
});
const other = tokenSet.prototype.toString.bind({
  final: false,
  edges: { 1: { id: 234 } },
});
const unmended = tokenSet.prototype.toString;

/** Sorted, as lunr wants them: digits make edge labels that look like node ids. */
const vocabulary = [
  ...new Set(
    Array.from({ length: 6_000 }, (_, index) =>
      ((index * 2_654_435_761) % 4_294_967_296).toString(12),
    ),
  ),
].sort();

test("without the mend lunr gives two different nodes one name", () => {
  tokenSet.prototype.toString = unmended;
  expect(bare()).toBe(other());
});

test("with the mend the same vocabulary comes back whole", () => {
  mendLunr();
  expect(tokenSet.fromArray(vocabulary).toArray().sort()).toEqual(vocabulary);
  const names = [{ 1: { id: 2 }, 3: { id: 4 } }, { 1: { id: 234 } }].map(
    (edges) => tokenSet.prototype.toString.call({ final: false, edges }),
  );
  expect(new Set(names).size).toBe(2);
});
