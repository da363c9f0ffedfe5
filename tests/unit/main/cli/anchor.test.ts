import { runCli } from "#main/cli/run-cli";
import { writeFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";
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

async function anchored(text: string, selectors: unknown): Promise<unknown> {
  await writeFile(inFolder("brief.md"), text);
  await writeFile(inFolder("selectors.json"), JSON.stringify(selectors));
  const status = await runCli(
    [
      "anchor",
      inFolder("brief.md"),
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

test("a file of selectors that is none is refused with its name", async () => {
  expect(await anchored("Text.\n", { id: 1 })).toMatchObject({
    status: 1,
    lines: [{ failure: { code: "bad-input" } }],
  });
});
