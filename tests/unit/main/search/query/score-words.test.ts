import { findRows } from "#main/search/query/find-rows";
import { scoreWords } from "#main/search/query/score-words";
import type { ScoredRows } from "#main/search/query/scored-rows";
import fc from "fast-check";
import { expect, test } from "vitest";
import { itemOf, noteOf } from "../engine-of";
import { newIndex } from "../index-of";

/** Some of them are no single word of ASCII: they count in the length of a row all the same. */
const WORDS =
  "treaty alliance silence nato russia mission secret don’t Straße 日本語 😀 _".split(
    " ",
  );
/** As they are indexed: their stems. */
const TOKENS = "treati allianc silenc nato russia mission secret nowher".split(
  " ",
);
const line = (maxLength: number) =>
  fc
    .array(fc.constantFrom(...WORDS), { maxLength })
    .map((words) => words.join(" "));
const document = fc.record({
  title: line(3),
  names: fc.array(line(2), { maxLength: 2 }),
  tags: fc.array(line(2), { maxLength: 2 }),
  body: line(30),
  isNote: fc.boolean(),
});

test("words are scored as FTS5 scores them, in whatever field they stand and however often they are asked for", () => {
  fc.assert(
    fc.property(
      fc.array(document, { minLength: 1, maxLength: 30 }),
      fc.array(fc.constantFrom(...TOKENS), { minLength: 1, maxLength: 4 }),
      (documents, tokens) => {
        const { statements, facts, writer, close } = newIndex();
        documents.forEach(({ body, isNote, ...more }, at) =>
          writer.put((isNote ? noteOf : itemOf)(`i${at}`, body, more)),
        );
        const ours = scoreWords(statements, facts.table, tokens);
        const fts = tokens.map((token) => `"${token}"`).join(" OR ");
        const theirs = byRow(findRows(statements, { fts, clauses: [] }));
        expect([...ours.rows]).toEqual(theirs.map(({ row }) => row));
        theirs.forEach(({ score }, at) =>
          expect(ours.scores[at]).toBeCloseTo(score, 8),
        );
        close();
      },
    ),
  );
});

test("what was removed is not scored, and does not count", () => {
  const { statements, facts, writer, close } = newIndex();
  const put = (id: string, text: string): boolean =>
    writer.put(itemOf(id, text));
  for (const id of ["a", "b", "c", "d", "e"])
    put(id, "nothing of the kind here");
  put("f", "a treaty");
  const alone = scoreWords(statements, facts.table, ["treati"]);
  put("g", "another treaty of many words indeed");
  writer.remove(["item/g"]);
  const again = scoreWords(statements, facts.table, ["treati"]);
  expect([...again.rows]).toEqual([...alone.rows]);
  expect([...again.scores]).toEqual([...alone.scores]);
  close();
});

function byRow({ rows, scores }: ScoredRows) {
  return [...rows]
    .map((row, at) => ({ row, score: scores[at] ?? 0 }))
    .sort((a, b) => a.row - b.row);
}
