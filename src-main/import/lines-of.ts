import { createReadStream } from "node:fs";
import { MOST_BYTES } from "./most-bytes";

/** A line of a file, without its end. */
export interface FileLine {
  /** Counted from 1. */
  readonly number: number;
  /** Where it begins in the file, in bytes. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

const NEWLINE = 0x0a;

/** The lines of a file that hold anything, one after another; the file may be larger than memory. */
export async function* linesOf(path: string): AsyncGenerator<FileLine> {
  let pieces: Buffer[] = [];
  let held = 0;
  let number = 0;
  let offset = 0;
  const take = (last: Buffer): FileLine | undefined => {
    number += 1;
    const bytes = Buffer.concat([...pieces, last]);
    const line = { number, offset, bytes };
    offset += bytes.length + 1;
    [pieces, held] = [[], 0];
    return bytes.some((byte) => byte > 0x20) ? line : undefined;
  };
  for await (const chunk of createReadStream(path)) {
    let rest = chunk as Buffer;
    for (;;) {
      const end = rest.indexOf(NEWLINE);
      if (end < 0) break;
      const line = take(rest.subarray(0, end));
      if (line) yield line;
      rest = rest.subarray(end + 1);
    }
    held += rest.length;
    if (held > MOST_BYTES) throw new Error(`line ${number + 1} is too long`);
    // A copy: the piece would keep its whole chunk in memory.
    pieces.push(Buffer.from(rest));
  }
  const last = take(Buffer.alloc(0));
  if (last) yield last;
}
