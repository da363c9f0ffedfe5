import type { CatalogueEntry } from "#domain/library/catalogue-entry";
import { FacetTally } from "#domain/library/facets";
import { makeFilter } from "#domain/library/filter-items";
import { IndexedItem } from "#domain/library/indexed-item";
import {
  compareKeyed,
  SORT_COLUMNS,
  sortKeyOf,
  turnDownwards,
  type ItemSort,
} from "#domain/library/sort-items";
import { CatalogueIndex } from "#main/catalogue/catalogue-index";
import { insertSorted, sortInTurns } from "#main/catalogue/sort-in-turns";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { entries, entry } from "../../domain/library/catalogue-arbitraries";

/** A list made anew, as simply as can be. */
function simply(
  all: ReadonlyMap<string, CatalogueEntry>,
  filter: Parameters<typeof makeFilter>[0],
  { by, isDescending }: ItemSort,
): string[] {
  const upwards = [...all.values()]
    .map((each) => new IndexedItem(each))
    .map((item) => ({ item, key: sortKeyOf(by)(item) }))
    .sort(compareKeyed)
    .map(({ item }) => item);
  return (isDescending ? turnDownwards(upwards, sortKeyOf(by)) : upwards)
    .filter(makeFilter(filter, new Set()))
    .map((item) => item.entry.id);
}

const sorts = fc.record({
  by: fc.constantFrom(...SORT_COLUMNS),
  isDescending: fc.boolean(),
});
const filters = fc.constantFrom({}, { text: "nat" }, { hasNotes: true });
const position = { offset: 0, within: 0, progress: 1 };
const steps = fc.array(
  fc.oneof(
    fc.record({
      put: fc.array(
        fc
          .tuple(entries, fc.constantFrom(..."abcdefgh"))
          .map(([each, id]) => ({ ...each, id }) as CatalogueEntry),
        { maxLength: 4 },
      ),
    }),
    fc.record({ remove: fc.array(fc.constantFrom(..."abcdefgh")) }),
    fc.record({ note: fc.constantFrom(..."abcdefgh") }),
    fc.record({ warm: fc.constant(true) }),
    fc.record({ filter: filters, sort: sorts }),
  ),
  { maxLength: 30 },
);

test("after any changes every list, count and facet is as if made anew", async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (all, isAwaited) => {
      const index = new CatalogueIndex();
      const model = new Map<string, CatalogueEntry>();
      for (const step of all) {
        if ("put" in step) {
          index.put(step.put);
          for (const each of step.put) model.set(each.id, each);
        } else if ("remove" in step) {
          index.remove(step.remove);
          for (const id of step.remove) model.delete(id);
        } else if ("note" in step) {
          const live = { noteCount: 3, dueCount: 0, position };
          index.putLive([[step.note, live]]);
          const before = model.get(step.note);
          if (before) model.set(step.note, { ...before, ...live });
        } else if ("warm" in step) {
          // What is made ahead in spare turns is asked for and changed meanwhile.
          void index.warm(() => false);
        } else {
          const list = index.list(step.filter, step.sort, new Set());
          // Not awaited, the next changes come while it is being made.
          if (!isAwaited) continue;
          expect((await list).ids()).toEqual(
            simply(model, step.filter, step.sort),
          );
        }
      }
      for (const by of SORT_COLUMNS) {
        const sort = { by, isDescending: true };
        const list = await index.list({}, sort, new Set());
        expect(list.ids()).toEqual(simply(model, {}, sort));
      }
      const tally = new FacetTally();
      for (const each of model.values()) tally.add(new IndexedItem(each));
      expect(index.facets()).toEqual(tally.facets());
      const { unread, reading, read } = index.states;
      expect(unread + reading + read).toBe(model.size);
      expect(index.size).toBe(model.size);
    }),
  );
});

test("a collection is listed in its own order, and other ways when asked to", async () => {
  const index = new CatalogueIndex();
  index.put([
    entry({ id: "a", title: "A" }),
    entry({ id: "b", title: "B" }),
    entry({ id: "c", title: "C" }),
  ]);
  const members = new Set(["c", "gone", "a"]);
  const filter = { collection: "x" };
  const ids = async (sort: ItemSort): Promise<string[]> =>
    (await index.list(filter, sort, members)).ids();
  expect(await ids({ by: "order", isDescending: false })).toEqual(["c", "a"]);
  expect(await ids({ by: "order", isDescending: true })).toEqual(["a", "c"]);
  expect(await ids({ by: "title", isDescending: false })).toEqual(["a", "c"]);
});

const numbers = fc.array(fc.nat(50), { maxLength: 3_000 });
const byTens = (a: number, b: number): number =>
  Math.floor(a / 10) - Math.floor(b / 10);

test("sorting in turns is sorting: stable, and of a copy", async () => {
  await fc.assert(
    fc.asyncProperty(numbers, async (values) => {
      expect(await sortInTurns(values, byTens)).toEqual(
        values.toSorted(byTens),
      );
    }),
    { numRuns: 30 },
  );
});

test("inserting sorted values joins two orders, whatever their lengths", () => {
  fc.assert(
    fc.property(numbers, fc.array(fc.nat(50)), (many, few) => {
      const [first, second] = [many.toSorted(byTens), few.toSorted(byTens)];
      for (const [a, b] of [
        [first, second],
        [second, first],
      ] as const)
        expect(insertSorted(a, b, byTens)).toEqual([...a, ...b].sort(byTens));
    }),
    { numRuns: 50 },
  );
});
