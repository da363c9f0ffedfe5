import { RowFacts, type RowTable } from "#main/search/index/row-facts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { itemOf, noteOf } from "../engine-of";
import { newIndex } from "../index-of";

const word = fc.constantFrom("treaty", "alliance", "don’t", "a", "É", "2009");
const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));
const change = fc.oneof(
  fc.record({
    kind: fc.constant("put" as const),
    id: fc.integer({ min: 0, max: 4 }),
    isNote: fc.boolean(),
    title: line,
    body: line,
  }),
  fc.record({
    kind: fc.constant("remove" as const),
    id: fc.integer({ min: 0, max: 4 }),
    isNote: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("take back" as const), body: line }),
);

/** What a table says of each row that there is, and of all. */
function told(table: RowTable) {
  const rows = [...table.docs.keys()].filter((row) => table.docs[row] !== 0);
  return {
    rows: rows.map((row) => [
      row,
      table.docs[row],
      table.words[row],
      table.weights[row],
    ]),
    count: table.count,
    total: table.total,
  };
}

test("the facts of rows stay those of the index, whatever is written, removed and taken back", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const { statements, facts, writer, close } = newIndex();
      expect(facts.table.count).toBe(0);
      for (const each of changes) {
        if (each.kind === "take back") {
          writer.begin();
          writer.put(itemOf("i1", each.body));
          writer.remove(["note/i2"]);
          writer.rollback();
        } else if (each.kind === "remove")
          writer.remove([`${each.isNote ? "note" : "item"}/i${each.id}`]);
        else {
          const make = each.isNote ? noteOf : itemOf;
          writer.put(make(`i${each.id}`, each.body, { title: each.title }));
        }
        const read = told(new RowFacts(statements).table);
        expect(told(facts.table)).toEqual(read);
      }
      close();
    }),
  );
});

test("there is room for any number of rows", () => {
  const { facts, writer, close } = newIndex();
  expect(facts.table.count).toBe(0);
  for (let id = 0; id < 1_100; id += 1)
    writer.put(noteOf(`n${id}`, "two words"));
  expect(facts.table.count).toBe(1_100);
  expect(told(facts.table).rows).toHaveLength(1_100);
  close();
});
