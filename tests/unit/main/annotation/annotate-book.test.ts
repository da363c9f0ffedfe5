import { CFI_SYNTAX } from "#domain/cfi/cfi";
import {
  attachAnnotation,
  changeAnnotation,
  createAnnotation,
  listAnnotations,
  type AnnotationContext,
} from "#main/annotation/annotation-operations";
import { AnnotationStore } from "#main/annotation/annotation-store";
import { importOriginal } from "#main/import/import-original";
import { exportAnnotations } from "#main/interchange/export-annotations";
import { importAnnotations } from "#main/interchange/import-annotations";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";
import { buildEpub } from "../import/epub/build-epub";
import { useStores } from "../library/open-store";

const NOW = Date.UTC(2026, 10, 24, 9);
const CHAPTERS = [
  `<h1>One</h1><p id="p1">The council met. It agreed to nothing.</p>`,
  `<h1>Two</h1><p id="p2">The council met. It agreed to everything.</p>`,
];
const content = {
  motivation: "highlighting" as const,
  colour: "green" as const,
  comment: "",
  tags: [],
};
const inFolder = useTemporaryFolder();
const openStore = useStores(inFolder);
let context: AnnotationContext;
let item: string;
let text: string;

async function reopen(): Promise<void> {
  const items = await openStore();
  context = {
    store: new AnnotationStore({
      library: inFolder("library"),
      historyFolder: inFolder("history"),
    }),
    items,
  };
  if (item !== "") return;
  const made = await importOriginal(
    items,
    {
      kind: "bytes",
      bytes: buildEpub(CHAPTERS),
      hints: { fileName: "book.epub" },
    },
    NOW,
  );
  if (!made.ok || made.value.state !== "imported") throw new Error("Not read");
  item = made.value.id;
  const structured = await items.find(item)?.structured();
  text = structured?.ok ? structured.value.text : "";
}

beforeEach(async () => {
  item = "";
  await reopen();
});

/** The place of words, counted from the end where they stand twice. */
function passage(words: string): { item: string; start: number; end: number } {
  const start = text.lastIndexOf(words);
  return { item, start, end: start + words.length };
}

async function cfisOf(id: string): Promise<string[]> {
  const path = inFolder("library", "annotations", item, `${id}.json`);
  const { target } = JSON.parse(await readFile(path, "utf8")) as {
    target: { selector: { conformsTo?: string; value?: string }[] };
  };
  return target.selector
    .filter(({ conformsTo }) => conformsTo === CFI_SYNTAX)
    .map(({ value = "" }) => value);
}

test("an annotation of a book is stored with its CFI, and with another one when it is attached elsewhere", async () => {
  const made = await createAnnotation(context, passage("agreed"), content, NOW);
  if (!made.ok) throw new Error(made.failure.code);
  const { id } = made.value;
  expect(await cfisOf(id)).toEqual(["epubcfi(/6/4!/4/4[p2],/1:20,/1:26)"]);
  const changed = await attachAnnotation(context, passage("One"), id, NOW + 1);
  expect(await cfisOf(id)).toEqual(["epubcfi(/6/2!/4/2,/1:0,/1:3)"]);
  if (!changed.ok) throw new Error(changed.failure.code);
  await changeAnnotation(context, item, id, changed.value.inverse, NOW + 2);
  expect(await cfisOf(id)).toEqual(["epubcfi(/6/4!/4/4[p2],/1:20,/1:26)"]);
});

test("an older annotation without one gets it when it is next saved, also of a book that was read before there were any", async () => {
  const made = await createAnnotation(
    context,
    passage("council"),
    content,
    NOW,
  );
  if (!made.ok) throw new Error(made.failure.code);
  const { id, selectors } = made.value;
  const path = inFolder("library", "annotations", item, `${id}.json`);
  const json = JSON.parse(await readFile(path, "utf8")) as {
    target: { selector: unknown[] };
  };
  json.target.selector = selectors.filter(
    (each) => !("conformsTo" in each) || each.conformsTo !== CFI_SYNTAX,
  );
  await writeFile(path, JSON.stringify(json));
  await rm(inFolder("user-data", "parsed", item, "places.json"));
  await reopen();
  expect(await cfisOf(id)).toEqual([]);
  expect(await listAnnotations(context, item)).toMatchObject({
    value: [{ anchor: { state: "exact" } }],
  });
  const changed = await changeAnnotation(
    context,
    item,
    id,
    { comment: "Which one?" },
    NOW + 1,
  );
  expect(changed).toMatchObject({
    value: { inverse: { comment: "", motivation: "highlighting" } },
  });
  if (changed.ok) expect(changed.value.inverse.selectors).toBeUndefined();
  expect(await cfisOf(id)).toEqual(["epubcfi(/6/4!/4/4[p2],/1:4,/1:11)"]);
});

