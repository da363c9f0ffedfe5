import type { Failure } from "./failure";

/** The outcome of an operation that may fail in an expected way. Bugs are thrown, failures are returned. */
export type Result<Value, F = Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: F };

/** Wraps a value that was reached. */
export function ok<Value>(value: Value): {
  readonly ok: true;
  readonly value: Value;
} {
  return { ok: true, value };
}

/** Wraps an expected failure. */
export function fail<F>(failure: F): {
  readonly ok: false;
  readonly failure: F;
} {
  return { ok: false, failure };
}
