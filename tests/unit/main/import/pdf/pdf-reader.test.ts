import { pdfReader } from "#main/import/pdf/pdf-reader";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeEncryptedPdf } from "./encrypt-pdf";
import { assemble, lines, makePdf } from "./make-pdf";
import { readPdf, textOf, told } from "./read-pdf";

const silent = { progress: () => undefined };
const latin = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const PROSE = [
  "The two ministers met in Yerevan on Thursday and agreed to open the border",
  "within two months of ratification. Neither side named a date, and the state-",
  "ment that followed left open what would happen if a parliament refused.",
];

describe("the text", () => {
  it("has paragraphs rejoined across lines and broken words made whole", async () => {
    const item = await readPdf({ pages: [lines(PROSE)] });
    expect(told(item)).toEqual([
      "paragraph: The two ministers met in Yerevan on Thursday and agreed to open the border within two months of ratification. Neither side named a date, and the statement that followed left open what would happen if a parliament refused.",
    ]);
  });

  it("parts paragraphs by a gap, by an indented first line and after a short last line", async () => {
    const item = await readPdf({
      pages: [
        [
          ...lines(PROSE, { y: 700 }),
          ...lines([`    ${PROSE[0]}`.trim(), ...PROSE.slice(1)], { y: 640 }),
          {
            x: 90,
            y: 598,
            text: "Indented, this line begins another paragraph and goes on to the very",
          },
          {
            x: 72,
            y: 584,
            text: "end of the line, so that the last one ends short.",
          },
          {
            x: 72,
            y: 570,
            text: "And so a third one begins here without a gap and without an indent at all.",
          },
        ],
      ],
    });
    expect(told(item)).toHaveLength(4);
  });

  it("keeps the hyphen of compounds that the document writes elsewhere", async () => {
    const item = await readPdf({
      pages: [
        lines([
          "A decision-making body that meets once a year cannot answer in time, and a decision-",
          "making body that never meets cannot answer at all.",
        ]),
      ],
    });
    expect(item.structured.text).toContain("and a decision-making body");
  });

  it("makes headings of larger letters and of short lines in bold", async () => {
    const item = await readPdf({
      pages: [
        [
          { x: 72, y: 780, text: "Protocols and their ratification", size: 20 },
          ...lines(PROSE, { y: 740 }),
          { x: 72, y: 680, text: "What the court said", font: "bold" },
          ...lines(PROSE, { y: 660 }),
          ...lines(PROSE, { y: 600 }),
        ],
      ],
    });
    expect(told(item).filter((block) => block.startsWith("heading"))).toEqual([
      "heading 1: Protocols and their ratification",
      "heading 2: What the court said",
    ]);
    expect(item.metadata.title).toBe("Protocols and their ratification");
  });

  it("makes items of bullets and of numbers whose lines hang", async () => {
    const item = await readPdf({
      pages: [
        [
          ...lines(PROSE, { y: 700 }),
          ...lines(["• open the border", "• exchange ambassadors"], { y: 640 }),
          ...lines(PROSE, { y: 600 }),
          ...lines(["1. sign", "2. ratify"], { y: 540 }),
        ],
      ],
    });
    expect(told(item).filter((block) => block.startsWith("list"))).toEqual([
      "list-item 1: open the border",
      "list-item 1: exchange ambassadors",
      "list-item 1 1: sign",
      "list-item 1 2: ratify",
    ]);
  });

  it("makes a footnote of the small paragraph that a raised number refers to", async () => {
    const item = await readPdf({
      pages: [
        [
          ...lines(PROSE, { y: 700 }),
          { x: 72, y: 640, text: "The date was never published" },
          { x: 217, y: 640, text: "3", size: 7, rise: 4 },
          { x: 222, y: 640, text: " and is not known." },
          { x: 72, y: 90, text: "3", size: 6, rise: 3 },
          {
            x: 76,
            y: 90,
            text: "Interview with a member of the delegation.",
            size: 8,
          },
        ],
      ],
    });
    expect(told(item).at(-1)).toBe(
      "footnote 3: Interview with a member of the delegation.",
    );
    const marks = item.structured.blocks.flatMap((block) => block.marks);
    expect(marks).toMatchObject([{ kind: "footnote-reference", target: "3" }]);
    expect(textOf(item.structured.text, marks[0] ?? { start: 0, end: 0 })).toBe(
      "3",
    );
  });

  it("reads rows of cells as a table", async () => {
    const row = (y: number, cells: readonly string[]) =>
      cells.map((text, at) => ({ x: 72 + at * 120, y, text }));
    const item = await readPdf({
      pages: [
        [
          ...lines(PROSE, { y: 700 }),
          ...row(640, ["State", "Signed", "Ratified"]),
          ...row(624, ["Armenia", "2009", "no"]),
          ...row(608, ["Turkey", "2009", "no"]),
        ],
      ],
    });
    expect(told(item).at(-1)).toBe(
      "table: State\tSigned\tRatified\nArmenia\t2009\tno\nTurkey\t2009\tno",
    );
  });

  it("reads the left column before the right one, even when the file goes to and fro", async () => {
    const left = [
      "In the left column stand the",
      "first words of a long account",
      "which fills it to the very end",
      "with one line under the other",
      "until at last it turns over to",
    ];
    const right = [
      "the right column, where it",
      "goes on as if nothing had been",
      "in between, down to the foot",
      "of the page, where the account",
      "comes to its end.",
    ];
    const item = await readPdf({
      pages: [
        left.flatMap((text, at) => [
          { x: 72, y: 700 - at * 14, text },
          { x: 320, y: 700 - at * 14, text: right[at] ?? "" },
        ]),
      ],
    });
    expect(item.structured.text.replace(/\s+/gu, " ")).toBe(
      [...left, ...right].join(" "),
    );
  });
});

