import { ok } from "#domain/result";
import {
  createAnnotation,
  listAnnotations,
  type AnnotationContext,
} from "#main/annotation/annotation-operations";
import { AnnotationStore } from "#main/annotation/annotation-store";
import { exportAnnotations } from "#main/interchange/export-annotations";
import { importAnnotations } from "#main/interchange/import-annotations";
import type { LibraryItem } from "#main/library/library-item";
import { readFile, writeFile } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";

const inFolder = useTemporaryFolder();
const TEXT = "The mission called it premature.\n\nOthers called it overdue.";
const NOW = Date.UTC(2026, 10, 24, 9);
const HOW = {
  nameOf: (): string => "claim",
  referenceOf: (): Promise<string> =>
    Promise.resolve("Example, A. (2009). A brief."),
};
let context: AnnotationContext;

/** A library of its own in a folder, with one item and one that was merged into it. */
function libraryIn(folder: string): AnnotationContext {
  const item = {
    metadata: { id: "brief", title: "A brief" },
    words: () => 9,
    structured: () =>
      Promise.resolve(
        ok({
          version: 1,
          text: TEXT,
          blocks: [],
          pages: [{ label: "7", start: 0 }],
        }),
      ),
  } as unknown as LibraryItem;
  return {
    store: new AnnotationStore({
      library: inFolder(folder),
      historyFolder: inFolder("history"),
    }),
    items: {
      find: (id) => (id === "brief" || id === "merged" ? item : undefined),
    },
  };
}

beforeEach(() => {
  context = libraryIn("first");
});

async function annotate(
  start: number,
  end: number,
  comment = "",
): Promise<string> {
  const made = await createAnnotation(
    context,
    { item: "brief", start, end },
    {
      motivation: comment ? "commenting" : "highlighting",
      colour: "green",
      comment,
      tags: ["CSTO"],
    },
    NOW,
  );
  if (!made.ok) throw new Error(made.failure.code);
  return made.value.id;
}

const importInto = (into: AnnotationContext, file: string, item?: string) =>
  importAnnotations(into, inFolder(file), item, NOW + 1);

test("what is exported comes back in another library as it was, once", async () => {
  await annotate(22, 31, "Too *early*?");
  await annotate(4, 11);
  const written = await exportAnnotations(
    context,
    { ...HOW, format: "json-ld" },
    inFolder("all.jsonld"),
    NOW,
  );
  expect(written).toMatchObject({ ok: true, value: { count: 2 } });
  const second = libraryIn("second");
  const report = { orphans: 0, elsewhere: 0, unreadable: 0 };
  expect(await importInto(second, "all.jsonld")).toEqual(
    ok({ ...report, added: 2, known: 0, items: ["brief"] }),
  );
  expect(await listAnnotations(second, "brief")).toEqual(
    await listAnnotations(context, "brief"),
  );
  expect(await importInto(second, "all.jsonld")).toEqual(
    ok({ ...report, added: 0, known: 2, items: [] }),
  );
});

test("in Markdown they stand in the order of the text, with page and reference", async () => {
  await annotate(22, 31, "Too *early*?");
  await annotate(4, 11);
  await exportAnnotations(
    context,
    { ...HOW, item: "brief", format: "markdown" },
    inFolder("all.md"),
    NOW,
  );
  const markdown = await readFile(inFolder("all.md"), "utf8");
  expect(markdown).toBe(`# A brief

Example, A. (2009). A brief. [item](urn:aide:item:brief)

> mission
>
> — claim · p. 7 · #CSTO

> premature
>
> — claim · p. 7 · #CSTO

Too *early*?
`);
});

const web = (id: string, source: string, exact: string): unknown => ({
  "@context": "http://www.w3.org/ns/anno.jsonld",
  id,
  type: "Annotation",
  body: "seen",
  creator: "somebody",
  target: { source, selector: { type: "TextQuoteSelector", exact } },
});

async function put(name: string, json: unknown): Promise<void> {
  await writeFile(inFolder(name), JSON.stringify(json));
}

test("another tool's annotations come in where their passage stands, keep their fields, and are known again", async () => {
  await put("web.json", [
    web(
      "https://example.org/1",
      "https://example.org/page",
      "called it overdue",
    ),
    web(
      "https://example.org/2",
      "https://example.org/other",
      "words of another page altogether",
    ),
    web("https://example.org/3", "urn:aide:item:gone", "called it overdue"),
    { type: "Annotation", target: { source: "urn:aide:item:brief" } },
  ]);
  expect(await importInto(context, "web.json", "brief")).toEqual(
    ok({
      added: 1,
      known: 0,
      orphans: 0,
      elsewhere: 2,
      unreadable: 1,
      items: ["brief"],
    }),
  );
  const [file] = await context.store.files("brief");
  expect(file?.annotation).toMatchObject({
    comment: "seen",
    motivation: "commenting",
  });
  expect(file?.json).toMatchObject({ creator: "somebody" });
  expect(await importInto(context, "web.json", "brief")).toMatchObject({
    value: { added: 0, known: 1 },
  });
  expect(await importInto(libraryIn("second"), "web.json")).toMatchObject({
    value: { added: 0, elsewhere: 3 },
  });
});

test("one of ours whose passage is gone is kept as an orphan; ids that are no file names get one", async () => {
  await put("ours.json", [
    web(
      "urn:aide:annotation:a_1",
      "urn:aide:item:brief",
      "a passage that was cut long ago",
    ),
    web(
      "urn:aide:annotation:../../../evil",
      "urn:aide:item:brief",
      "premature",
    ),
  ]);
  expect(await importInto(context, "ours.json")).toMatchObject({
    value: { added: 2, orphans: 1 },
  });
  const ids = (await context.store.list("brief")).map(({ id }) => id);
  expect(ids).toContain("a_1");
  expect(ids.every((id) => /^[\w-]+$/u.test(id))).toBe(true);
});

test("annotations on an item that was merged are listed and exported with the one that was kept", async () => {
  await put("merged.json", [
    web("urn:aide:annotation:a_2", "urn:aide:item:merged", "premature"),
  ]);
  expect(await importInto(context, "merged.json")).toMatchObject({
    value: { added: 1 },
  });
  expect(await listAnnotations(context, "brief")).toMatchObject({
    value: [{ id: "a_2", item: "merged", anchor: { state: "exact" } }],
  });
  expect(
    await exportAnnotations(
      context,
      { ...HOW, item: "brief", format: "json-ld" },
      inFolder("out.jsonld"),
      NOW,
    ),
  ).toMatchObject({ value: { count: 1 } });
});

test("a file that is none says why", async () => {
  await writeFile(inFolder("broken.json"), "{");
  expect(await importInto(context, "broken.json")).toMatchObject({
    ok: false,
    failure: { code: "bad-input" },
  });
  await put("other.json", { type: "Person" });
  expect(await importInto(context, "other.json")).toMatchObject({
    failure: { code: "bad-input", detail: "there is no W3C annotation in it" },
  });
  expect(await importInto(context, "absent.json")).toMatchObject({
    failure: { code: "read-failed" },
  });
  expect(
    await exportAnnotations(
      context,
      { ...HOW, format: "json-ld" },
      inFolder("broken.json", "under"),
      NOW,
    ),
  ).toMatchObject({ failure: { code: "write-failed" } });
});
