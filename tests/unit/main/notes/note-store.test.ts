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
