import type { OwnKind } from "#bridge/contract/own-knowledge";
import type { LibraryProblem } from "#bridge/contract/library";
import type { Knowledge } from "#domain/knowledge/knowledge";
import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import * as v from "valibot";
import {
  actorSchema,
  eventSchema,
  issueSchema,
  positionSchema,
} from "../library/corpus-schemas";
import { errorDetail } from "../storage/error-detail";

/** The same shapes as in a bundled collection: a record may go from one to the other as it is. */
const SCHEMAS = {
  actors: actorSchema,
  issues: issueSchema,
  positions: positionSchema,
  events: eventSchema,
} as const;

export type RecordOf<Kind extends OwnKind> = Knowledge[Kind][number];

/** Path of a record within the library. */
export function recordPath(kind: OwnKind, id: string): string {
  return posix.join("knowledge", kind, `${id}.json`);
}

/** The stored form: two spaces deep, so that it reads and compares well. */
export function formatRecord(record: object): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** Reads one record file. @throws Error with the reason when it is not one */
export async function readRecord<Kind extends OwnKind>(
  library: string,
  kind: Kind,
  name: string,
): Promise<RecordOf<Kind>> {
  const text = await readFile(join(library, "knowledge", kind, name), "utf8");
  const record = v.parse(SCHEMAS[kind], JSON.parse(text));
  if (`${record.id}.json` !== name)
    throw new Error(`its id is ${record.id}, not that of its file`);
  return record as RecordOf<Kind>;
}

/** Reads all records of a kind; those that cannot be read are told and left as they are. */
export async function readRecords<Kind extends OwnKind>(
  library: string,
  kind: Kind,
  tell: (problem: LibraryProblem) => void,
): Promise<RecordOf<Kind>[]> {
  const names = await readdir(join(library, "knowledge", kind)).catch(() => []);
  const records: RecordOf<Kind>[] = [];
  for (const name of names.filter((each) => each.endsWith(".json")).sort()) {
    if (name.startsWith(".")) continue;
    try {
      records.push(await readRecord(library, kind, name));
    } catch (error) {
      tell({
        code: "record-unreadable",
        path: posix.join("knowledge", kind, name),
        detail: errorDetail(error),
        count: 1,
      });
    }
  }
  return records;
}
