import { runCli } from "#main/cli/run-cli";
import { writeFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";
import { buildEpub } from "../import/epub/build-epub";
import { inProcessParser } from "../import/in-process-parser";

const inFolder = useTemporaryFolder();
let printed = "";

beforeEach(() => {
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) =>
    Boolean((printed += String(text))),
  );
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function anchored(
  text: string | Uint8Array,
  selectors: unknown,
  name = "brief.md",
): Promise<unknown> {
  await writeFile(inFolder(name), text);
  await writeFile(inFolder("selectors.json"), JSON.stringify(selectors));
  const status = await runCli(
    [
      "anchor",
      inFolder(name),
      "--selectors",
      inFolder("selectors.json"),
      "--json",
    ],
    { startParser: inProcessParser },
  );
  const lines = printed.trim().split("\n");
  return {
    status,
    lines: lines.map((line) => JSON.parse(line) as unknown),
  };
}

test("each selector is told with its state and the words where it leads", async () => {
  const text =
    "The mission called it premature.\n\nOthers called it overdue.\n";
  expect(
    await anchored(text, [
      {
        id: "same",
        selector: [
          { type: "TextQuoteSelector", exact: "premature", suffix: "." },
          { type: "TextPositionSelector", start: 22, end: 31 },
        ],
      },
      {
        id: "moved",
        selector: [
          { type: "FragmentSelector", value: "page=4" },
          { type: "TextQuoteSelector", exact: "called  it overdue" },
          { type: "TextPositionSelector", start: 3, end: 21 },
        ],
      },
      {
        id: "gone",
        selector: { type: "TextQuoteSelector", exact: "never said in there" },
      },
    ]),
  ).toEqual({
    status: 0,
    lines: [
      { id: "same", state: "exact", start: 22, end: 31, exact: "premature" },
      {
        id: "moved",
        state: "moved",
        start: 41,
        end: 58,
        exact: "called it overdue",
      },
      { id: "gone", state: "orphan" },
    ],
  });
});

test("in a book a CFI leads to its words, and tells two equal passages apart", async () => {
  const cfi = (value: string): unknown => ({
    type: "FragmentSelector",
    conformsTo: "http://idpf.org/epub/linking/cfi/epub-cfi.html",
    value,
  });
  const book = buildEpub([
    "<p>One and the same.</p>",
    "<p>One and the same.</p><p>Another.</p>",
  ]);
  const selectors = [
    { id: "alone", selector: [cfi("epubcfi(/6/4!/4/4,/1:0,/1:7)")] },
    {
      id: "second",
      selector: [
        { type: "TextQuoteSelector", exact: "the same" },
        cfi("epubcfi(/6/4!/4/2,/1:8,/1:16)"),
      ],
    },
    { id: "gone", selector: cfi("epubcfi(/6/8!/4/2,/1:8,/1:16)") },
  ];
  expect(await anchored(book, selectors, "book.epub")).toEqual({
    status: 0,
    lines: [
      { id: "alone", state: "exact", start: 38, end: 45, exact: "Another" },
      { id: "second", state: "exact", start: 27, end: 35, exact: "the same" },
      { id: "gone", state: "orphan" },
    ],
  });
});

test("a file of selectors that is none is refused with its name", async () => {
  expect(await anchored("Text.\n", { id: 1 })).toMatchObject({
    status: 1,
    lines: [{ failure: { code: "bad-input" } }],
  });
});
