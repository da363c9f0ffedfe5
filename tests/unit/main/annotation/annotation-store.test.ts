import { AnnotationStore } from "#main/annotation/annotation-store";
import {
  attachAnnotation,
  createAnnotation,
  listAnnotations,
  removeAnnotations,
  restoreAnnotations,
  type AnnotationContext,
} from "#main/annotation/annotation-operations";
import type { LibraryItem } from "#main/library/library-item";
import { ok } from "#domain/result";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";

const inFolder = useTemporaryFolder();
const TEXT = "The mission called it premature.\n\nOthers called it overdue.";
const NOW = Date.UTC(2026, 10, 24, 9);
let text = TEXT;
let context: AnnotationContext;

function reopened(): AnnotationContext {
  const item = {
    metadata: { id: "brief", title: "A brief" },
    words: () => 9,
    structured: () =>
      Promise.resolve(
        ok({ version: 1, text, blocks: [], pages: [{ label: "7", start: 0 }] }),
      ),
  } as unknown as LibraryItem;
  return {
    store: new AnnotationStore({
      library: inFolder(),
      historyFolder: inFolder("history"),
    }),
    items: { find: (id) => (id === "brief" ? item : undefined) },
  };
}

beforeEach(() => {
  text = TEXT;
  context = reopened();
});

const passage = { item: "brief", start: 22, end: 31 };
const content = {
  motivation: "highlighting" as const,
  colour: "green" as const,
  comment: "",
  tags: ["claim"],
};

async function made(comment = "") {
  const each = await createAnnotation(
    context,
    passage,
    { ...content, comment },
    NOW,
  );
  if (!each.ok) throw new Error(each.failure.code);
  return each.value;
}

test("the stored file is a W3C annotation, byte for byte as agreed", async () => {
  const { id } = await made();
  const path = inFolder("annotations", "brief", `${id}.json`);
  expect((await readFile(path, "utf8")).replace(id, "ID")).toBe(`{
  "@context": "http://www.w3.org/ns/anno.jsonld",
  "id": "urn:aide:annotation:ID",
  "type": "Annotation",
  "motivation": "highlighting",
  "created": "2026-11-24T09:00:00.000Z",
  "modified": "2026-11-24T09:00:00.000Z",
  "body": [
    {
      "type": "TextualBody",
      "purpose": "tagging",
      "value": "claim"
    }
  ],
  "target": {
    "source": "urn:aide:item:brief",
    "styleClass": "highlight-green",
    "selector": [
      {
        "type": "TextQuoteSelector",
        "exact": "premature",
        "prefix": "The mission called it ",
        "suffix": ".\\n\\nOthers called it overdue."
      },
      {
        "type": "TextPositionSelector",
        "start": 22,
        "end": 31
      },
      {
        "type": "FragmentSelector",
        "conformsTo": "urn:aide:letter-position",
        "value": "letters=18,27,48&before=6f9d01e25f0feeae&after=7b7dc5f246370116"
      },
      {
        "type": "FragmentSelector",
        "value": "page=7"
      }
    ]
  }
}
`);
});

test("it is there after a restart, moves with its words, and is an orphan when they are gone", async () => {
  await made("Too early?");
  context = reopened();
  expect(await listAnnotations(context, "brief")).toMatchObject({
    ok: true,
    value: [{ quote: "premature", anchor: { state: "exact", start: 22 } }],
  });
  text = `As it was put: ${TEXT}`;
  expect(await listAnnotations(context, "brief")).toMatchObject({
    value: [{ anchor: { state: "moved", start: 37 } }],
  });
  text = "Nothing of the kind was ever written down anywhere.";
  expect(await listAnnotations(context, "brief")).toMatchObject({
    value: [{ quote: "premature", anchor: { state: "orphan" } }],
  });
});

test("an orphan is attached to another passage, and that is taken back by the inverse", async () => {
  const { id } = await made();
  const attached = await attachAnnotation(
    context,
    { item: "brief", start: 51, end: 58 },
    id,
    NOW + 1,
  );
  if (!attached.ok) throw new Error(attached.failure.code);
  expect(attached.value.annotation).toMatchObject({ quote: "overdue" });
  await context.store.change("brief", id, attached.value.inverse, NOW + 2);
  expect(await listAnnotations(context, "brief")).toMatchObject({
    value: [{ quote: "premature", anchor: { state: "exact" } }],
  });
});

test("removing is a move to the trash, and restoring brings the same annotation back", async () => {
  const first = await made("one");
  const second = await made("two");
  const removed = await removeAnnotations(
    context,
    "brief",
    [first.id, second.id],
    NOW,
  );
  if (!removed.ok) throw new Error(removed.failure.code);
  expect(await context.store.list("brief")).toEqual([]);
  await restoreAnnotations(context, "brief", removed.value.trashed);
  const ids = (await reopened().store.list("brief")).map(({ id }) => id);
  expect(ids.sort()).toEqual([first.id, second.id].sort());
});

test("a broken file is named and left as it is, and the others are there", async () => {
  await made();
  await writeFile(inFolder("annotations", "brief", "a_BROKEN.json"), "{ half");
  context = reopened();
  expect(await context.store.list("brief")).toHaveLength(1);
  expect(context.store.problems).toMatchObject([
    { code: "annotation-unreadable", path: "annotations/brief/a_BROKEN.json" },
  ]);
  expect(await readdir(inFolder("annotations", "brief"))).toHaveLength(2);
});

test("what cannot be written is a failure, and nothing is shown that is not on the disk", async () => {
  await writeFile(inFolder("annotations"), "a file where the folder should be");
  const refused = await createAnnotation(context, passage, content, NOW);
  expect(refused).toMatchObject({
    ok: false,
    failure: { code: "write-failed" },
  });
  expect(await context.store.list("brief")).toEqual([]);
});

test.each([
  [{ item: "brief", start: 5, end: 5 }, "bad-request"],
  [{ item: "brief", start: 5, end: 5_000 }, "bad-request"],
  [{ item: "nowhere", start: 0, end: 4 }, "not-found"],
  [{ item: "../brief", start: 0, end: 4 }, "not-found"],
])("no annotation is made on %j", async (place, code) => {
  expect(await createAnnotation(context, place, content, NOW)).toMatchObject({
    ok: false,
    failure: { code },
  });
});

test("a path outside the trash is not restored", async () => {
  await mkdir(inFolder("notes"), { recursive: true });
  await writeFile(join(inFolder("notes"), "mine.md"), "text");
  for (const path of ["notes/mine.md", "trash/../notes/mine.md"])
    expect(await context.store.restore("brief", path)).toMatchObject({
      ok: false,
      failure: { code: "not-found" },
    });
});

test("changes to one annotation follow one another, and the last one stands", async () => {
  const { id } = await made();
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      context.store.change("brief", id, { comment: `${index}` }, NOW + index),
    ),
  );
  const [kept] = await reopened().store.list("brief");
  expect(kept).toMatchObject({ comment: "19", motivation: "commenting" });
});
