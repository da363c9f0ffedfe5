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

/**
 * Reading processes side by side, each for one file at a time. The second is started only when there are two files to
 * read at once. A file that is killed takes no other one with it.
 */
export class ParserPool implements Parser {
  readonly #clients: readonly ParserClient[];
  /** Those that read nothing, the one that read last before the others: it has its libraries loaded. */
  readonly #free: ParserClient[];
  readonly #waiting: ((client: ParserClient) => void)[] = [];

  constructor(
    options: ParserClientOptions,
    size = Math.min(MOST, availableParallelism()),
  ) {
    this.#clients = Array.from(
      { length: size },
      () => new ParserClient(options),
    );
    this.#free = [...this.#clients];
  }

  /** Reads a file in the first process that is free for it: none waits behind a file that hangs. */
  async read(job: ReadJob, options: ReadOptions = {}): Promise<ReadOutcome> {
    const client =
      this.#free.shift() ??
      (await new Promise<ParserClient>((take) => this.#waiting.push(take)));
    try {
      return await client.read(job, options);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(client);
      else this.#free.unshift(client);
    }
  }

  close(): void {
    for (const client of this.#clients) client.close();
  }
}
