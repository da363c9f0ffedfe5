import type { Annotation } from "#domain/annotation/annotation";
import type { LibraryItem } from "#main/library/library-item";
import { annotationDocuments } from "#main/search/source/annotation-documents";
import { mkdir, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { useTemporaryFolder } from "../../../temporary-folder";
import { ask, engineOf } from "../engine-of";

const inFolder = useTemporaryFolder();

function annotation(id: string, exact: string, comment = ""): Annotation {
  return {
    id,
    item: "rede",
    motivation: comment === "" ? "highlighting" : "commenting",
    colour: "yellow",
    comment,
    tags: [],
    selectors: [{ type: "TextQuoteSelector", exact, prefix: "", suffix: "" }],
    createdAt: 0,
    modifiedAt: 0,
  };
}

test("a highlight is found by the words it stands on, in the language of its item; a comment also by its own", async () => {
  const all = [
    annotation("bare", "Die Verhandlungen wurden vertagt"),
    annotation("said", "Der Gipfel", "Ein Zugeständnis?"),
  ];
  await mkdir(inFolder("annotations", "rede"), { recursive: true });
  for (const { id } of all)
    await writeFile(inFolder("annotations", "rede", `${id}.json`), "{}");
  const metadata = { id: "rede", title: "Eine Rede", language: "de" };
  const source = annotationDocuments({
    library: inFolder(),
    store: {
      items: () => Promise.resolve(["rede"]),
      list: () => Promise.resolve(all),
    },
    items: { find: () => ({ metadata }) as unknown as LibraryItem },
  });
  const engine = engineOf([]);
  for await (const told of source.tell())
    for (const { key } of told) {
      const document = await source.get(key);
      if (document) engine.writer.put(document);
    }
  const found = (text: string) =>
    ask(engine, text).groups.map(({ id, detail }) => [id, detail]);
  expect(found("verhandlung kind:annotation ")).toEqual([["bare", ""]]);
  expect(found("gipfel ")).toEqual([["said", "Der Gipfel"]]);
  expect(found("zugeständnisse ")).toEqual([["said", "Der Gipfel"]]);
  engine.close();
});
