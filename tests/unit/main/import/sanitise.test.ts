import type { Block, Mark, TextRange } from "#domain/text/blocks";
import { imageTypeOf } from "#main/import/image-type";
import { RESOURCE_TYPES, type ReadItem } from "#main/import/reader";
import { sanitise } from "#main/import/sanitise";
import { parseHistoricalDate } from "#domain/historical-date";
import fc from "fast-check";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { growsInProportion } from "../../grows-in-proportion";

const PNG = Buffer.from("\x89PNG\r\n\x1a\n and so on", "latin1");

function item(changes: object): ReadItem {
  return {
    format: "html",
    metadata: { creators: [], tags: [] },
    structured: { version: 1, text: "", blocks: [] },
    resources: [],
    warnings: [],
    ...changes,
  };
}

function block(range: [number, number], changes: object = {}): object {
  const [start, end] = range;
  return { kind: "paragraph", start, end, marks: [], ...changes };
}

function blocksOf(text: string, blocks: object[]): readonly Block[] {
  return sanitise(item({ structured: { version: 1, text, blocks } })).structured
    .blocks;
}

describe("letters", () => {
  it("that are none are replaced one by one, so that offsets stay true", () => {
    const text = "a\0b\uD800c\x07d\re\u202Ef\u202Cg\u{1F600}h\tk\nl\uFFFF";
    const clean = sanitise(
      item({ structured: { version: 1, text, blocks: [] } }),
    ).structured.text;
    expect(clean).toBe(
      "a\uFFFDb\uFFFDc d e\u202Bf\u202Cg\u{1F600}h\tk\nl\uFFFD",
    );
    expect(clean.length).toBe(text.length);
  });
});

describe("blocks", () => {
  it("lie in order inside the text", () => {
    expect(
      blocksOf("0123456789", [
        block([0, 3]),
        block([2, 5]),
        block([9, 4]),
        block([-1, 2]),
        block([6, 99]),
        block([1.5, 2]),
      ]).map(({ start, end }) => [start, end]),
    ).toEqual([
      [0, 3],
      [3, 5],
      [6, 10],
    ]);
  });

  it("never begin between the halves of a letter", () => {
    expect(
      blocksOf("a\u{1F600}b", [block([0, 2]), block([2, 4])]).map(
        ({ start, end }) => [start, end],
      ),
    ).toEqual([
      [0, 1],
      [1, 4],
    ]);
  });

  it("without their rows, label or picture are paragraphs or nothing", () => {
    const kinds = blocksOf("abc", [
      block([0, 1], { kind: "table" }),
      block([1, 2], { kind: "footnote" }),
      block([2, 2], { kind: "figure", resource: "x" }),
      block([2, 3], { kind: "script" }),
    ]).map(({ kind }) => kind);
    expect(kinds).toEqual(["paragraph", "paragraph"]);
  });
});

describe("marks", () => {
  const marks = (given: object[], others: object[] = []): readonly Mark[] =>
    blocksOf("0123456789", [block([2, 8], { marks: given }), ...others])[0]
      ?.marks ?? [];

  it("lie inside their block, over something", () => {
    expect(
      marks([
        { kind: "strong", start: 0, end: 5 },
        { kind: "strong", start: 8, end: 9 },
        { kind: "blink", start: 3, end: 5 },
      ]),
    ).toEqual([{ kind: "strong", start: 2, end: 5 }]);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    " data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://a/b",
    "relative/path",
    "#anchor",
    "#99",
    "#1x",
    "",
  ])("do not lead to %j", (target) => {
    expect(marks([{ kind: "link", start: 3, end: 5, target }])).toEqual([]);
  });

  it.each([
    "https://example.org/a",
    "http://example.org/",
    "mailto:a@example.org",
    "#9",
  ])("lead to %s", (target) => {
    expect(marks([{ kind: "link", start: 3, end: 5, target }])[0]?.target).toBe(
      target,
    );
  });

  it("refer only to notes that are there", () => {
    const reference = (target: string): object => ({
      kind: "footnote-reference",
      start: 3,
      end: 4,
      target,
    });
    expect(
      marks(
        [reference("1"), reference("2")],
        [block([8, 9], { kind: "footnote", label: "1" })],
      ),
    ).toEqual([
      { kind: "footnote-reference", start: 3, end: 4, target: "1" },
      { kind: "superscript", start: 3, end: 4 },
    ]);
  });
});

