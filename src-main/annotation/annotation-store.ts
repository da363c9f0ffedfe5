import type { LibraryProblem } from "#bridge/contract/library";
import {
  changeAnnotation,
  type Annotation,
  type AnnotationChanges,
} from "#domain/annotation/annotation";
import { fail, ok, type Result } from "#domain/result";
import { readdir, readFile } from "node:fs/promises";
import { basename, join, posix } from "node:path";
import { ulid } from "ulidx";
import { errorCode, errorDetail } from "../storage/error-detail";
import { KeyedQueue } from "../storage/keyed-queue";
import { replaceFile, TEMPORARY_PREFIX } from "../storage/replace-file";
import { isTrashedPath, moveToTrash, restoreFromTrash } from "../storage/trash";
import {
  formatAnnotation,
  parseAnnotation,
  type AnnotationFile,
} from "./annotation-file";

const ITEM = /^[a-z0-9][a-z0-9-]{0,120}$/u;
/** Files read side by side: many small files wait for the disk, not for us. */
const READ_AT_ONCE = 64;

/** Annotations of a library: one W3C file each, `annotations/<item>/<id>.json`. The files are the truth. */
export class AnnotationStore {
  readonly #library: string;
  readonly #historyFolder: string;
  readonly #queue = new KeyedQueue();
  readonly #items = new Map<string, Promise<Map<string, AnnotationFile>>>();
  readonly #problems = new Map<string, LibraryProblem>();

  constructor(options: { library: string; historyFolder: string }) {
    this.#library = options.library;
    this.#historyFolder = options.historyFolder;
  }

  /** Files that could not be read; they were left as they are. */
  get problems(): readonly LibraryProblem[] {
    return [...this.#problems.values()];
  }

  /** All of an item, oldest first. Read once, then kept in step with every change of ours. */
  async list(item: string): Promise<Annotation[]> {
    return (await this.files(item)).map(({ annotation }) => annotation);
  }

  /** All of an item with their JSON, oldest first. */
  async files(item: string): Promise<AnnotationFile[]> {
    return [...(await this.#of(item)).values()].sort(
      ({ annotation: a }, { annotation: b }) =>
        (a.createdAt ?? 0) - (b.createdAt ?? 0) || (a.id < b.id ? -1 : 1),
    );
  }

  /** Tells whether an item has one of this id. */
  async has(item: string, id: string): Promise<boolean> {
    return (await this.#of(item)).has(id);
  }

  /** Takes one in that was made elsewhere, as it is. Failure: `write-failed`. */
  add(
    annotation: Annotation,
    json: AnnotationFile["json"],
    now: number,
  ): Promise<Result<null>> {
    return this.#queue.run(annotation.id, () =>
      this.#write({ annotation, json }, now),
    );
  }

  /** Items that have any. */
  async items(): Promise<string[]> {
    const names = await readdir(join(this.#library, "annotations")).catch(
      () => [],
    );
    return names.filter((name) => ITEM.test(name));
  }

  /** Reads an item's files anew: another program may have written them. */
  forget(item: string): void {
    this.#items.delete(item);
  }

  /** Failure: `write-failed`. */
  create(
    content: Omit<Annotation, "id" | "createdAt" | "modifiedAt">,
    now: number,
    json: AnnotationFile["json"] = {},
  ): Promise<Result<Annotation>> {
    const id = `a_${ulid(now)}`;
    const annotation = { ...content, id, createdAt: now, modifiedAt: now };
    return this.#queue.run(id, async () => {
      const written = await this.#write({ annotation, json }, now);
      return written.ok ? ok(annotation) : written;
    });
  }

  /** `complete` adds what the changed one lacks; that is no change to be taken back. Failures: `not-found`, `write-failed`. */
  change(
    item: string,
    id: string,
    changes: AnnotationChanges,
    now: number,
    complete: (changed: Annotation) => Annotation = (changed) => changed,
  ): Promise<
    Result<{
      readonly annotation: Annotation;
      readonly inverse: AnnotationChanges;
    }>
  > {
    return this.#queue.run(id, async () => {
      const file = (await this.#of(item)).get(id);
      if (!file) return fail({ code: "not-found", kind: "annotation", id });
      const { after, inverse } = changeAnnotation(
        file.annotation,
        changes,
        now,
      );
      const annotation = complete(after);
      const written = await this.#write({ annotation, json: file.json }, now);
      return written.ok ? ok({ annotation, inverse }) : written;
    });
  }

