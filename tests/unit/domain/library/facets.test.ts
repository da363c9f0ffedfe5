import { FacetTally } from "#domain/library/facets";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { indexed, libraries } from "./catalogue-arbitraries";

test("facets count values, most frequent first, and span the known years", () => {
  const tally = new FacetTally();
  tally.add(
    indexed({ kind: "book", language: "en-GB", tags: ["b"], date: "2009" }),
  );
  tally.add(indexed({ kind: "cable", language: "en", tags: ["b", "a", "b"] }));
  tally.add(indexed({ kind: "cable", language: "", date: "1949/2010" }));
  expect(tally.facets()).toEqual({
    kinds: [
      { value: "cable", count: 2 },
      { value: "book", count: 1 },
    ],
    languages: [
      { value: "en", count: 2 },
      { value: "und", count: 1 },
    ],
    tags: [
      { value: "b", count: 2 },
      { value: "a", count: 1 },
    ],
    creators: [],
    years: { first: 1949, last: 2010 },
  });
});

test("taking items out leaves the facets of the others", () => {
  fc.assert(
    fc.property(libraries, fc.nat(12), (items, most) => {
      const [all, some] = [new FacetTally(), new FacetTally()];
      for (const item of items) all.add(item);
      for (const item of items.slice(most)) some.add(item);
      all.facets();
      for (const item of items.slice(0, most)) all.remove(item);
      expect(all.facets()).toEqual(some.facets());
    }),
  );
});

test("only the 200 most frequent creators are told", () => {
  const tally = new FacetTally();
  for (let n = 0; n < 300; n += 1)
    for (let times = 0; times <= n % 3; times += 1)
      tally.add(indexed({ creators: [{ name: `N${n}` }] }));
  const { creators } = tally.facets();
  expect(creators).toHaveLength(200);
  expect(creators.map(({ count }) => count)).toEqual([
    ...Array.from({ length: 100 }, () => 3),
    ...Array.from({ length: 100 }, () => 2),
  ]);
});