describe("pages", () => {
  const page = (number: number) => [
    { x: 72, y: 800, text: "Journal of Frozen Conflicts", size: 9 },
    ...lines(
      PROSE.map((line) => `${line}`),
      { y: 760 },
    ),
    {
      x: 72,
      y: 718,
      text: `Page text of number ${number} goes on to the end of the line and over the`,
    },
    { x: 290, y: 40, text: String(number), size: 9 },
  ];

  it("lose their headers and footers, whose numbers become their labels", async () => {
    const item = await readPdf({ pages: [341, 342, 343, 344].map(page) });
    expect(item.structured.text).not.toContain("Journal of Frozen");
    expect(item.structured.pages?.map(({ label }) => label)).toEqual([
      "341",
      "342",
      "343",
      "344",
    ]);
  });

  it("of a short document keep every line", async () => {
    const item = await readPdf({
      pages: [
        [{ x: 72, y: 800, text: "Journal of Frozen Conflicts" }],
        [{ x: 72, y: 800, text: "Journal of Frozen Conflicts" }],
      ],
    });
    expect(item.structured.text).toBe(
      "Journal of Frozen Conflicts\n\nJournal of Frozen Conflicts",
    );
  });

  it("are called by the file's own labels", async () => {
    const item = await readPdf({
      pages: [lines(["One."]), lines(["Two."]), lines(["Three."])],
      labels: [
        [0, "r", 1],
        [2, "D", 7],
      ],
    });
    expect(item.structured.pages?.map(({ label }) => label)).toEqual([
      "i",
      "ii",
      "7",
    ]);
  });

  it("are joined where a paragraph goes on, and the new page begins inside it", async () => {
    const item = await readPdf({
      pages: [lines(PROSE.slice(0, 2)), lines(PROSE.slice(2))],
    });
    expect(told(item)).toHaveLength(1);
    const { text, pages } = item.structured;
    expect(text.slice(pages?.[1]?.start)).toMatch(/^ment that followed/u);
  });

  it("are led to by the outline, at the heading it names", async () => {
    const item = await readPdf({
      pages: [
        lines(PROSE),
        [
          ...lines(PROSE, { y: 760 }),
          { x: 72, y: 690, text: "The second part", size: 16 },
          ...lines(PROSE, { y: 660 }),
        ],
      ],
      outline: [
        { title: "The first part", page: 0 },
        { title: "The second part", page: 1, y: 704 },
      ],
    });
    const { text, contents } = item.structured;
    expect(
      contents?.map(({ title, start }) => [
        title,
        text.slice(start, start + 10),
      ]),
    ).toEqual([
      ["The first part", "The two mi"],
      ["The second part", "The second"],
    ]);
  });
});