  /** Moves one to the trash. Failures: `not-found`, `write-failed`. */
  remove(item: string, id: string, now: number): Promise<Result<string>> {
    return this.#queue.run(id, async () => {
      const files = await this.#of(item);
      if (!files.has(id))
        return fail({ code: "not-found", kind: "annotation", id });
      const path = this.#pathOf(item, id);
      try {
        const trashed = await moveToTrash(
          this.#library,
          join(this.#library, path),
          now,
        );
        files.delete(id);
        return ok(trashed);
      } catch (error) {
        return fail({ code: "write-failed", path, detail: errorDetail(error) });
      }
    });
  }

  /** Brings one back. Failures: `not-found`, `write-failed`, `read-failed`. */
  async restore(item: string, trashed: string): Promise<Result<Annotation>> {
    if (!isTrashedPath(trashed) || !ITEM.test(item))
      return fail({ code: "not-found", kind: "annotation", id: trashed });
    try {
      const path = await restoreFromTrash(
        this.#library,
        trashed,
        join(this.#library, "annotations", item),
      );
      const files = await this.#of(item);
      const file = await this.#read(item, basename(path));
      if (!file)
        return fail({ code: "read-failed", path, detail: "no annotation" });
      files.set(file.annotation.id, file);
      return ok(file.annotation);
    } catch (error) {
      return errorCode(error) === "ENOENT"
        ? fail({ code: "not-found", kind: "annotation", id: trashed })
        : fail({
            code: "write-failed",
            path: trashed,
            detail: errorDetail(error),
          });
    }
  }

  async idle(): Promise<void> {
    await this.#queue.idle();
  }

  #of(item: string): Promise<Map<string, AnnotationFile>> {
    if (!ITEM.test(item)) return Promise.resolve(new Map());
    const known = this.#items.get(item) ?? this.#readAll(item);
    this.#items.set(item, known);
    return known;
  }

  async #readAll(item: string): Promise<Map<string, AnnotationFile>> {
    const folder = join(this.#library, "annotations", item);
    const names = (await readdir(folder).catch(() => []))
      .filter((name) => isAnnotationName(name))
      .sort();
    const files = new Map<string, AnnotationFile>();
    for (let at = 0; at < names.length; at += READ_AT_ONCE) {
      const read = await Promise.all(
        names
          .slice(at, at + READ_AT_ONCE)
          .map((name) => this.#read(item, name)),
      );
      for (const file of read) if (file) files.set(file.annotation.id, file);
    }
    return files;
  }

  async #read(item: string, name: string): Promise<AnnotationFile | undefined> {
    const path = posix.join("annotations", item, name);
    const id = name.slice(0, -".json".length);
    try {
      const text = await readFile(join(this.#library, path), "utf8");
      const read = parseAnnotation(text, { id, item });
      if (!read.ok) throw new Error(read.failure);
      this.#problems.delete(path);
      return read.value;
    } catch (error) {
      this.#problems.set(path, {
        code: "annotation-unreadable",
        path,
        detail: errorDetail(error),
        count: 1,
      });
      return undefined;
    }
  }

  async #write(file: AnnotationFile, now: number): Promise<Result<null>> {
    const { id, item } = file.annotation;
    const path = this.#pathOf(item, id);
    try {
      await replaceFile(join(this.#library, path), formatAnnotation(file), {
        now,
        historyFolder: join(this.#historyFolder, id),
      });
    } catch (error) {
      return fail({ code: "write-failed", path, detail: errorDetail(error) });
    }
    (await this.#of(item)).set(id, file);
    return ok(null);
  }

  #pathOf(item: string, id: string): string {
    return posix.join("annotations", item, `${id}.json`);
  }
}

function isAnnotationName(name: string): boolean {
  return name.endsWith(".json") && !name.startsWith(TEMPORARY_PREFIX);
}
