import type { Result } from "#domain/result";

/** So many files are worked on side by side: more only wait in the system's queue. */
const AT_ONCE = 8;

/**
 * Runs a task for each value, some side by side, and stops at the first failure: what was done until then is handed
 * to `undo`, so that either all is done or nothing.
 */
export async function runAll<Value, Done>(
  values: readonly Value[],
  task: (value: Value) => Promise<Result<Done>>,
  undo: (done: readonly Done[]) => Promise<unknown>,
): Promise<Result<readonly Done[]>> {
  const waiting = [...values.entries()];
  const done: { at: number; value: Done }[] = [];
  const failures: Extract<Result<Done>, { ok: false }>[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, value] = next;
      const result = await task(value);
      if (result.ok) done.push({ at, value: result.value });
      else {
        failures.push(result);
        waiting.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const inOrder = done.sort((a, b) => a.at - b.at).map(({ value }) => value);
  const [failure] = failures;
  if (!failure) return { ok: true, value: inOrder };
  await undo(inOrder);
  return failure;
}
