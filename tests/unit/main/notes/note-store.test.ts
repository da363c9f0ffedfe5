import { NoteStore } from "#main/notes/note-store";
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const NOW = Date.parse("2026-11-24T10:00:00Z");
let folder = "";
let store: NoteStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "aide-memoire-unit-"));
  store = new NoteStore({
    library: folder,
    historyFolder: join(folder, "history"),
    device: "DEVICE",
  });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function made(title: string, body: string) {
  const note = await store.create({ title, tags: [], body }, undefined, NOW);
  if (!note.ok) throw new Error(note.failure.code);
  return note.value;
}

test.each(["../../escape", "CON", "😀😀", "x".repeat(300), "a/b\\c:d*?"])(
  "a note titled %j stays in its folder",
  async (title) => {
    await made(title, "text");
    expect((await readdir(folder)).sort()).toEqual(["notes"]);
    expect((await store.scan()).map(({ note }) => note.title)).toEqual([title]);
  },
);

test("a file changed elsewhere meanwhile is kept beside ours", async () => {
  const { note, revision } = await made("Title", "ours, first");
  const path = join(folder, note.path);
  await writeFile(
    path,
    (await readFile(path, "utf8")).replace("ours, first", "theirs"),
  );
  const saved = await store.save(
    note.id,
    revision,
    { title: "Title", tags: [], body: "ours, second" },
    NOW,
  );
  expect(saved.ok && saved.value.conflictPath).toContain("conflict");
  const bodies = (await store.scan()).map((file) => file.note.body).sort();
  expect(bodies).toEqual(["ours, second", "theirs"]);
});

test("a file that cannot be read is a problem and stays as it is; the others are there", async () => {
  await made("Fine", "text");
  await mkdir(join(folder, "notes"), { recursive: true });
  await writeFile(
    join(folder, "notes", "broken.md"),
    "---\ntitle: [\n---\nwords",
  );
  await writeFile(
    join(folder, "notes", "bytes.md"),
    Buffer.from([0xff, 0xfe, 0x41]),
  );
  expect((await store.scan()).map(({ note }) => note.title)).toEqual(["Fine"]);
  expect(store.problems.map(({ path }) => path)).toEqual([
    "notes/broken.md",
    "notes/bytes.md",
  ]);
  expect(await readFile(join(folder, "notes", "broken.md"), "utf8")).toBe(
    "---\ntitle: [\n---\nwords",
  );
});

test("a note is removed to the trash and restored whole", async () => {
  const { note } = await made("Title", "text");
  const trashed = await store.remove(note.id, NOW);
  expect(await store.scan()).toEqual([]);
  const restored = trashed.ok ? await store.restore(trashed.value) : trashed;
  expect(restored.ok && restored.value.note.body).toBe("text");
  expect(await store.restore("../../etc/passwd")).toMatchObject({
    ok: false,
    failure: { code: "not-found" },
  });
});

test("two conflicts within one second keep all three versions", async () => {
  const { note, revision } = await made("Title", "base");
  const path = join(folder, note.path);
  const original = await readFile(path, "utf8");
  for (const theirs of ["theirs, first", "theirs, second"]) {
    await writeFile(path, original.replace("base", theirs));
    await store.save(
      note.id,
      revision,
      { title: "Title", tags: [], body: "ours" },
      NOW,
    );
  }
  const bodies = (await store.scan()).map((file) => file.note.body).sort();
  expect(bodies).toEqual(["ours", "theirs, first", "theirs, second"]);
});

test("a temporary file of a save that is going on is neither a note nor a problem", async () => {
  await made("Title", "text");
  await writeFile(
    join(folder, "notes", ".aide-tmp-1-1-title.md"),
    "---\nid: half",
  );
  expect((await store.scan()).map(({ note }) => note.title)).toEqual(["Title"]);
  expect(store.problems).toEqual([]);
});

test("a note with the longest name of four-byte letters can be saved, trashed and kept beside a conflict", async () => {
  const title = "𝐀".repeat(300);
  const { note, revision } = await made(title, "base");
  await writeFile(
    join(folder, note.path),
    (await readFile(join(folder, note.path), "utf8")).replace("base", "theirs"),
  );
  const saved = await store.save(
    note.id,
    revision,
    { title, tags: [], body: "ours" },
    NOW,
  );
  expect(saved).toMatchObject({
    ok: true,
    value: { file: { note: { body: "ours" } } },
  });
  expect((await store.remove(note.id, NOW)).ok).toBe(true);
});

test("notes of one title get files of their own, also when they are made at once", async () => {
  await Promise.all(["a", "b", "c"].map((body) => made("Same", body)));
  expect((await readdir(join(folder, "notes"))).sort()).toEqual([
    "same-2.md",
    "same-3.md",
    "same.md",
  ]);
});

test("saving touches only what was edited, and an unchanged save writes nothing", async () => {
  await mkdir(join(folder, "notes", "sub"), { recursive: true });
  const text =
    "---\r\n# theirs\r\nid: n_x\r\ntitle: 'Old'\r\nother: {a: 1}\r\n---\r\nBody\r\n";
  await writeFile(join(folder, "notes", "sub", "x.md"), text);
  const [file] = await store.scan();
  const edit = { title: "New", tags: [], body: "Body\r\n" };
  await store.save("n_x", file?.revision ?? "", edit, NOW);
  const written = await readFile(join(folder, "notes", "sub", "x.md"), "utf8");
  expect(written).toBe(text.replace("'Old'", "New"));
  const before = await readdir(join(folder, "history", "n_x"));
  const again = await store.get("n_x");
  await store.save(
    "n_x",
    again.ok ? again.value.revision : "",
    edit,
    NOW + 1000,
  );
  expect(await readdir(join(folder, "history", "n_x"))).toEqual(before);
});

test("a note that is not there cannot be had, saved or removed", async () => {
  const missing = {
    ok: false,
    failure: { code: "not-found", kind: "note", id: "n_none" },
  };
  expect(await store.get("n_none")).toEqual(missing);
  expect(
    await store.save("n_none", "", { title: "", tags: [], body: "" }, NOW),
  ).toEqual(missing);
  expect(await store.remove("n_none", NOW)).toEqual(missing);
});
