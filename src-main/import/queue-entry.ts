import type { ImportFile } from "#bridge/contract/import";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import type { ReadHints } from "./reader";
import type { ImportSource } from "./stage-original";
import { placeOf } from "./walk-files";

/** Where the bytes of an entry are. */
export type QueueOrigin =
  | { readonly kind: "file"; readonly path: string }
  /** A line of a file that holds one record on each. */
  | {
      readonly kind: "line";
      readonly path: string;
      readonly number: number;
      readonly offset: number;
      readonly length: number;
    }
  | {
      readonly kind: "pasted";
      readonly name: string;
      readonly bytes: Uint8Array;
    };

/** One file in the queue. */
export interface QueueEntry {
  readonly origin: QueueOrigin;
  readonly collection?: string;
  readonly password?: string;
  readonly state: ImportFile["state"];
  readonly progress: number;
  readonly itemId?: string;
  readonly title?: string;
  readonly failure?: ImportFile["failure"];
  readonly ms?: number;
}

/** An entry as the screen sees it. */
export function fileOf(file: number, entry: QueueEntry): ImportFile {
  const { origin, state, progress, itemId, title, failure, ms } = entry;
  return {
    file,
    ...shownPlace(origin),
    state,
    progress,
    ...(itemId === undefined ? {} : { itemId }),
    ...(title === undefined ? {} : { title }),
    ...(failure === undefined ? {} : { failure }),
    ...(ms === undefined ? {} : { ms }),
  };
}

function shownPlace(origin: QueueOrigin): { name: string; folder: string } {
  if (origin.kind === "pasted") return { name: origin.name, folder: "" };
  const place = placeOf(origin.path);
  return origin.kind === "file"
    ? place
    : { ...place, name: `${place.name}, line ${origin.number}` };
}

/** What is to be staged for an entry. @throws the system's error when a line cannot be read */
export async function sourceOf({
  origin,
  password,
}: QueueEntry): Promise<ImportSource> {
  const secret = password === undefined ? {} : { password };
  switch (origin.kind) {
    case "file": {
      const fileName = basename(origin.path);
      return {
        kind: "file",
        path: origin.path,
        hints: { fileName, ...secret },
      };
    }
    case "line": {
      const hints: ReadHints = {
        fileName: `${basename(origin.path)}-${origin.number}.json`,
      };
      return {
        kind: "bytes",
        bytes: await readLine(origin),
        hints,
        format: "json-record",
      };
    }
    case "pasted":
      return { kind: "bytes", bytes: origin.bytes, hints: secret };
  }
}

async function readLine({
  path,
  offset,
  length,
}: Extract<QueueOrigin, { kind: "line" }>): Promise<Uint8Array> {
  const from = await open(path, "r");
  try {
    const bytes = new Uint8Array(length);
    const { bytesRead } = await from.read(bytes, 0, length, offset);
    return bytes.subarray(0, bytesRead);
  } finally {
    await from.close();
  }
}
