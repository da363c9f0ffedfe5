import { availableParallelism } from "node:os";
import {
  ParserClient,
  type Parser,
  type ParserClientOptions,
  type ReadOptions,
  type ReadOutcome,
} from "./parser-client";
import type { ReadJob } from "./protocol";

/** More would not help much: the disk and the host keep pace with two, and each may take 512 MB. */
const MOST = 2;

interface Place {
  readonly client: ParserClient;
  waiting: number;
}

/**
 * Reading processes side by side, each for one file at a time. The second is started only when there are two files to
 * read at once, so a person who opens one text does not wait behind an import.
 */
export class ParserPool implements Parser {
  readonly #places: readonly Place[];

  constructor(
    options: ParserClientOptions,
    size = Math.min(MOST, availableParallelism()),
  ) {
    this.#places = Array.from({ length: size }, () => ({
      client: new ParserClient(options),
      waiting: 0,
    }));
  }

  /** Reads a file in the process that has least to do. */
  async read(job: ReadJob, options: ReadOptions = {}): Promise<ReadOutcome> {
    const place = this.#places.reduce((least, each) =>
      each.waiting < least.waiting ? each : least,
    );
    place.waiting += 1;
    try {
      return await place.client.read(job, options);
    } finally {
      place.waiting -= 1;
    }
  }

  close(): void {
    for (const { client } of this.#places) client.close();
  }
}
