import { describe, expect, it } from "vitest";
import { lines, type Placed } from "./make-pdf";
import { readPdf, told } from "./read-pdf";

const PROSE = [
  "The two ministers met in Yerevan on Thursday and agreed to open the border",
  "within two months of ratification. Neither side named a date, and the letter",
  "that followed left open what would happen if a parliament refused.",
];

describe("what runs over the pages", () => {
  it("is found by the chapter's pages when it names the chapter", async () => {
    const page = (number: number, title: string): Placed[] => [
      { x: 72, y: 806, text: title, size: 9 },
      { x: 500, y: 806, text: String(number), size: 9 },
      ...lines(PROSE, { y: 760 }),
    ];
    const item = await readPdf({
      pages: [1, 2, 3, 4].flatMap((number) => [
        page(2 * number, "War and after"),
        page(2 * number + 1, number > 2 ? "The protocols" : "The blockade"),
      ]),
    });
    expect(item.structured.text).not.toMatch(/War and after/u);
    expect(item.structured.text).not.toMatch(/The protocols|The blockade/u);
    expect(item.structured.pages?.map(({ label }) => label)).toEqual(
      "23456789".split(""),
    );
  });

  it("is not the head of a table that every page repeats", async () => {
    const row = (y: number, cells: readonly string[]): Placed[] =>
      cells.map((text, at) => ({ x: 72 + 150 * at, y, text }));
    const item = await readPdf({
      pages: ["Armenia", "Georgia", "Turkey"].map((state) => [
        ...row(780, ["State", "Signed"]),
        ...[0, 1, 2, 3].flatMap((at) =>
          row(766 - 14 * at, [`${state} and its neighbour`, `in 200${at}`]),
        ),
      ]),
    });
    expect(item.structured.text.match(/State\tSigned/gu)).toHaveLength(3);
  });

  it("is not a heading that is numbered like its page", async () => {
    const item = await readPdf({
      pages: [1, 2, 3].map((number) => [
        { x: 72, y: 790, text: `Chapter ${number}`, size: 14 },
        ...lines(PROSE, { y: 750 }),
      ]),
    });
    expect(item.structured.text.match(/Chapter \d/gu)).toHaveLength(3);
  });

  it("is a stamp across every page", async () => {
    const item = await readPdf({
      pages: [1, 2, 3].map(() => [
        ...lines(PROSE, { y: 750 }),
        { x: 200, y: 300, text: "NOT FOR RELEASE", size: 40, turn: 45 },
      ]),
    });
    expect(item.structured.text).not.toContain("RELEASE");
  });
});

it("numbers that count the lines of a bill are left out", async () => {
  const item = await readPdf({
    pages: [
      PROSE.concat(PROSE).flatMap((text, at) => [
        { x: 50, y: 760 - 20 * at, text: String(at + 1) },
        { x: 90, y: 760 - 20 * at, text },
      ]),
    ],
  });
  expect(item.structured.text).toMatch(/^The two ministers met/u);
  expect(item.structured.text).not.toMatch(/\d/u);
});

it("verse keeps its lines", async () => {
  const item = await readPdf({
    pages: [
      lines([
        "Far is the border,",
        "The train stands in Gyumri,",
        "The gate is closed,",
        "And we wait.",
      ]),
    ],
  });
  expect(told(item)).toEqual([
    "paragraph: Far is the border,\nThe train stands in Gyumri,\nThe gate is closed,\nAnd we wait.",
  ]);
});

it("a stretch set in on both sides is a quotation", async () => {
  const item = await readPdf({
    pages: [
      [
        ...lines(PROSE, { y: 760 }),
        ...lines(
          [
            "We strongly urge you not to get ahead of the Allies by",
            "announcing initiatives that have yet to be formally",
            "considered by the Alliance.",
          ],
          { x: 110, y: 700 },
        ),
        ...lines(PROSE, { y: 640 }),
      ],
    ],
  });
  expect(told(item)[1]).toMatch(/^quotation 1: We strongly urge/u);
});

it("lines of a table of contents stay apart, their dots folded", async () => {
  const item = await readPdf({
    pages: [
      [
        ...lines(
          [
            "Introduction . . . . . . . . . . . . . . . . . . . . . . . . . . 1",
            "The protocols . . . . . . . . . . . . . . . . . . . . . . . . . 17",
          ],
          { y: 700 },
        ),
        ...lines(PROSE, { y: 640 }),
      ],
    ],
  });
  expect(told(item).slice(0, 2)).toEqual([
    "paragraph: Introduction … 1",
    "paragraph: The protocols … 17",
  ]);
});

it("notes come before a paragraph that goes on over the page, so that they stay on theirs", async () => {
  const item = await readPdf({
    pages: [
      [
        ...lines(PROSE.slice(0, 2), { y: 400 }),
        { x: 452, y: 386, text: "1", size: 7, rise: 4 },
        { x: 72, y: 90, text: "1", size: 6, rise: 3 },
        { x: 76, y: 90, text: "Not published.", size: 8 },
      ],
      lines(PROSE.slice(2)),
    ],
  });
  expect(told(item).map((block) => block.slice(0, 26))).toEqual([
    "footnote 1: Not published.",
    "paragraph: The two ministe",
  ]);
  const [note, body] = item.structured.blocks;
  const second = item.structured.pages?.[1]?.start ?? 0;
  expect(note?.end).toBeLessThan(second);
  expect(second).toBeGreaterThan(body?.start ?? Infinity);
});