describe("what the file says of itself", () => {
  it("is kept", async () => {
    const item = await readPdf({
      pages: [lines(PROSE)],
      info: {
        Title: "The Protocols",
        Author: "Thomas de Waal; Joshua Kucera",
        CreationDate: "D:20091013120000+04'00'",
        Keywords: "Armenia, Turkey",
        Subject: "What was signed in Zurich",
      },
      language: "en-GB",
    });
    expect(item.metadata).toEqual({
      title: "The Protocols",
      creators: ["Thomas de Waal", "Joshua Kucera"],
      date: "2009-10-13",
      tags: ["Armenia", "Turkey"],
      description: "What was signed in Zurich",
      language: "en-GB",
    });
  });

  it("is left out where a program made it up", async () => {
    const item = await readPdf({
      pages: [lines(PROSE)],
      info: {
        Title: "Microsoft Word - protocols_final.doc",
        Author: "user",
        CreationDate: "D:00000000",
      },
    });
    expect(item.metadata).toEqual({ creators: [], tags: [] });
  });
});

describe("a file that cannot be read", () => {
  it("asks for its password, tells a wrong one, and opens with the right one", async () => {
    const bytes = makeEncryptedPdf("Not for release.", "sesame");
    for (const hints of [{}, { password: "wrong" }])
      expect(await pdfReader.read(bytes, hints, silent)).toMatchObject({
        ok: false,
        failure: { code: "password-needed" },
      });
    const read = await pdfReader.read(bytes, { password: "sesame" }, silent);
    expect(read).toMatchObject({
      ok: true,
      value: { structured: { text: "Not for release." } },
    });
  });

  it("says how many pages without text it has", async () => {
    const bytes = makePdf({ pages: [[], [], []] });
    expect(await pdfReader.read(bytes, {}, silent)).toEqual({
      ok: false,
      failure: { code: "no-text", detail: "3 pages" },
    });
  });

  it.each([
    ["nothing at all", latin("")],
    ["a header and nothing more", latin("%PDF-1.7\n")],
    ["letters", latin("These are no objects. ".repeat(100))],
    [
      "a catalogue without pages",
      assemble(["<< /Type /Catalog >>"], "/Root 1 0 R"),
    ],
    [
      "a tree of pages that holds itself",
      assemble(
        [
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>",
        ],
        "/Root 1 0 R",
      ),
    ],
  ])("is refused as damaged when it is %s", async (_, bytes) => {
    expect(await pdfReader.read(bytes, {}, silent)).toMatchObject({
      ok: false,
      failure: { code: "damaged-file" },
    });
  });
});

it("leaves the caller's bytes as they are, and says how far it is after every page", async () => {
  const bytes = Buffer.from(makePdf({ pages: [lines(PROSE), lines(PROSE)] }));
  const before = Buffer.from(bytes);
  const shares: number[] = [];
  await pdfReader.read(bytes, {}, { progress: (share) => shares.push(share) });
  expect(bytes).toEqual(before);
  expect(shares).toEqual([0.5, 1]);
});

it("reads Chinese letters that the file names only by a character map of Adobe's", async () => {
  const stream = "BT /F 12 Tf 72 700 Td <4F60597D4E16754C> Tj ET";
  const bytes = assemble(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
      "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R >>",
      "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
    ],
    "/Root 1 0 R",
  );
  expect(await pdfReader.read(bytes, {}, silent)).toMatchObject({
    ok: true,
    value: { structured: { text: "你好世界" } },
  });
});

it("answers every damaged file with a text or a failure, and throws for none", async () => {
  const whole = makePdf({
    pages: [lines(PROSE), lines(PROSE)],
    outline: [{ title: "First", page: 0, y: 700 }],
    labels: [[0, "r", 1]],
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          at: fc.nat(whole.length - 1),
          byte: fc.constantFrom(0, 32, 40, 47, 60, 91, 48, 57, 255),
        }),
        { maxLength: 12 },
      ),
      fc.integer({ min: 500, max: whole.length }),
      async (changes, length) => {
        const bytes = whole.slice(0, length);
        for (const { at, byte } of changes) if (at < length) bytes[at] = byte;
        const read = await pdfReader.read(bytes, {}, silent);
        if (!read.ok) expect(read.failure.detail).not.toBe("");
      },
    ),
    { numRuns: 150 },
  );
});
