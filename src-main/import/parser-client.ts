import * as v from "valibot";
import {
  readReplySchema,
  type ReadFacts,
  type ReadJob,
  type ReadMessage,
} from "./protocol";
import type { ReadFailure } from "./reader";
import { watchJob, type ParserLimits } from "./watch-job";

/** The other end of the reading process, whatever kind of process it is. */
export interface ParserPort {
  send(message: ReadMessage): void;
  onReply(listener: (reply: unknown) => void): void;
  onExit(listener: () => void): void;
  /** Ends the process at once, whatever it is doing. */
  kill(): void;
  /** Memory that the process holds in RAM, in bytes; `undefined` where it cannot be told. */
  resident(): number | undefined;
}

/** Whatever reads files outside this process. */
export interface Parser {
  /** Reads one file. */
  read(job: ReadJob, options?: ReadOptions): Promise<ReadOutcome>;
  /** Ends its processes; what is being read is cancelled. */
  close(): void;
}

export interface ParserClientOptions {
  readonly start: () => ParserPort;
  readonly limits?: Partial<ParserLimits>;
}

/** How reading a file ended. */
export type ReadOutcome =
  | { readonly state: "read"; readonly facts: ReadFacts }
  | { readonly state: "refused"; readonly failure: ReadFailure }
  /** Not one document: each line of the file is one, a JSON record. */
  | { readonly state: "lines" }
  | { readonly state: "cancelled" };

export interface ReadOptions {
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

export const PARSER_LIMITS: ParserLimits = {
  withoutProgressMs: 10_000,
  inAllMs: 60_000,
  residentBytes: 512 * 1024 * 1024,
  restBytes: 300 * 1024 * 1024,
  idleMs: 30_000,
  pollMs: 50,
};

/**
 * The host's side of the reading process. One process at a time reads one file at a time; it is started when there is
 * something to read, kept from file to file, ended from outside when it hangs or grows, and put away when idle.
 */
export class ParserClient implements Parser {
  readonly #start: () => ParserPort;
  readonly #limits: ParserLimits;
  #tail: Promise<unknown> = Promise.resolve();
  #port: ParserPort | undefined;
  #idle: NodeJS.Timeout | undefined;
  #lastId = 0;
  #isClosed = false;

  constructor({ start, limits }: ParserClientOptions) {
    this.#start = start;
    this.#limits = { ...PARSER_LIMITS, ...limits };
  }

  /** Reads one file after those asked for before. */
  read(job: ReadJob, options: ReadOptions = {}): Promise<ReadOutcome> {
    const outcome = this.#tail.then(() => this.#read(job, options));
    this.#tail = outcome.catch(() => undefined);
    return outcome;
  }

  /** Ends the process; what is being read is cancelled. */
  close(): void {
    this.#isClosed = true;
    this.#end();
  }

  async #read(
    job: ReadJob,
    { onProgress, signal }: ReadOptions,
  ): Promise<ReadOutcome> {
    if (this.#isClosed || signal?.aborted) return { state: "cancelled" };
    clearTimeout(this.#idle);
    const port = (this.#port ??= this.#open());
    const id = (this.#lastId += 1);
    const outcome = await new Promise<ReadOutcome>((settle) => {
      const watch = watchJob(port, this.#limits, (failure) => {
        settle({ state: "refused", failure });
        this.#end();
      });
      const abort = (): void => {
        settle({ state: "cancelled" });
        this.#end();
      };
      signal?.addEventListener("abort", abort, { once: true });
      this.#onReply = (message) => {
        const reply = v.safeParse(readReplySchema, message);
        if (!reply.success || reply.output.id !== id) return;
        watch.progress();
        if (reply.output.kind === "progress") onProgress?.(reply.output.share);
        else if (reply.output.kind === "done")
          settle({ state: "read", facts: reply.output.facts });
        else if (reply.output.kind === "lines") settle({ state: "lines" });
        else settle({ state: "refused", failure: reply.output.failure });
      };
      this.#onExit = () => {
        const failure = {
          code: "reader-crashed" as const,
          detail: "the reading process ended",
        };
        settle(
          this.#isClosed
            ? { state: "cancelled" }
            : { state: "refused", failure },
        );
      };
      this.#onSettled = () => {
        watch.stop();
        signal?.removeEventListener("abort", abort);
      };
      port.send({ kind: "read", id, job });
    });
    this.#settleDown();
    return outcome;
  }

  #onReply: (message: unknown) => void = () => undefined;
  #onExit: () => void = () => undefined;
  #onSettled: () => void = () => undefined;

  #open(): ParserPort {
    const port = this.#start();
    port.onReply((message) => {
      if (this.#port === port) this.#onReply(message);
    });
    port.onExit(() => {
      if (this.#port !== port) return;
      this.#port = undefined;
      this.#onExit();
    });
    return port;
  }

  #end(): void {
    const port = this.#port;
    this.#port = undefined;
    clearTimeout(this.#idle);
    port?.kill();
    if (port) this.#onExit();
  }

  #settleDown(): void {
    this.#onSettled();
    this.#onReply = this.#onExit = this.#onSettled = () => undefined;
    const port = this.#port;
    if (!port) return;
    if ((port.resident() ?? 0) > this.#limits.restBytes) this.#end();
    else
      this.#idle = setTimeout(() => this.#end(), this.#limits.idleMs).unref();
  }
}
