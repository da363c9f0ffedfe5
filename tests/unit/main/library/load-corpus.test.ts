import { checkCorpus } from "#main/library/check-corpus";
import { loadCorpus } from "#main/library/load-corpus";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";

const inFolder = useTemporaryFolder();

async function put(path: string, content: string): Promise<void> {
  const file = inFolder("corpus", "small", ...path.split("/"));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

const evidence = [
  {
    item: "one",
    selector: { type: "TextQuoteSelector", exact: "stands once" },
  },
];
const actor = {
  id: "anna",
  kind: "person",
  name: "Anna",
  aliases: [],
  roles: [],
  facts: ["F1"],
  evidence,
};

beforeEach(async () => {
  await put(
    "collection.yaml",
    "id: small\ntitle: Small\ndescription: D\nlanguage: en\nversion: 1\nlicence: CC\nitems: [one, two]\n",
  );
  for (const id of ["one", "two"]) {
    const fields = `id: ${id}\ntitle: ${id}\nkind: brief\ncreators: [A]\nlanguage: en\ndate: 2009\nsummary: S\n`;
    await put(
      `items/${id}.md`,
      `---\n${fields}---\nIt stands once in ${id}.\n`,
    );
  }
  await put("facts.json", '{"F1":"high"}');
  await put("knowledge/actors/anna.json", JSON.stringify(actor));
});

const paths = async (): Promise<string[]> =>
  (await loadCorpus(inFolder())).problems.map(({ path }) =>
    path.slice(inFolder("corpus", "small").length + 1),
  );

test("a sound collection loads without problems or faults", async () => {
  const corpus = await loadCorpus(inFolder());
  expect(corpus.problems).toEqual([]);
  expect(checkCorpus(corpus)).toEqual([]);
  expect([...corpus.items.keys()]).toEqual(["one", "two"]);
  expect(corpus.items.get("one")?.structured().text).toBe(
    "It stands once in one.",
  );
  expect(corpus.items.get("one")?.metadata.date).toBe("2009");
});

test.each([
  ["items/two.md", "---\nid: [\n---\ntext"],
  ["items/two.md", "no front matter"],
  ["knowledge/actors/berta.json", "{half"],
  ["knowledge/actors/berta.json", JSON.stringify({ ...actor, kind: "robot" })],
  ["knowledge/actors/berta.json", JSON.stringify({ ...actor, id: "../x" })],
])("a damaged %s is a problem, and the rest loads", async (path, content) => {
  await put(path, content);
  const corpus = await loadCorpus(inFolder());
  expect(await paths()).toEqual([path]);
  expect(corpus.problems[0]).toMatchObject({
    code: "corpus-damaged",
    count: 1,
  });
  expect(corpus.items.has("one")).toBe(true);
  expect(corpus.knowledge.actors.map(({ id }) => id)).toEqual(["anna"]);
});

test("a field that a newer corpus brings does no harm", async () => {
  await put(
    "knowledge/actors/anna.json",
    JSON.stringify({ ...actor, later: { deep: 1 } }),
  );
  expect(await paths()).toEqual([]);
});

test("a collection whose list cannot be read is a problem, and so is a missing corpus", async () => {
  await put("collection.yaml", "items: none\n");
  expect(await paths()).toEqual(["collection.yaml"]);
  const none = await loadCorpus(inFolder("nowhere"));
  expect(none).toMatchObject({
    collections: [],
    problems: [{ code: "corpus-damaged" }],
  });
});
