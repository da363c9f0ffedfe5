import { cutPassages } from "#domain/search/cut-passages";
import { parseMarkdown } from "#domain/text/parse-markdown";
import fc from "fast-check";
import { expect, test } from "vitest";

const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => `w${index}`).join(" ");

test("a heading begins a passage and names it until the next", () => {
  const structured = parseMarkdown(
    "intro\n\n## One\n\nalpha\n\nbeta\n\n## Two\n\ngamma",
  );
  const passages = cutPassages(structured).map(({ start, end, heading }) => [
    structured.text.slice(start, end),
    heading,
  ]);
  expect(passages).toEqual([
    ["intro", undefined],
    ["One\n\nalpha\n\nbeta", "One"],
    ["Two\n\ngamma", "Two"],
  ]);
});

test("short paragraphs are joined to about 250 words, a longer one stays whole", () => {
  const sizes = [100, 100, 100, 100, 600, 20];
  const structured = parseMarkdown(sizes.map(words).join("\n\n"));
  const counts = cutPassages(structured).map(
    ({ start, end }) => structured.text.slice(start, end).split(/\s+/u).length,
  );
  expect(counts).toEqual([300, 100, 600, 20]);
});

test("nothing gives no passage", () => {
  expect(cutPassages(parseMarkdown("---"))).toEqual([]);
});

test("every block of any text lies in exactly one passage", () => {
  const line = fc.oneof(
    fc.constantFrom("# A", "## B", "---", "> q", "- i"),
    fc.integer({ min: 1, max: 400 }).map(words),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const structured = parseMarkdown(lines.join("\n\n"));
      const passages = cutPassages(structured);
      for (const block of structured.blocks.filter(
        ({ start, end }) => end > start,
      )) {
        expect(
          passages.filter(
            ({ start, end }) => start <= block.start && block.end <= end,
          ),
        ).toHaveLength(1);
      }
    }),
  );
});
