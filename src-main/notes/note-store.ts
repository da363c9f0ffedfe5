import { noteNameFor } from "#domain/notes/note-name";
import { editFile, splitFrontMatter } from "#domain/notes/front-matter";
import type { NoteTarget } from "#domain/notes/note";
import type { Failure } from "#domain/failure";
import { fail, ok, type Result } from "#domain/result";
import type { LibraryProblem } from "#bridge/contract/library";
import { readdir, stat } from "node:fs/promises";
import { basename, join, posix } from "node:path";
import { ulid } from "ulidx";
import { errorCode, errorDetail } from "../storage/error-detail";
import { KeyedQueue } from "../storage/keyed-queue";
import { replaceFile, TEMPORARY_PREFIX } from "../storage/replace-file";
import {
  isTrashedPath,
  listTrash,
  moveToTrash,
  restoreFromTrash,
  type TrashedFile,
} from "../storage/trash";
import { readNoteFile, type NoteFile } from "./note-file";

export interface NoteEdit {
  readonly title: string;
  readonly tags: readonly string[];
  readonly body: string;
}

export interface SavedNote {
  readonly file: NoteFile;
  readonly conflictPath?: string;
}

/** The notes of a library: files are the truth, this only remembers which path holds which id. */
export class NoteStore {
  readonly #library: string;
  readonly #historyFolder: string;
  readonly #device: string;
  readonly #queue = new KeyedQueue();
  #files = new Map<string, NoteFile>();
  #version = 0;
  #problems: readonly LibraryProblem[] = [];

  constructor(options: {
    library: string;
    historyFolder: string;
    device: string;
  }) {
    this.#library = options.library;
    this.#historyFolder = options.historyFolder;
    this.#device = options.device;
  }

  /** Files that could not be read at the last scan; they were left as they are. */
  get problems(): readonly LibraryProblem[] {
    return this.#problems;
  }

  /** Raised by every change that is known of. */
  get version(): number {
    return this.#version;
  }