const foreign = (id: string, ...selector: readonly unknown[]): unknown => ({
  "@context": "http://www.w3.org/ns/anno.jsonld",
  id: `https://example.org/${id}`,
  type: "Annotation",
  target: { source: "https://example.org/book.epub", selector },
});
const cfi = (value: string): unknown => ({
  type: "FragmentSelector",
  conformsTo: "http://www.idpf.org/epub/linking/cfi/epub-cfi.html",
  value,
});
const quote = (exact: string): unknown => ({
  type: "TextQuoteSelector",
  exact,
});

test("another program's annotations come in by their CFI, are found again without it, and doubtful ones do not", async () => {
  await mkdir(inFolder("in"));
  await writeFile(
    inFolder("in", "web.json"),
    JSON.stringify([
      foreign("1", cfi("epubcfi(/6/4!/4/4[p2],/1:0,/1:15)")),
      foreign(
        "2",
        quote("The council\n met"),
        cfi("epubcfi(/6/2!/4/4,/1:0,/1:15)"),
      ),
      foreign("3", quote("The council met")),
      foreign("4", cfi("epubcfi(/6/2!/4/44[gone],/1:0,/1:9)")),
      foreign(
        "5",
        quote("agreed to everything"),
        cfi("epubcfi(/6/2!/4/4,/1:0,/1:15)"),
      ),
    ]),
  );
  const path = inFolder("in", "web.json");
  expect(await importAnnotations(context, path, item, NOW)).toMatchObject({
    ok: true,
    value: { added: 3, elsewhere: 2 },
  });
  const expected = [
    { start: text.indexOf("The council met"), quote: "The council met" },
    { start: text.lastIndexOf("The council met"), quote: "The council met" },
    { start: text.indexOf("agreed to ev"), quote: "agreed to everything" },
  ].map(({ start, quote: words }) => ({
    quote: words,
    anchor: { state: "exact", start, end: start + words.length },
  }));
  expect(await listAnnotations(context, item)).toMatchObject({
    value: expected,
  });
  // By now their words and positions suffice, and what the other program wrote is still there.
  await rm(inFolder("library", "items", item, "original.epub"));
  await rm(inFolder("user-data", "parsed", item, "places.json"));
  await reopen();
  expect(await listAnnotations(context, item)).toMatchObject({
    value: expected,
  });
  await exportAnnotations(
    context,
    {
      format: "json-ld",
      nameOf: () => "",
      referenceOf: () => Promise.resolve(""),
    },
    inFolder("all.jsonld"),
    NOW,
  );
  const written = await readFile(inFolder("all.jsonld"), "utf8");
  expect(written).toContain("epubcfi(/6/4!/4/4[p2],/1:0,/1:15)");
  expect(written).toContain("www.idpf.org");
});

test("a file that another program put into the folder is placed by its CFI too", async () => {
  const folder = inFolder("library", "annotations", item);
  await mkdir(folder, { recursive: true });
  await writeFile(
    `${folder}/other.json`,
    JSON.stringify(foreign("1", cfi("epubcfi(/6/2!/4/4[p1],/1:4,/1:11)"))),
  );
  const start = text.indexOf("council");
  expect(await listAnnotations(context, item)).toMatchObject({
    value: [{ anchor: { state: "exact", start, end: start + 7 } }],
  });
});

test("in the book that another was merged into, a CFI of the other is followed only to the words that it quotes", async () => {
  const { items } = context;
  const find = (id: string) => items.find(id === "merged" ? item : id);
  const merged = { ...context, items: { find } };
  const place = cfi("epubcfi(/6/4!/4/4[p2],/1:0,/1:15)");
  const folder = inFolder("library", "annotations", "merged");
  await mkdir(folder, { recursive: true });
  const put = (name: string, ...selector: readonly unknown[]) =>
    writeFile(
      `${folder}/${name}.json`,
      JSON.stringify(foreign(name, ...selector)),
    );
  await put("bare", place);
  await put("quoted", quote("The council met"), place);
  const on = (source: string): unknown => ({
    ...(foreign(source, place) as object),
    target: { source: `urn:aide:item:${source}`, selector: [place] },
  });
  const path = inFolder("both.json");
  await writeFile(path, JSON.stringify([on("merged"), on(item)]));
  expect(await importAnnotations(merged, path, undefined, NOW)).toMatchObject({
    value: { added: 2, orphans: 1 },
  });
  const start = text.lastIndexOf("The council met");
  const listed = await listAnnotations(merged, item);
  if (!listed.ok) throw new Error(listed.failure.code);
  const found = listed.value.map(({ item: of, quote: words, anchor }) => [
    of === item ? "kept" : of,
    words,
    anchor.state === "orphan" ? anchor.state : anchor.start,
  ]);
  expect(found).toHaveLength(4);
  expect(found).toEqual(
    expect.arrayContaining([
      ["kept", "The council met", start],
      ["merged", "The council met", start],
      ["merged", "", "orphan"],
    ]),
  );
});
