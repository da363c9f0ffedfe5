import { runCli } from "#main/cli/run-cli";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inProcessParser } from "../import/in-process-parser";
import { useTemporaryFolder } from "../../temporary-folder";

const inFolder = useTemporaryFolder();
let printed = "";

beforeEach(() => {
  printed = "";
  vi.stubEnv("AIDE_USER_DATA", inFolder("user-data"));
  vi.spyOn(process.stdout, "write").mockImplementation((text) =>
    Boolean((printed += String(text))),
  );
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const run = (...words: string[]) =>
  runCli([...words, "--library", inFolder("library")], {
    startParser: inProcessParser,
  });

test("what is in the library is written for reference managers, imported items with their creators in parts", async () => {
  await writeFile(
    inFolder("talks.txt"),
    "Talks stall & stop\n\nBy Elena Marković\n\n3 March 2011\n\nThe talks stalled on Thursday, and nobody could say when they would be taken up again, or by whom, or where.\n",
  );
  expect(await run("import", inFolder("talks.txt"))).toBe(0);
  printed = "";
  expect(await run("export", "bibtex", inFolder("all.bib"), "--json")).toBe(0);
  const { items } = JSON.parse(printed) as { items: number };
  const bibtex = await readFile(inFolder("all.bib"), "utf8");
  expect(bibtex.match(/^@/gmu)).toHaveLength(items);
  expect(bibtex).toContain("author = {Marković, Elena}");
  expect(bibtex).toContain("\\&");
  expect(await run("export", "csl", inFolder("all.json"))).toBe(0);
  const csl = JSON.parse(await readFile(inFolder("all.json"), "utf8")) as {
    title: string;
    issued?: unknown;
  }[];
  expect(csl).toHaveLength(items);
  expect(csl.find(({ title }) => title.startsWith("Talks"))?.issued).toEqual({
    "date-parts": [[2011, 3, 3]],
  });
});

test("annotations are written as one W3C collection", async () => {
  const folder = inFolder("library", "annotations", "september-2009-episode");
  await mkdir(folder, { recursive: true });
  const annotation = {
    id: "urn:aide:annotation:a_1",
    type: "Annotation",
    target: {
      source: "urn:aide:item:september-2009-episode",
      selector: [{ type: "TextQuoteSelector", exact: "Brussels" }],
    },
  };
  await writeFile(join(folder, "a_1.json"), JSON.stringify(annotation));
  expect(
    await run("export", "annotations", inFolder("a.jsonld"), "--json"),
  ).toBe(0);
  expect(JSON.parse(printed)).toEqual({ annotations: 1 });
  const collection: unknown = JSON.parse(
    await readFile(inFolder("a.jsonld"), "utf8"),
  );
  expect(collection).toMatchObject({
    type: "AnnotationCollection",
    total: 1,
    first: { items: [{ id: "urn:aide:annotation:a_1" }] },
  });
});

test.each([
  [["export"]],
  [["export", "annotations"]],
  [["export", "bibtex"]],
  [["export", "docx", "a"]],
])("%j is wrong usage", async (words) => {
  expect(await run(...words)).toBe(2);
});

test("a file that cannot be written is a failure", async () => {
  expect(await run("export", "csl", inFolder("talks.txt/under-a-file"))).toBe(
    0,
  );
  expect(await run("export", "csl", inFolder("talks.txt/under-a-file/x"))).toBe(
    1,
  );
});
