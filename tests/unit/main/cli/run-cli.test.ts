import { runCli } from "#main/cli/run-cli";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { generatedRecord, writeItems } from "../catalogue/generated-library";
import { inProcessParser } from "../import/in-process-parser";
import { useTemporaryFolder } from "../../temporary-folder";

const inFolder = useTemporaryFolder();
let printed = "";
let complained = "";

beforeEach(() => {
  [printed, complained] = ["", ""];
  vi.stubEnv("AIDE_USER_DATA", inFolder("user-data"));
  vi.spyOn(process.stdout, "write").mockImplementation((text) =>
    Boolean((printed += String(text))),
  );
  vi.spyOn(process.stderr, "write").mockImplementation((text) =>
    Boolean((complained += String(text))),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const run = (...words: string[]) =>
  runCli([...words, "--library", inFolder("library")], {
    startParser: inProcessParser,
  });
const json = (): unknown => JSON.parse(printed);

test.each([
  [["nonsense"]],
  [["list", "everything"]],
  [["search"]],
  [["make-cards"]],
  [["replay"]],
  [["inspect"]],
  [["list", "--limit", "0"]],
  [["list", "--unknown"]],
  [["constructor"]],
])(
  "%j is wrong usage: status 2, the reason and the usage, and nothing on standard output",
  async (words) => {
    expect(await run(...words)).toBe(2);
    expect([printed, complained.includes("Usage: aide")]).toEqual(["", true]);
  },
);

test("help is printed and is no failure", async () => {
  expect(await run("--help")).toBe(0);
  expect(printed).toContain("Usage: aide");
});

test.each([
  "items",
  "collections",
  "cards",
  "actors",
  "issues",
  "positions",
  "events",
])("list %s gives a line each, and JSON", async (kind) => {
  expect(await run("list", kind)).toBe(0);
  const lines = printed.trimEnd().split("\n");
  for (const line of lines) expect(line).toMatch(/^\S+\t\S/u);
  printed = "";
  expect(await run("list", kind, "--json")).toBe(0);
  expect(json()).toHaveLength(lines.length);
});

test("items are listed with their corrections, tags and collections, and collections with their items", async () => {
  const { id, ...record } = generatedRecord(1);
  await writeItems(inFolder("library"), [{ id, ...record }]);
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(inFolder("library", path)), { recursive: true });
    await writeFile(inFolder("library", path), text);
  };
  await put(
    "collections/col_01JZZZZZZZZZZZZZZZZZZZZZZZ.yaml",
    `title: Seminar\nitems: [${id}, glossary]\n`,
  );
  await put("corrections/glossary.yaml", 'corrections: {title: "Words"}\n');
  expect(await run("list", "items")).toBe(0);
  expect(printed).toContain(`${id}\t${record.read.title}\tSeminar\t#t1\n`);
  expect(printed).toMatch(/glossary\tWords\t[^\t]+, Seminar\t#/u);
  printed = "";
  expect(await run("list", "collections", "--json")).toBe(0);
  expect((json() as unknown[]).at(-1)).toMatchObject({
    title: "Seminar",
    count: 2,
    isBundled: false,
    items: [id, "glossary"],
  });
});

test("a library's notes are listed and found, and a library that is not there has none", async () => {
  expect(await run("list", "notes", "--json")).toBe(0);
  expect(json()).toEqual([]);
  await mkdir(inFolder("library", "notes"), { recursive: true });
  await writeFile(
    inFolder("library", "notes", "a.md"),
    "---\nid: n_1\n---\nA zymurgist writes.",
  );
  printed = "";
  expect(await run("search", "zymurgist", "--json")).toBe(0);
  expect(json()).toMatchObject({
    total: 1,
    hits: [{ kind: "note", id: "n_1" }],
  });
});

test("a search finds passages with a selector that stands in the item, no more than asked for", async () => {
  expect(
    await run(
      "search",
      "legitimacy",
      "--json",
      "--limit",
      "3",
      "--kind",
      "passage",
    ),
  ).toBe(0);
  const { query, hits } = json() as {
    query: string;
    hits: { kind: string; selector: { exact: string }[] }[];
  };
  expect([query, hits.length]).toEqual(["legitimacy", 3]);
  for (const hit of hits) expect(hit.selector[0]?.exact).toBeTruthy();
  expect(
    hits.some((hit) => /^legitim/iu.test(hit.selector[0]?.exact ?? "")),
  ).toBe(true);
});

test("cards are made from an item; an item that is not there is a failure in a sentence or in JSON", async () => {
  expect(await run("make-cards", "carnegie-speech", "--json")).toBe(0);
  expect((json() as unknown[]).length).toBeGreaterThan(0);
  printed = "";
  expect(await run("make-cards", "none")).toBe(1);
  expect([printed, complained]).toEqual(["", "There is no item “none”.\n"]);
  expect(await run("make-cards", "none", "--json")).toBe(1);
  expect(json()).toMatchObject({ failure: { code: "not-found" } });
});

const HEAD = "card_id,review_rating,review_time";
const day = (index: number): string =>
  String(Date.parse("2022-11-29T12:30:00Z") + index * 86_400_000);

test("a log of reviews is replayed to the references' memory, whatever the order of its rows", async () => {
  const rows = [0, 0, 1, 4, 12, 33].map(
    (at, index) => `c,${index === 0 ? 1 : 3},${day(at)}`,
  );
  await writeFile(
    inFolder("log.csv"),
    `\uFEFF${[HEAD, ...rows].join("\r\n")}\r\n`,
  );
  expect(await run("replay", inFolder("log.csv"), "--json")).toBe(0);
  const memory = json() as {
    stability: number;
    difficulty: number;
    reviews: number;
  };
  expect(memory.stability).toBeCloseTo(53.62691, 4);
  expect(memory.difficulty).toBeCloseTo(6.3574867, 4);
  const first = printed;
  printed = "";
  await writeFile(
    inFolder("log.csv"),
    [HEAD, ...rows.slice(2).reverse(), ...rows.slice(0, 2)].join("\n"),
  );
  expect(await run("replay", inFolder("log.csv"), "--json")).toBe(0);
  expect(printed).toBe(first);
});

test.each([
  [`${HEAD}\nc,5,${day(0)}\n`, 2],
  [`${HEAD}\nc,3,${day(0)}\nc,3,soon\n`, 3],
  [`card,rating\nc,3\n`, 2],
])("a row that cannot be read is told with its line", async (csv, line) => {
  await writeFile(inFolder("log.csv"), csv);
  expect(await run("replay", inFolder("log.csv"))).toBe(1);
  expect(complained).toContain(`line ${line}`);
});

test("a file that is not there, and weights of a wrong number, are failures", async () => {
  expect(await run("replay", inFolder("none.csv"))).toBe(1);
  await writeFile(inFolder("log.csv"), `${HEAD}\nc,3,${day(0)}\n`);
  await writeFile(inFolder("w.json"), "[1,2,3]");
  expect(
    await run(
      "replay",
      inFolder("log.csv"),
      "--parameters",
      inFolder("w.json"),
    ),
  ).toBe(1);
  expect(complained).toContain("17, 19 or 21 weights");
});

test("the check finds nothing wrong with what is bundled, and tells what is wrong in a library", async () => {
  expect(await run("check", "--json")).toBe(0);
  expect(json()).toMatchObject({ faults: [], counts: { orphan: 0, moved: 0 } });
  await mkdir(inFolder("library", "reviews", "A"), { recursive: true });
  await mkdir(inFolder("library", "notes"));
  await writeFile(
    inFolder("library", "reviews", "A", "2026-11-0001.jsonl"),
    "{half\n",
  );
  await writeFile(inFolder("library", "notes", "a.md"), "---\ntitle: [\n---\n");
  printed = "";
  expect(await run("check", "--json")).toBe(1);
  expect(
    (json() as { faults: { code: string }[] }).faults.map(({ code }) => code),
  ).toEqual(["note-unreadable", "log-line-quarantined"]);
});

test("plain text is inspected with the signs that stand in it", async () => {
  const line =
    "This is not *emphasis*, nor [a link](y), nor <b> &amp; https://example.org either.";
  await writeFile(inFolder("a.txt"), `A title\n\n${line}\n`);
  expect(await run("inspect", inFolder("a.txt"), "--json")).toBe(0);
  const { format, blocks } = json() as {
    format: string;
    blocks: { kind: string; text: string }[];
  };
  expect([format, blocks.at(-1)]).toEqual([
    "text",
    { kind: "paragraph", text: line },
  ]);
});
