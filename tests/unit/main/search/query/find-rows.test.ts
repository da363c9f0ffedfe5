import { findBegun, findRows } from "#main/search/query/find-rows";
import { expect, test } from "vitest";
import { itemOf } from "../engine-of";
import { newIndex } from "../index-of";

const BEGINNING = '"tre" *';

test("a beginning that few rows have is scored as any other", () => {
  const { statements, facts, writer, close } = newIndex();
  for (let number = 0; number < 20; number += 1)
    writer.put(itemOf(`i${number}`, `treaty ${"and more ".repeat(number)}`));
  writer.put(itemOf("other", "nothing"));
  expect(findBegun(statements, facts.table, BEGINNING)).toEqual({
    found: findRows(statements, { fts: BEGINNING, clauses: [] }),
    total: 20,
  });
  close();
});

test("of a beginning that very many rows have, all are counted, and those are scored that have it in a title or came last", () => {
  const { statements, facts, writer, close } = newIndex();
  writer.transaction(() => {
    writer.put(itemOf("titled", "nothing", { title: "The treaty" }));
    writer.put(itemOf("tagged", "nothing", { tags: ["treaty"] }));
    for (let number = 0; number < 1_100; number += 1)
      writer.put(itemOf(`i${number}`, "a treaty"));
  });
  const { found, total } = findBegun(statements, facts.table, BEGINNING);
  expect(total).toBe(1_102);
  const ids = new Map(
    statements
      .all<{
        row: number;
        id: string;
      }>("select row, id from part join document on document.doc = part.doc")
      .map(({ row, id }) => [row, id]),
  );
  const scored = [...found.rows].map((row) => ids.get(row));
  expect(scored.length).toBeGreaterThan(990);
  expect(scored.length).toBeLessThan(1_010);
  expect(scored).toEqual(expect.arrayContaining(["titled", "tagged", "i1099"]));
  expect(scored).not.toContain("i0");
  const best = found.rows[found.scores.indexOf(Math.max(...found.scores))];
  expect(ids.get(best ?? 0)).toBe("titled");
  close();
});

test.each([
  ["that less than half of the rows have", { count: 2_300, last: 1_100 }],
  ["that no new row has", { count: 1_100, last: 100_000 }],
])("a beginning %s is scored whole, however many have it", (_, table) => {
  const { statements, writer, close } = newIndex();
  writer.transaction(() => {
    for (let number = 0; number < 1_100; number += 1)
      writer.put(itemOf(`i${number}`, "a treaty"));
  });
  expect(findBegun(statements, table, BEGINNING)).toEqual({
    found: findRows(statements, { fts: BEGINNING, clauses: [] }),
    total: 1_100,
  });
  close();
});
