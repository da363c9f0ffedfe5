import {
  addressIn,
  readQuotationAddress,
  selectorsOfQuotation,
  writeQuotation,
} from "#domain/notes/quotation";
import { anchor } from "#domain/text/anchor";
import { parseMarkdown } from "#domain/text/parse-markdown";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const SOURCE =
  "It asked one question.\n\n# 1. Should *we* talk to [them]?\nThey did_not say; A&amp;B <said> so.\n\nNobody asked again, and nobody answered.";

function quote(start: number, end: number): string {
  return writeQuotation({
    item: "the-cable",
    itemTitle: "The [second] cable",
    exact: SOURCE.slice(start, end),
    source: "US Mission, 10 September 2009, p. 3",
    start,
    end,
  });
}

/** Where a note's last quotation leads in a text. */
function followed(note: string, text: string) {
  const { text: words, blocks } = parseMarkdown(note);
  const at = blocks.findLastIndex((block) => addressIn(block) !== undefined);
  const address = blocks[at] && addressIn(blocks[at]);
  if (!address) throw new Error(`no address in ${note}`);
  return anchor(text, selectorsOfQuotation(words, blocks, at, address));
}

describe("a passage quoted in a note", () => {
  it("reads as a quotation with its source", () => {
    const { text, blocks } = parseMarkdown(quote(24, SOURCE.length));
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(
      new Set(["quotation"]),
    );
    expect(text).toContain("# 1. Should *we* talk to [them]?");
    expect(text).toContain(
      "— The [second] cable, US Mission, 10 September 2009, p. 3",
    );
  });

  it("leads back to its passage, whatever signs stand in it", () => {
    const words = [...SOURCE.matchAll(/\S+/gu)].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
    }));
    fc.assert(
      fc.property(
        fc.nat(words.length - 4),
        fc.integer({ min: 3, max: 12 }),
        (from, count) => {
          const start = words[from]?.start ?? 0;
          const end = words[Math.min(words.length - 1, from + count)]?.end ?? 0;
          expect(followed(quote(start, end), SOURCE)).toMatchObject({
            start,
            end,
          });
        },
      ),
      { seed: 5 },
    );
  });

  it("is told from the quotation before it", () => {
    const start = SOURCE.indexOf("Nobody");
    expect(
      followed(quote(0, 22) + quote(start, SOURCE.length), SOURCE),
    ).toEqual({ state: "exact", start, end: SOURCE.length });
  });

  it("follows its passage in a changed text, and leads nowhere when it is gone", () => {
    const start = SOURCE.indexOf("Nobody asked");
    const note = quote(start, SOURCE.length);
    const longer = `A new first paragraph.\n\n${SOURCE}`;
    const moved = followed(note, longer);
    if (moved.state === "orphan") throw new Error("lost");
    expect(longer.slice(moved.start, moved.end)).toBe(SOURCE.slice(start));
    const other = SOURCE.replace(
      "Nobody asked again, and nobody answered.",
      "Everything else was said on the telephone.",
    );
    expect(followed(note, other)).toEqual({ state: "orphan" });
  });

  it("keeps to its own kind of address", () => {
    for (const address of [
      "https://example.org/#1-2",
      "aide:item/a/b#1-2",
      "aide:item/a#1",
      "aide:item/%E0#1-2",
    ])
      expect(readQuotationAddress(address)).toBeUndefined();
  });
});
