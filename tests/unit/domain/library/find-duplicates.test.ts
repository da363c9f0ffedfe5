import {
  DuplicateFinder,
  type ComparedItem,
  type Duplicates,
} from "#domain/library/find-duplicates";
import { expect, test } from "vitest";
import { entry } from "./catalogue-arbitraries";

function findDuplicates(items: readonly ComparedItem[]): Duplicates[] {
  const finder = new DuplicateFinder();
  for (const each of items) finder.add(each);
  return finder.groups();
}

const item = (
  id: string,
  title: string,
  names: string[],
  textHash?: string,
) => ({
  entry: entry({ id, title, creators: names.map((name) => ({ name })) }),
  textHash,
});

test("equal texts are one group, whatever their titles", () => {
  expect(
    findDuplicates([
      item("a", "A", [], "1"),
      item("b", "B", []),
      item("c", "C", [], "1"),
    ]),
  ).toEqual([{ reason: "text", items: ["a", "c"] }]);
});

test("titles and creators are compared without case, accents, punctuation and order", () => {
  expect(
    findDuplicates([
      item("a", "L’Éclair: a report", ["Ünal", "Kucera"]),
      item("b", "L'eclair — A Report", ["kucera", "Unal"]),
      item("c", "L'eclair — A Report", ["Kucera"]),
    ]),
  ).toEqual([{ reason: "title", items: ["a", "b"] }]);
});

test("a group by title is told when it holds more than one by text, and not when it is the same", () => {
  expect(
    findDuplicates([
      item("a", "T", [], "1"),
      item("b", "T", [], "1"),
      item("c", "U", [], "2"),
      item("d", "U", [], "2"),
      item("e", "U", []),
    ]),
  ).toEqual([
    { reason: "text", items: ["a", "b"] },
    { reason: "text", items: ["c", "d"] },
    { reason: "title", items: ["c", "d", "e"] },
  ]);
});

test("items without a title are no duplicates of each other", () => {
  expect(findDuplicates([item("a", "…", []), item("b", "", [])])).toEqual([]);
});
