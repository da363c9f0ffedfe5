import * as v from "valibot";
import { request } from "./define";

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const what = v.strictObject({ item: id, withAnnotations: v.boolean() });
/** Tells one printing from another, so that a page that comes too late is not believed. */
const job = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Items on paper: laid out whole in a window that is not shown. One at a time. */
export const printing = {
  /**
   * Asks with the system's dialog where to write the PDF of an item to; `null` when cancelled, there or later.
   * Failures: `not-found`, `print-failed`, `write-failed`.
   */
  "printing/save-pdf": request(what).returns<{
    readonly path: string;
  } | null>(),
  /** Lays an item out and opens the system's dialog for printing; `false` when cancelled. Failure: `print-failed`. */
  "printing/print": request(what).returns<boolean>(),
  /** Gives up what is being laid out or written. */
  "printing/cancel": request(v.strictObject({})).returns<null>(),
  /** How far it has come: shown while it lasts. */
  "printing/state": request(v.strictObject({})).returns<PrintingState>(),
  /** Shows the PDF that was written last in its folder. */
  "printing/show-in-folder": request(v.strictObject({})).returns<null>(),
  /** From the page that is printed: how much of it is laid out, 0-1. At 1 it is ready. */
  "printing/laid-out": request(
    v.strictObject({
      job,
      share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    }),
  ).returns<null>(),
  /** From the page that is printed: it cannot be laid out. */
  "printing/gave-up": request(
    v.strictObject({ job, detail: v.pipe(v.string(), v.maxLength(2_000)) }),
  ).returns<null>(),
};

export interface PrintingState {
  readonly stage: "idle" | "laying-out" | "writing";
  /** Of what is laid out, 0-1. */
  readonly share: number;
}
