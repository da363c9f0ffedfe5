import { ok } from "#domain/result";
import type { LibraryItem } from "#main/library/library-item";
import { DraftJournal } from "#main/notes/draft-journal";
import {
  createNote,
  getNote,
  listNotes,
  listTrashedNotes,
  restoreNote,
  saveNote,
  type NotesContext,
} from "#main/notes/note-operations";
import { NoteStore } from "#main/notes/note-store";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";

const NOW = Date.parse("2026-11-24T10:00:00Z");
const inFolder = useTemporaryFolder();
let itemText = "";
let context: NotesContext;

function contextOf(): NotesContext {
  const metadata = { id: "brief", title: "A brief" } as LibraryItem["metadata"];
  const item: LibraryItem = {
    metadata,
    words: () => 4,
    structured: () =>
      Promise.resolve(ok({ version: 1, text: itemText, blocks: [] })),
  };
  return {
    store: new NoteStore({
      library: inFolder(),
      historyFolder: inFolder("history"),
      device: "DEVICE",
    }),
    drafts: new DraftJournal(inFolder("drafts")),
    items: { find: (id) => (id === "brief" ? item : undefined) },
  };
}

beforeEach(() => {
  itemText = "It was called premature.";
  context = contextOf();
});

const edit = { title: "Title", tags: ["a", "b"], body: "Some *words*.\n" };

async function created(passage?: { item: string; start: number; end: number }) {
  const note = await createNote(context, edit, passage, NOW);
  if (!note.ok) throw new Error(note.failure.code);
  return note.value;
}

test("a note that is made is read back by a new session, with its tags, body and first words", async () => {
  const note = await created();
  context = contextOf();
  expect(await getNote(context, note.id)).toEqual({ ok: true, value: note });
  expect(note).toMatchObject({ ...edit, isRecovered: false, createdAt: NOW });
  expect(await listNotes(context)).toMatchObject([
    { id: note.id, excerpt: "Some words." },
  ]);
});

test("a note on a passage that stands twice leads to the one that was meant, also where its text has other white space by now", async () => {
  const page = "The council met again, as it had met before. Nothing came.";
  itemText = [page, "A word between.", page].join("\n\n");
  const start = itemText.lastIndexOf("as it had met");
  const { id } = await created({ item: "brief", start, end: start + 13 });
  itemText = `\n\n${itemText.replaceAll(". ", ".   ")}`;
  context = contextOf();
  const note = await getNote(context, id);
  const moved = itemText.lastIndexOf("as it had met");
  expect(note.ok && note.value.passage?.anchor).toEqual({
    state: "moved",
    start: moved,
    end: moved + 13,
  });
});

test("a note on a passage leads back to it, also after the text moved, and is an orphan when it is gone", async () => {
  const { id, passage } = await created({ item: "brief", start: 14, end: 23 });
  expect(passage).toMatchObject({
    exact: "premature",
    itemTitle: "A brief",
    anchor: { state: "exact" },
  });
  const anchorNow = async () => {
    const note = await getNote(context, id);
    return note.ok ? note.value.passage?.anchor : note.failure;
  };
  itemText = "In short: It was called premature.";
  expect(await anchorNow()).toEqual({ state: "moved", start: 24, end: 33 });
  itemText = "It was called desirable.";
  expect(await anchorNow()).toEqual({ state: "orphan" });
});

test.each([
  ["not-found", { item: "none", start: 0, end: 2 }],
  ["bad-request", { item: "brief", start: 2, end: 2 }],
  ["bad-request", { item: "brief", start: 0, end: 999 }],
  ["bad-request", { item: "brief", start: -1, end: 2 }],
])(
  "the failure %s is told for the passage %j, and no file is made",
  async (code, passage) => {
    expect(await createNote(context, edit, passage, NOW)).toMatchObject({
      ok: false,
      failure: { code },
    });
    expect(await readdir(inFolder())).toEqual([]);
  },
);

test("typing that was not saved is shown as recovered, and forgotten once it is saved", async () => {
  const { id, revision } = await created();
  const draft = {
    id,
    base: revision,
    title: "Title",
    tags: ["a", "b"],
    body: "Typed on.",
  };
  await context.drafts.keep(draft, NOW);
  context = contextOf();
  expect(await getNote(context, id)).toMatchObject({
    ok: true,
    value: { body: "Typed on.", isRecovered: true },
  });
  const saved = await saveNote(context, draft, NOW);
  expect(saved).toMatchObject({
    ok: true,
    value: { note: { body: "Typed on.", isRecovered: false } },
  });
  expect(await context.drafts.find(id)).toBeUndefined();
});

test("a draft that cannot be read counts as none", async () => {
  const { id, revision } = await created();
  await context.drafts.keep(
    { id, base: revision, ...edit, body: "Typed." },
    NOW,
  );
  const [name = ""] = await readdir(inFolder("drafts"));
  await writeFile(inFolder("drafts", name), "{half");
  expect(await getNote(context, id)).toMatchObject({
    ok: true,
    value: { body: edit.body, isRecovered: false },
  });
});

test("the last of several drafts kept at once is the one that stays", async () => {
  const { id, revision } = await created();
  const bodies = Array.from({ length: 20 }, (_, index) => `typed ${index}`);
  await Promise.all(
    bodies.map((body) =>
      context.drafts.keep({ id, base: revision, ...edit, body }, NOW),
    ),
  );
  expect((await context.drafts.find(id))?.body).toBe("typed 19");
});

test("a save over a change made elsewhere says where the other version is kept", async () => {
  const note = await created();
  await writeFile(
    inFolder(note.path),
    (await readFile(inFolder(note.path), "utf8")).replace("Some", "Their"),
  );
  const saved = await saveNote(
    context,
    { ...edit, id: note.id, base: note.revision, body: "Ours." },
    NOW,
  );
  const kept = saved.ok ? (saved.value.conflictPath ?? "") : "";
  expect(await readFile(inFolder(kept), "utf8")).toContain("Their *words*.");
  expect(await readFile(inFolder(note.path), "utf8")).toContain("Ours.");
});

test("a note in the trash is listed with its title and comes back with its id", async () => {
  const note = await created();
  await context.store.remove(note.id, NOW);
  const [trashed] = await listTrashedNotes(context);
  expect(trashed?.title).toBe("Title");
  expect(await restoreNote(context, trashed?.trashed ?? "")).toMatchObject({
    ok: true,
    value: { id: note.id },
  });
  expect(await listTrashedNotes(context)).toEqual([]);
});
