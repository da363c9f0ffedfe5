import type { Actor } from "#domain/knowledge/actor";
import { createMentionFinder } from "#domain/knowledge/find-mentions";
import { MentionScan } from "#domain/knowledge/scan-mentions";
import { expect, test } from "vitest";

const ACTORS = [
  ["rasmussen", "person", "Anders Fogh Rasmussen"],
  ["nato", "organisation", "NATO"],
].map(
  ([id, kind, name]) =>
    ({
      id,
      kind,
      name,
      aliases: [],
      roles: [],
      facts: [],
      evidence: [],
    }) as unknown as Actor,
);
const finder = createMentionFinder(ACTORS);

/** Paragraphs long enough that each is a piece of its own. */
function itemOf(paragraphs: readonly string[]) {
  const filled = paragraphs.map((each) =>
    `${each} ${"word ".repeat(1_300)}`.trim(),
  );
  let at = 0;
  const blocks = filled.map((each) => {
    const start = at;
    at += each.length + 2;
    return { start, end: start + each.length };
  });
  return { text: filled.join("\n\n"), language: "en", blocks };
}
const item = itemOf([
  "Anders Fogh Rasmussen spoke.",
  "Nobody is named here.",
  "Rasmussen left NATO.",
]);
const third = item.blocks[2]?.start ?? 0;
const quote = ({ start, end }: { start: number; end: number }): string =>
  item.text.slice(start, end);

test("what is asked for is found at once, and gains surnames when the scan from the beginning comes by", () => {
  const scan = new MentionScan(item, finder);
  expect(scan.touching(third, third + 100).map(quote)).toEqual(["NATO"]);
  const changes: boolean[] = [];
  while (!scan.isDone) changes.push(scan.step());
  expect(changes).toEqual([false, false, true]);
  expect(scan.touching(third, third + 100).map(quote)).toEqual([
    "Rasmussen",
    "NATO",
  ]);
});

test("one walks from mention to mention over pieces without any", () => {
  const scan = new MentionScan(item, finder);
  while (!scan.isDone) scan.step();
  const first = scan.after(0);
  expect(first && quote(first)).toBe("Anders Fogh Rasmussen");
  const second = scan.after(first?.end ?? 0);
  expect(second?.start).toBe(third);
  expect(scan.before(second?.start ?? 0)).toEqual(first);
  expect(scan.after(item.text.length)).toBeUndefined();
  expect(scan.before(0)).toBeUndefined();
});

test("a text without blocks has no mentions", () => {
  const scan = new MentionScan({ text: "", language: "", blocks: [] }, finder);
  expect([
    scan.isDone,
    scan.touching(0, 9),
    scan.after(0),
    scan.step(),
  ]).toEqual([true, [], undefined, false]);
});
