import { fail, ok, type Result } from "#domain/result";
import type { LibraryProblem } from "#bridge/contract/library";
import type { Memory } from "#domain/study/memory";
import type { Rating } from "#domain/study/rating";
import {
  applyReview,
  effectiveReviews,
  replay,
  type DeviceLine,
} from "#domain/study/replay";
import {
  formatLogLine,
  type LogLine,
  type ReviewLine,
} from "#domain/study/review-log";
import type { Scheduler } from "#domain/study/scheduler";
import { join } from "node:path";
import { ulid } from "ulidx";
import { AppendLog } from "../storage/append-log";
import { errorDetail } from "../storage/error-detail";
import { KeyedQueue } from "../storage/keyed-queue";
import { readLogs } from "./read-logs";

export interface Answer {
  readonly card: string;
  readonly rating: Rating;
  readonly ms: number;
}

/** The reviews of a library: logs on disk, and the memories that follow from them. */
export class ReviewStore {
  readonly #log: AppendLog;
  /** One line after another: each rests on the memory and the number the one before left. */
  readonly #queue = new KeyedQueue();
  readonly #device: string;
  readonly #scheduler: Scheduler;
  readonly #lines: DeviceLine[];
  readonly #folder: string;
  readonly problems: readonly LibraryProblem[];
  #memories: Map<string, Memory>;
  #nextNumber: number;

  private constructor(options: {
    readonly folder: string;
    readonly device: string;
    readonly scheduler: Scheduler;
    readonly lines: readonly DeviceLine[];
    readonly problems: readonly LibraryProblem[];
    readonly lastNumber: number;
  }) {
    this.#folder = options.folder;
    this.#log = new AppendLog(options.folder);
    this.#device = options.device;
    this.#scheduler = options.scheduler;
    this.#lines = [...options.lines];
    this.problems = options.problems;
    this.#memories = replay(this.#lines, options.scheduler);
    this.#nextNumber = options.lastNumber + 1;
  }

  /** Reads all logs of a library and replays them. */
  static async open(options: {
    readonly library: string;
    readonly device: string;
    readonly quarantineFolder: string;
    readonly scheduler: Scheduler;
  }): Promise<ReviewStore> {
    const { library, device, quarantineFolder, scheduler } = options;
    const { lines, lastNumbers, problems } = await readLogs(
      library,
      quarantineFolder,
    );
    const folder = join(library, "reviews", device);
    return new ReviewStore({
      folder,
      device,
      scheduler,
      lines,
      problems,
      lastNumber: lastNumbers.get(device) ?? 0,
    });
  }

  get memories(): ReadonlyMap<string, Memory> {
    return this.#memories;
  }

  /** The reviews that count, in time order. */
  reviews(): ReviewLine[] {
    return effectiveReviews(this.#lines);
  }

  /** The review that an undo would take back: this device's last one. */
  lastOwnReview(): ReviewLine | undefined {
    const own = this.#lines.filter(({ device }) => device === this.#device);
    return effectiveReviews([
      ...own,
      ...this.#lines.filter(({ line }) => line.k === "undo"),
    ]).at(-1);
  }

  /** Appends a review; resolves when it is on the disk. Failure: `write-failed`, and nothing has changed. */
  answer(answer: Answer, now: number): Promise<Result<ReviewLine>> {
    return this.#queue.run("log", () => this.#answer(answer, now));
  }

  async #answer(
    { card, rating, ms }: Answer,
    now: number,
  ): Promise<Result<ReviewLine>> {
    const before = this.#memories.get(card);
    const after = this.#scheduler.next(
      before,
      Math.max(now, before?.lastReviewAt ?? 0),
      rating,
    );
    const line: ReviewLine = {
      ...this.#head("review", now),
      k: "review",
      card,
      r: rating,
      ms,
      p: this.#scheduler.name,
      iv: after.intervalDays,
      s: round(after.stability),
      d: round(after.difficulty),
    };
    const written = await this.#append(line, now);
    if (!written.ok) return written;
    // A clock set back puts the review before others when it is replayed: replay at once, then, to show the same.
    if (before && now < before.lastReviewAt)
      this.#memories = replay(this.#lines, this.#scheduler);
    else this.#memories.set(card, applyReview(before, line, this.#scheduler));
    return ok(line);
  }

  /** Takes this device's last review back. Failures: `nothing-to-undo`, `write-failed`. */
  undo(now: number): Promise<Result<ReviewLine>> {
    return this.#queue.run("log", () => this.#undo(now));
  }

  async #undo(now: number): Promise<Result<ReviewLine>> {
    const last = this.lastOwnReview();
    if (!last) return fail({ code: "nothing-to-undo" });
    const written = await this.#append(
      { ...this.#head("undo", now), k: "undo", of: last.id },
      now,
    );
    if (!written.ok) return written;
    this.#memories = replay(this.#lines, this.#scheduler);
    return ok(last);
  }

  async close(): Promise<void> {
    await this.#queue.idle();
    await this.#log.close();
  }

  #head<Kind extends LogLine["k"]>(k: Kind, now: number) {
    const n = this.#nextNumber++;
    return {
      v: 1 as const,
      k,
      id: ulid(now),
      n,
      t: new Date(now).toISOString(),
      tz: -new Date(now).getTimezoneOffset(),
    };
  }

  async #append(line: LogLine, now: number): Promise<Result<null>> {
    try {
      await this.#log.append(formatLogLine(line), now);
    } catch (error) {
      this.#nextNumber = line.n;
      return fail({
        code: "write-failed",
        path: this.#folder,
        detail: errorDetail(error),
      });
    }
    this.#lines.push({ device: this.#device, line });
    return ok(null);
  }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
