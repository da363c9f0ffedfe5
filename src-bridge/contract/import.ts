import * as v from "valibot";
import { request } from "./define";

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const path = v.pipe(v.string(), v.minLength(1), v.maxLength(8_000));
const collection = v.optional(id);
const pasted = v.pipe(v.string(), v.maxLength(50_000_000));

/** Bringing texts in. One queue; what is added while it runs joins it. */
export const importing = {
  /** Asks for files or a folder with the system's dialog; `false` when cancelled. */
  "import/choose": request(
    v.strictObject({ what: v.picklist(["files", "folder"]), collection }),
  ).returns<boolean>(),
  /** Files and folders that were dropped on the window. */
  "import/add": request(
    v.strictObject({
      paths: v.pipe(v.array(path), v.maxLength(100_000)),
      collection,
    }),
  ).returns<null>(),
  /** Text or HTML from the clipboard; HTML wins where both are given. */
  "import/paste": request(
    v.strictObject({
      text: v.optional(pasted),
      html: v.optional(pasted),
      collection,
    }),
  ).returns<null>(),
  "import/status": request(v.strictObject({})).returns<ImportStatus>(),
  /** A stretch of the list of files, newest last. */
  "import/files": request(
    v.strictObject({
      from: v.pipe(v.number(), v.integer(), v.minValue(0)),
      count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
      /** Only those refused. */
      refusedOnly: v.optional(v.boolean()),
    }),
  ).returns<{
    readonly total: number;
    readonly files: readonly ImportFile[];
  }>(),
  "import/pause": request(v.strictObject({})).returns<null>(),
  "import/resume": request(v.strictObject({})).returns<null>(),
  /** Drops what is waiting and stops what is being read; whole items stay. */
  "import/cancel": request(v.strictObject({})).returns<null>(),
  /** Tries a refused file again, with a password where one is needed. */
  "import/retry": request(
    v.strictObject({
      file: v.number(),
      password: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
    }),
  ).returns<null>(),
  /** Puts the report away. */
  "import/dismiss": request(v.strictObject({})).returns<null>(),
};

export interface ImportStatus {
  readonly state: "idle" | "running" | "paused" | "done";
  /** Files found so far; grows while folders are being listed. */
  readonly total: number;
  readonly isCounting: boolean;
  readonly imported: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly cancelled: number;
  /** What is being read now. */
  readonly current?: ImportFile;
}

export interface ImportFile {
  /** Its number in the queue. */
  readonly file: number;
  readonly name: string;
  /** The folder it lies in, for telling equal names apart. */
  readonly folder: string;
  readonly state:
    "waiting" | "reading" | "imported" | "duplicate" | "refused" | "cancelled";
  /** Share read, 0-1. */
  readonly progress: number;
  readonly itemId?: string;
  readonly title?: string;
  readonly failure?: { readonly code: string; readonly detail: string };
  readonly ms?: number;
}