  /** The items that notes are written on, each as often as it is, as far as the files are known. */
  *targets(): Iterable<string> {
    for (const { note } of this.#files.values())
      if (note.target) yield note.target.item;
  }

  /** Reads all note files anew, newest first. */
  async scan(): Promise<NoteFile[]> {
    const names = await readdir(join(this.#library, "notes"), {
      recursive: true,
    }).catch(() => []);
    const paths = names
      .filter(isNoteName)
      .map((name) => posix.join("notes", name.replaceAll("\\", "/")));
    const problems: LibraryProblem[] = [];
    const files = new Map<string, NoteFile>();
    for (const path of paths.sort()) {
      const read = await readNoteFile(this.#library, path);
      if (!read.ok)
        problems.push({
          code: "note-unreadable",
          path,
          detail: read.failure,
          count: 1,
        });
      else addUnderFreeId(files, read.value);
    }
    this.#files = files;
    this.#version += 1;
    this.#problems = problems;
    return [...files.values()].sort(
      (a, b) => b.note.modifiedAt - a.note.modifiedAt,
    );
  }

  /** The note as its file stands now. Failure: `not-found`. */
  async get(id: string): Promise<Result<NoteFile>> {
    const known =
      this.#files.get(id) ??
      (await this.scan()).find((file) => file.note.id === id);
    if (!known) return fail({ code: "not-found", kind: "note", id });
    const read = await readNoteFile(this.#library, known.note.path);
    if (!read.ok)
      return fail({
        code: "read-failed",
        path: known.note.path,
        detail: read.failure,
      });
    const file = { ...read.value, note: { ...read.value.note, id } };
    this.#remember(id, file);
    return ok(file);
  }

  /** Makes a new note file. Failure: `write-failed`. */
  async create(
    edit: NoteEdit,
    target: NoteTarget | undefined,
    now: number,
  ): Promise<Result<NoteFile>> {
    const id = `n_${ulid(now)}`;
    const text = editFile(
      "",
      {
        id,
        title: edit.title,
        created: new Date(now).toISOString(),
        ...tagsOf(edit),
        ...(target ? { target } : {}),
      },
      edit.body,
    );
    return this.#queue.run("create", async () => {
      const path = await this.#freePath(`notes/${noteNameFor(edit.title)}`);
      return this.#write(id, path, text, now);
    });
  }

  /**
   * Replaces title, tags and body. When the file is no longer the one the edit began from (`base`), that other version
   * is kept beside it and ours takes the name. Failures: `not-found`, `write-failed`.
   */
  save(
    id: string,
    base: string,
    edit: NoteEdit,
    now: number,
  ): Promise<Result<SavedNote>> {
    return this.#queue.run(id, async () => {
      const before = await this.get(id);
      if (!before.ok) return before;
      const { note, text, revision } = before.value;
      const ours = editFile(
        text,
        { id: note.id, title: edit.title, ...tagsOf(edit) },
        edit.body,
      );
      const isForeign = revision !== base && text !== ours;
      const conflictPath = isForeign
        ? await this.#keepTheirs(note.path, text, now)
        : undefined;
      if (conflictPath !== undefined && !conflictPath.ok) return conflictPath;
      const saved = await this.#write(id, note.path, ours, now);
      if (!saved.ok) return saved;
      return ok({
        file: saved.value,
        ...(conflictPath ? { conflictPath: conflictPath.value } : {}),
      });
    });
  }

  /** Moves the note to the trash. Failures: `not-found`, `write-failed`. */
  remove(id: string, now: number): Promise<Result<string>> {
    return this.#queue.run(id, async () => {
      const file = await this.get(id);
      if (!file.ok) return file;
      return this.#guard(file.value.note.path, async () => {
        const trashed = await moveToTrash(
          this.#library,
          join(this.#library, file.value.note.path),
          now,
        );
        this.#files.delete(id);
        this.#version += 1;
        return trashed;
      });
    });
  }

  /** Brings a note back from the trash. Failures: `not-found`, `write-failed`. */
  async restore(trashed: string): Promise<Result<NoteFile>> {
    if (!isTrashedPath(trashed))
      return fail({ code: "not-found", kind: "note", id: trashed });
    const moved = await this.#guard(trashed, async () => {
      const path = await restoreFromTrash(
        this.#library,
        trashed,
        join(this.#library, "notes"),
      );
      return posix.join("notes", path.split(/[\\/]/u).at(-1) ?? "");
    });
    if (!moved.ok) return moved;
    const file = (await this.scan()).find(
      (each) => each.note.path === moved.value,
    );
    return file
      ? ok(file)
      : fail({ code: "not-found", kind: "note", id: trashed });
  }

  /** Notes in the trash with their titles, newest first. */
  async listTrash(): Promise<(TrashedFile & { readonly title: string })[]> {
    const files = await listTrash(this.#library, ".md");
    return Promise.all(
      files.map(async (file) => {
        const read = await readNoteFile(this.#library, file.trashed);
        return {
          ...file,
          title: read.ok
            ? read.value.note.title
            : (file.trashed.split("/").at(-1) ?? file.trashed),
        };
      }),
    );
  }

  async idle(): Promise<void> {
    await this.#queue.idle();
  }

  async #write(
    id: string,
    path: string,
    text: string,
    now: number,
  ): Promise<Result<NoteFile>> {
    const written = await this.#guard(path, async () => {
      await replaceFile(join(this.#library, path), text, {
        now,
        historyFolder: join(this.#historyFolder, id),
      });
    });
    if (!written.ok) return written;
    const read = await readNoteFile(this.#library, path);
    if (!read.ok)
      return fail({ code: "read-failed", path, detail: read.failure });
    this.#remember(id, read.value);
    return ok(read.value);
  }

  #remember(id: string, file: NoteFile): void {
    this.#files.set(id, file);
    this.#version += 1;
  }

  async #keepTheirs(
    path: string,
    text: string,
    now: number,
  ): Promise<Result<string>> {
    const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(":", "");
    const kept = await this.#freePath(
      path.replace(/\.md$/u, ` (conflict ${this.#device.slice(-6)} ${stamp})`),
    );
    const own = editFile(
      text,
      { id: `n_${ulid(now)}` },
      splitFrontMatter(text).body,
    );
    return this.#guard(kept, async () => {
      await replaceFile(join(this.#library, kept), own, { now });
      return kept;
    });
  }

  async #freePath(stem: string): Promise<string> {
    for (let number = 1; ; number += 1) {
      const path = `${number === 1 ? stem : `${stem}-${number}`}.md`;
      const isTaken = await stat(join(this.#library, path)).then(
        () => true,
        (error: unknown) =>
          errorCode(error) !== "ENOENT" && errorCode(error) !== "ENOTDIR",
      );
      if (!isTaken) return path;
    }
  }

  async #guard<Value>(
    path: string,
    task: () => Promise<Value>,
  ): Promise<Result<Value>> {
    try {
      return ok(await task());
    } catch (error) {
      return fail({
        code: "write-failed",
        path,
        detail: errorDetail(error),
      } satisfies Failure);
    }
  }
}

/** The temporary file of a save that is going on, or that a crash left, is no note. */
function isNoteName(name: string): boolean {
  return name.endsWith(".md") && !basename(name).startsWith(TEMPORARY_PREFIX);
}

function tagsOf(edit: NoteEdit): { tags?: readonly string[] | undefined } {
  return { tags: edit.tags.length > 0 ? edit.tags : undefined };
}

/** Two files may carry one id (a copy made by hand): the second is shown under its own. */
function addUnderFreeId(files: Map<string, NoteFile>, file: NoteFile): void {
  const id = files.has(file.note.id)
    ? `${file.note.id}~${files.size}`
    : file.note.id;
  files.set(id, { ...file, note: { ...file.note, id } });
}
