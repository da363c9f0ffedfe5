import type { ItemChanges } from "#domain/library/item-changes";
import { fail, ok, type Result } from "#domain/result";
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { ulid } from "ulidx";
import * as v from "valibot";
import { correctionsSchema } from "../library/meta-file";
import { errorCode, errorDetail } from "../storage/error-detail";
import { keyLine, readKeys } from "../storage/key-lines";
import { replaceFile } from "../storage/replace-file";
import { isTrashedPath } from "../storage/trash";

const FILE_NAME = /^merge_[0-9A-Z]{26}\.yaml$/u;
const VERSION = 1;

/** What a merge does, written beside what it puts into the trash before anything is done: enough to undo it. */
export interface MergeRecord {
  readonly keep: string;
  readonly others: readonly string[];
  /** What the kept item takes over. */
  readonly changes: ItemChanges;
  readonly inverse: ItemChanges;
  /** The ids that lead to the kept item from then on. */
  readonly mergedFrom: readonly string[];
}

const ids = v.array(v.string());
const schema = v.object({
  v: v.pipe(v.number(), v.maxValue(VERSION, "of a newer program")),
  keep: v.string(),
  others: ids,
  changes: correctionsSchema,
  inverse: correctionsSchema,
  mergedFrom: ids,
});

/** Writes a record into the trash; returns its path there. Failure: `write-failed`. */
export async function writeMerge(
  library: string,
  record: MergeRecord,
  now: number,
): Promise<Result<string>> {
  const day = new Date(now).toISOString().slice(0, 10);
  const path = posix.join("trash", day, `merge_${ulid(now)}.yaml`);
  const lines = Object.entries({ v: VERSION, ...record });
  try {
    await replaceFile(
      join(library, path),
      lines.map(([key, value]) => keyLine(key, value)).join(""),
      // Beside the trash: a start does not look into it for what a crash left.
      { now, temporaryFolder: library },
    );
    return ok(path);
  } catch (error) {
    return fail({ code: "write-failed", path, detail: errorDetail(error) });
  }
}

/** Reads a record again. Failures: `not-found`, `read-failed`. */
export async function readMerge(
  library: string,
  path: string,
): Promise<Result<MergeRecord>> {
  if (!isTrashedPath(path) || !FILE_NAME.test(posix.basename(path)))
    return fail({ code: "not-found", kind: "file", id: path });
  try {
    const values = readKeys(await readFile(join(library, path), "utf8"));
    if (!values.ok)
      return fail({ code: "read-failed", path, detail: values.failure });
    const { changes, inverse, ...rest } = v.parse(schema, values.value);
    return ok({
      ...rest,
      changes: changes as ItemChanges,
      inverse: inverse as ItemChanges,
    });
  } catch (error) {
    return errorCode(error) === "ENOENT"
      ? fail({ code: "not-found", kind: "file", id: path })
      : fail({ code: "read-failed", path, detail: errorDetail(error) });
  }
}
