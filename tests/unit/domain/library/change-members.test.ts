import { changeMembers } from "#domain/library/change-members";
import * as fc from "fast-check";
import { expect, test } from "vitest";

const ids = fc.uniqueArray(fc.constantFrom(..."abcdefgh"));

test("what is added was not there, what is removed was, and the rest stays in order", () => {
  fc.assert(
    fc.property(ids, ids, ids, (items, add, remove) => {
      const changed = changeMembers(items, { add, remove });
      expect(changed.removed).toEqual(
        expect.arrayContaining(items.filter((id) => remove.includes(id))),
      );
      expect(changed.added).toEqual(add.filter((id) => !items.includes(id)));
      expect(changed.items).toEqual([
        ...items.filter((id) => !remove.includes(id)),
        ...changed.added,
      ]);
    }),
  );
});

test("undoing puts everything in its place again", () => {
  fc.assert(
    fc.property(ids, ids, ids, (items, add, remove) => {
      const {
        items: after,
        added,
        removed,
      } = changeMembers(items, { add, remove });
      const undone = changeMembers(
        after,
        { add: removed, remove: added },
        items,
      );
      expect(undone.items).toEqual(items);
    }),
  );
});

test("what comes back later stands behind the nearest that stood before it", () => {
  const before = ["a", "b", "c", "d"];
  expect(
    changeMembers(["d", "x", "a"], { add: ["c", "b"], remove: [] }, before)
      .items,
  ).toEqual(["d", "x", "a", "b", "c"]);
});
