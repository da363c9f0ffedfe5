import {
  anchor,
  countAnchors,
  describe as describeRange,
} from "#domain/text/anchor";
import { likeness } from "#domain/text/align";
import { ERROR_BUDGET } from "#domain/text/find-candidates";
import { parseMarkdown } from "#domain/text/parse-markdown";
import { lettersOf } from "#domain/text/skeleton";
import fc from "fast-check";
import { expect, test } from "vitest";

const text = fc.string({
  minLength: 1,
  maxLength: 200,
  unit: fc.constantFrom("a", "b", " ", "\n", "é", "😀", "ﬁ", "ש"),
});
const described = text.chain((whole) =>
  fc
    .tuple(
      fc.constant(whole),
      fc.nat(whole.length - 1),
      fc.nat(whole.length - 1),
    )
    .map(([each, a, b]) => ({
      text: each,
      start: Math.min(a, b),
      end: Math.max(a, b) + 1,
    })),
);

test("a described range is found exactly where it was", () => {
  fc.assert(
    fc.property(described, ({ text: whole, start, end }) => {
      expect(anchor(whole, describeRange(whole, { start, end }))).toEqual({
        state: "exact",
        start,
        end,
      });
    }),
  );
});

test("in a changed text a quotation is never put where other letters stand than the budget allows, and the three states are all there are", () => {
  fc.assert(
    fc.property(
      described,
      text,
      fc.nat(200),
      ({ text: whole, start, end }, inserted, where) => {
        const at = where % (whole.length + 1);
        const changed = whole.slice(0, at) + inserted + whole.slice(at);
        const found = anchor(changed, describeRange(whole, { start, end }));
        if (found.state !== "orphan")
          expect(
            likeness(
              lettersOf(changed.slice(found.start, found.end)),
              lettersOf(whole.slice(start, end)),
            ),
          ).toBeGreaterThanOrEqual(1 - ERROR_BUDGET);
        const { exact, moved, orphan } = countAnchors([found]);
        expect(exact + moved + orphan).toBe(1);
      },
    ),
  );
});

test("a quotation that stands twice without context is an orphan, with context it is told apart", () => {
  const twice = "one premature step. Another premature step.";
  expect(
    anchor(twice, [{ type: "TextQuoteSelector", exact: "premature" }]),
  ).toEqual({ state: "orphan" });
  expect(
    anchor(twice, [
      { type: "TextQuoteSelector", exact: "premature", prefix: "Another " },
    ]),
  ).toEqual({
    state: "exact",
    start: 28,
    end: 37,
  });
});

test("text put in before moves the anchor", () => {
  const selectors = describeRange("It was called premature.", {
    start: 14,
    end: 23,
  });
  expect(anchor("In short: It was called premature.", selectors)).toEqual({
    state: "moved",
    start: 24,
    end: 33,
  });
});

test("blocks of any Markdown lie in order in the text, and marks and cells inside their block", () => {
  const line = fc.constantFrom(
    "# A",
    "para *with* **marks**",
    "- item",
    "  - nested",
    "1. one",
    "> quoted",
    "| a | b |",
    "|---|---|",
    "```",
    "text[^1]",
    "[^1]: note",
    "",
    "<b>html</b>",
    "---",
    "[x](javascript:alert)",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const parsed = parseMarkdown(lines.join("\n"));
      let last = 0;
      for (const block of parsed.blocks) {
        expect(block.start).toBeGreaterThanOrEqual(last);
        expect(block.end).toBeGreaterThanOrEqual(block.start);
        expect(block.end).toBeLessThanOrEqual(parsed.text.length);
        for (const inner of [...block.marks, ...(block.rows ?? []).flat()]) {
          expect(inner.start).toBeGreaterThanOrEqual(block.start);
          expect(inner.end).toBeLessThanOrEqual(block.end);
        }
        last = block.end;
      }
    }),
  );
});

test("text put in anywhere before a range that stands once moves it, by just so much", () => {
  fc.assert(
    fc.property(
      described,
      fc.string({ unit: fc.constantFrom("x", "y", "😀"), minLength: 1 }),
      (range, inserted) => {
        const whole = `⟦${range.text}⟧`;
        const place = { start: 0, end: whole.length };
        const found = anchor(inserted + whole, describeRange(whole, place));
        expect(found).toEqual({
          state: "moved",
          start: inserted.length,
          end: inserted.length + whole.length,
        });
      },
    ),
  );
});

test("a quotation that is gone is an orphan, also where other words took its very place", () => {
  const selectors = describeRange("It was called premature.", {
    start: 14,
    end: 23,
  });
  expect(anchor("It was called desirable.", selectors)).toEqual({
    state: "orphan",
  });
  expect(anchor("", selectors)).toEqual({ state: "orphan" });
});

test("a repeated quotation whose own context is gone is an orphan, even at its old position", () => {
  const selectors = describeRange("one cat, two cat", { start: 4, end: 7 });
  expect(anchor("six cat, ten cat", selectors)).toEqual({ state: "orphan" });
});

test("an empty quotation and a position outside the text are orphans, a position inside is taken", () => {
  expect(anchor("text", [{ type: "TextQuoteSelector", exact: "" }])).toEqual({
    state: "orphan",
  });
  expect(
    anchor("text", [{ type: "TextPositionSelector", start: 2, end: 9 }]),
  ).toEqual({ state: "orphan" });
  expect(
    anchor("text", [{ type: "TextPositionSelector", start: 1, end: 3 }]),
  ).toEqual({ state: "exact", start: 1, end: 3 });
  expect(anchor("text", [])).toEqual({ state: "orphan" });
});

test.each([
  [-1, 2],
  [2, 2],
  [3, 2],
  [0, 5],
  [0.5, 2],
])(
  "a range from %d to %d of a text of four letters cannot be described",
  (start, end) => {
    expect(() => describeRange("text", { start, end })).toThrow(RangeError);
  },
);