describe("pictures", () => {
  it("are what their bytes say, and named by their hash", () => {
    const clean = sanitise(
      item({
        structured: {
          version: 1,
          text: "",
          blocks: [block([0, 0], { kind: "figure", resource: "mine" })],
        },
        resources: [
          { id: "mine", mediaType: "image/svg+xml", bytes: PNG },
          {
            id: "other",
            mediaType: "image/png",
            bytes: Buffer.from("<html><script>"),
          },
        ],
      }),
    );
    const id = createHash("sha256").update(PNG).digest("hex");
    expect(clean.resources).toEqual([
      { id, mediaType: "image/png", bytes: PNG },
    ]);
    expect(clean.structured.blocks[0]?.resource).toBe(id);
    expect(clean.warnings).toEqual([
      { code: "pictures-left-out", detail: "1" },
    ]);
  });

  it("that are drawings hold no entities", () => {
    const svg = (head: string): string | undefined =>
      imageTypeOf(
        Buffer.from(`${head}<svg xmlns="http://www.w3.org/2000/svg"/>`),
      );
    expect(svg("")).toBe("image/svg+xml");
    expect(
      svg(
        '<?xml version="1.0"?>\n<!-- x --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">\n',
      ),
    ).toBe("image/svg+xml");
    expect(
      svg('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ).toBeUndefined();
    expect(svg("<html>")).toBeUndefined();
    expect(
      imageTypeOf(Buffer.from("<svg/>".padEnd(20_000) + "<!ENTITY a 'b'>")),
    ).toBeUndefined();
  });
});

describe("metadata", () => {
  it("is one line each, with dates and addresses that are some", () => {
    const { metadata } = sanitise(
      item({
        metadata: {
          title: `A\n\u202Etitle\0 ${"x".repeat(900)}`,
          creators: ["A", "A", " ", 3, "B\tC"],
          date: "yesterday",
          url: "javascript:alert(1)",
          language: "<b>",
          kind: "virus",
          tags: "none",
          extra: { a: [1, { __proto__: null, b: "\uD800" }], f: () => 1 },
        },
      }),
    );
    expect(metadata.title?.slice(0, 10)).toBe("A title\uFFFD x");
    expect(metadata.title?.length).toBe(500);
    expect(metadata).toEqual({
      title: metadata.title,
      creators: ["A", "B C"],
      tags: [],
      extra: { a: [1, { b: "\uFFFD" }] },
    });
  });
});

/** Values as a broken reader might make them: right in shape here and there, wrong in every way elsewhere. */
const garbage = fc.letrec((tie) => {
  const number = fc.oneof(
    fc.integer({ min: -3, max: 40 }),
    fc.double(),
    fc.anything(),
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string(),
    fc.anything(),
  );
  const range = { start: number, end: number };
  const target = fc.oneof(
    fc.webUrl(),
    fc.constantFrom("javascript:x", "#1", "#99", "1"),
    text,
  );
  const some = <T>(one: fc.Arbitrary<T>) =>
    fc.oneof(
      { weight: 9, arbitrary: one as fc.Arbitrary<unknown> },
      { weight: 1, arbitrary: fc.anything() },
    );
  const mark = fc.record(
    {
      kind: some(fc.constantFrom("strong", "link", "footnote-reference")),
      target,
      ...range,
    },
    { requiredKeys: [] },
  );
  const marks = some(fc.array(some(mark), { maxLength: 4 }));
  const cell = fc.record(
    { ...range, isHeader: fc.anything(), align: text, marks },
    { requiredKeys: [] },
  );
  const kind = fc.constantFrom(
    "heading",
    "paragraph",
    "list-item",
    "code",
    "table",
    "rule",
    "figure",
    "footnote",
  );
  const one = fc.record(
    {
      kind: some(kind),
      ...range,
      level: number,
      number,
      label: fc.oneof(fc.constantFrom("1", "2"), text),
      resource: fc.oneof(fc.constant("r"), text),
      alt: text,
      language: text,
      direction: text,
      marks,
      rows: some(
        fc.array(some(fc.array(some(cell), { maxLength: 3 })), {
          maxLength: 3,
        }),
      ),
    },
    { requiredKeys: [] },
  );
  const place = fc.record(
    { label: text, title: text, level: number, start: number },
    { requiredKeys: [] },
  );
  return {
    item: fc.record(
      {
        format: fc.constant("html"),
        metadata: some(
          fc.record(
            {
              title: text,
              creators: some(fc.array(text)),
              date: text,
              url: target,
              language: text,
              publisher: text,
              kind: text,
              tags: some(fc.array(text)),
              extra: fc.anything(),
            },
            { requiredKeys: [] },
          ),
        ),
        structured: some(
          fc.record(
            {
              version: number,
              text,
              blocks: some(fc.array(some(one))),
              pages: some(fc.array(place)),
              contents: some(fc.array(place)),
              language: text,
            },
            { requiredKeys: [] },
          ),
        ),
        resources: some(
          fc.array(
            some(
              fc.record({
                id: fc.constantFrom("r", "s"),
                bytes: fc.oneof(
                  fc.constant(new Uint8Array(PNG)),
                  fc.uint8Array(),
                ),
                mediaType: text,
              }),
            ),
          ),
        ),
        warnings: some(fc.array(fc.anything())),
      },
      { requiredKeys: [] },
    ),
    unused: tie("item"),
  };
}).item as fc.Arbitrary<ReadItem>;

describe("whatever a reader makes", () => {
  it("comes out valid, and a second time unchanged", () => {
    fc.assert(
      fc.property(garbage, (given) => {
        const clean = sanitise(given);
        expectValid(clean);
        expect(sanitise(clean)).toEqual(clean);
      }),
      { numRuns: 400 },
    );
  });

  it("takes time in proportion to it", async () => {
    const sanitise = (count: number): void => {
      const blocks = Array.from({ length: count }, (_, index) =>
        block([index * 10, index * 10 + 8], {
          marks: [
            {
              kind: "link",
              start: index * 10,
              end: index * 10 + 4,
              target: "https://example.org/",
            },
          ],
        }),
      );
      expect(blocksOf("word ".repeat(2 * count), blocks).length).toBe(count);
    };
    expect(await growsInProportion(sanitise, 10_000)).toBe(true);
  });
});

function expectValid({ structured, resources, metadata }: ReadItem): void {
  const { text, blocks, pages = [], contents = [] } = structured;
  expect(text).not.toMatch(/\p{Cs}/u);
  // eslint-disable-next-line no-control-regex -- these are what must be gone
  expect(text).not.toMatch(/[\0-\x08\x0B-\x1F\x7F-\x9F\u202D\u202E]/u);
  const labels = new Set(blocks.map(({ label }) => label));
  const ids = new Set(resources.map(({ id }) => id));
  let end = 0;
  for (const one of blocks) {
    expectRange(one, { start: end, end: text.length });
    end = one.end;
    expectMarks(one.marks, one, labels, text);
    if (one.resource !== undefined) expect(ids).toContain(one.resource);
    if (one.kind === "table") expect(one.rows?.length).toBeGreaterThan(0);
    if (one.kind === "footnote") expect(one.label).toBeDefined();
    let cellEnd = one.start;
    for (const cell of one.rows?.flat() ?? []) {
      expectRange(cell, { start: cellEnd, end: one.end });
      cellEnd = cell.end;
      expectMarks(cell.marks, cell, labels, text);
    }
  }
  for (const { start } of [...pages, ...contents])
    expectRange({ start, end: start }, { start: 0, end: text.length });
  for (const { id, bytes, mediaType } of resources) {
    expect(id).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(RESOURCE_TYPES).toContain(mediaType);
    expect(imageTypeOf(bytes)).toBe(mediaType);
  }
  for (const line of [
    metadata.title ?? "x",
    ...metadata.creators,
    ...metadata.tags,
  ])
    expect(line).toMatch(/^[^\n\0\u202A-\u202E]{1,500}$/u);
  if (metadata.date !== undefined)
    expect(parseHistoricalDate(metadata.date)).toBeDefined();
  if (metadata.url !== undefined) expect(metadata.url).toMatch(/^https?:\/\//u);
}

function expectRange(range: TextRange, within: TextRange): void {
  expect(
    Number.isSafeInteger(range.start) && Number.isSafeInteger(range.end),
  ).toBe(true);
  expect(range.start).toBeGreaterThanOrEqual(within.start);
  expect(range.end).toBeGreaterThanOrEqual(range.start);
  expect(range.end).toBeLessThanOrEqual(within.end);
}

function expectMarks(
  marks: readonly Mark[],
  within: TextRange,
  labels: ReadonlySet<unknown>,
  text: string,
): void {
  for (const mark of marks) {
    expectRange(mark, within);
    expect(mark.end).toBeGreaterThan(mark.start);
    if (mark.kind === "link") {
      expect(mark.target).toMatch(/^(?:https?:|mailto:|#\d+$)/u);
      if (mark.target?.startsWith("#"))
        expect(Number(mark.target.slice(1))).toBeLessThanOrEqual(text.length);
    } else if (mark.kind === "footnote-reference")
      expect(labels).toContain(mark.target);
    else expect(mark.target).toBeUndefined();
  }
}
