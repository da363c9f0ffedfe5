import { OWN_KINDS, type OwnKind } from "#bridge/contract/own-knowledge";
import type { LibraryProblem } from "#bridge/contract/library";
import type { Knowledge } from "#domain/knowledge/knowledge";
import { fail, ok, type Result } from "#domain/result";
import { basename, join } from "node:path";
import { errorCode, errorDetail } from "../storage/error-detail";
import { KeyedQueue } from "../storage/keyed-queue";
import { replaceFile } from "../storage/replace-file";
import { isTrashedPath, moveToTrash, restoreFromTrash } from "../storage/trash";
import {
  formatRecord,
  readRecord,
  readRecords,
  recordPath,
  type RecordOf,
} from "./record-files";

/** A trashed record's name tells its kind, so that it goes back where it came from. */
const TRASHED = /^(actors|issues|positions|events) (.+\.json)$/u;

/** What the person stated: one file each in `<library>/knowledge/<kind>`, beside what is bundled. */
export class KnowledgeStore {
  readonly #library: string;
  readonly #bundled: Knowledge;
  readonly #queue = new KeyedQueue();
  readonly #problems: LibraryProblem[] = [];
  #own: Knowledge;
  #all: Knowledge | undefined;

  private constructor(library: string, bundled: Knowledge, own: Knowledge) {
    this.#library = library;
    this.#bundled = bundled;
    this.#own = own;
  }

  /** Reads all records; one that cannot be read is among the problems and stays as it is. */
  static async open(
    library: string,
    bundled: Knowledge,
  ): Promise<KnowledgeStore> {
    const problems: LibraryProblem[] = [];
    const tell = (problem: LibraryProblem): void => void problems.push(problem);
    const own: Knowledge = {
      actors: await readRecords(library, "actors", tell),
      issues: await readRecords(library, "issues", tell),
      positions: await readRecords(library, "positions", tell),
      events: await readRecords(library, "events", tell),
    };
    const store = new KnowledgeStore(library, bundled, own);
    store.#problems.push(...problems);
    return store;
  }

  get problems(): readonly LibraryProblem[] {
    return this.#problems;
  }

  /** Bundled and own together; the same object until something changes. */
  get all(): Knowledge {
    this.#all ??= {
      actors: [...this.#bundled.actors, ...this.#own.actors],
      issues: [...this.#bundled.issues, ...this.#own.issues],
      positions: [...this.#bundled.positions, ...this.#own.positions],
      events: [...this.#bundled.events, ...this.#own.events],
    };
    return this.#all;
  }

  /** Failure: `write-failed`. */
  create<Kind extends OwnKind>(
    kind: Kind,
    record: RecordOf<Kind>,
    now: number,
  ): Promise<Result<{ readonly id: string }>> {
    const path = recordPath(kind, record.id);
    return this.#queue.run(record.id, async () => {
      try {
        await replaceFile(join(this.#library, path), formatRecord(record), {
          now,
        });
      } catch (error) {
        return fail({ code: "write-failed", path, detail: errorDetail(error) });
      }
      this.#put(kind, record);
      return ok({ id: record.id });
    });
  }

  /** Moves a record to the trash. Failures: `bad-request` (bundled), `not-found`, `write-failed`. */
  remove(kind: OwnKind, id: string, now: number): Promise<Result<string>> {
    return this.#queue.run(id, async () => {
      const isBundled = this.#bundled[kind].some((each) => each.id === id);
      if (isBundled)
        return fail({ code: "bad-request", detail: `${id} is bundled` });
      if (!this.#own[kind].some((each) => each.id === id))
        return fail({ code: "not-found", kind: singular(kind), id });
      const path = recordPath(kind, id);
      try {
        const trashed = await moveToTrash(
          this.#library,
          join(this.#library, path),
          now,
          `${kind} ${id}.json`,
        );
        this.#set(
          kind,
          this.#own[kind].filter((each) => each.id !== id),
        );
        return ok(trashed);
      } catch (error) {
        return fail({ code: "write-failed", path, detail: errorDetail(error) });
      }
    });
  }

  /** Brings a record back. Failures: `not-found`, `read-failed`, `write-failed`. */
  async restore(trashed: string): Promise<Result<{ readonly id: string }>> {
    const [, kind, name] = TRASHED.exec(basename(trashed)) ?? [];
    if (!isTrashedPath(trashed) || !isKind(kind) || name === undefined)
      return fail({ code: "not-found", kind: "file", id: trashed });
    try {
      const path = await restoreFromTrash(
        this.#library,
        trashed,
        join(this.#library, "knowledge", kind),
        name,
      );
      const record = await readRecord(this.#library, kind, basename(path));
      this.#put(kind, record);
      return ok({ id: record.id });
    } catch (error) {
      const code =
        errorCode(error) === undefined ? "read-failed" : "write-failed";
      return errorCode(error) === "ENOENT"
        ? fail({ code: "not-found", kind: "file", id: trashed })
        : fail({ code, path: trashed, detail: errorDetail(error) });
    }
  }

  async idle(): Promise<void> {
    await this.#queue.idle();
  }

  #put<Kind extends OwnKind>(kind: Kind, record: RecordOf<Kind>): void {
    const others = this.#own[kind].filter((each) => each.id !== record.id);
    this.#set(kind, [...others, record]);
  }

  #set(kind: OwnKind, records: readonly { readonly id: string }[]): void {
    this.#own = { ...this.#own, [kind]: records };
    this.#all = undefined;
  }
}

function isKind(kind: string | undefined): kind is OwnKind {
  return OWN_KINDS.some((each) => each === kind);
}

function singular(kind: OwnKind): "actor" | "issue" | "position" | "event" {
  return kind.slice(0, -1) as "actor" | "issue" | "position" | "event";
}
