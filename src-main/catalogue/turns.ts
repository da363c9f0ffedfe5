/** Work over a whole library is cut into stretches of this length, so that nothing else waits longer. */
const STRETCH_MS = 12;
/** Whoever comes to a turn that another piece of work has used up gets so much of it all the same. */
const LEAST_MS = 6;
/** The clock is asked once in so many steps. */
const STEPS = 64;

/** When the stretch that is running is over; many short pieces of work one after another are one stretch together. */
let stretchEndsAt: number | undefined;

/** Pieces of work under way that somebody waits for. */
let waitedFor = 0;

/** Lets everything that waits run. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Does a step over and over until it says that all is done, in stretches between which everything else has its turn.
 * The steps of a stretch run in a function of their own without `await`: a loop around one is never compiled, and takes
 * four times as long.
 */
export async function inTurns(step: () => boolean): Promise<void> {
  waitedFor += 1;
  try {
    if (stretchEndsAt !== undefined && performance.now() >= stretchEndsAt)
      await nextTurn();
    while (!runStretch(step)) await nextTurn();
  } finally {
    waitedFor -= 1;
  }
}

/** The same for work that nobody waits for yet: it stands still while there is some that somebody waits for. */
export async function inSpareTurns(step: () => boolean): Promise<void> {
  do
    do await nextTurn();
    while (waitedFor > 0);
  while (!runStretch(step));
}

/** One of the two ways to do work in turns: waited for, or in spare ones. */
export type TakeTurns = typeof inTurns;

/** Does something with each value, in turns. Values that are added meanwhile are not seen. */
export async function eachInTurns<Value>(
  values: readonly Value[],
  task: (value: Value) => void,
  takeTurns: TakeTurns = inTurns,
): Promise<void> {
  let at = 0;
  const { length } = values;
  await takeTurns(() => {
    for (const end = Math.min(length, at + STEPS); at < end; at += 1)
      task(values[at] as Value);
    return at >= length;
  });
}

function runStretch(step: () => boolean): boolean {
  const endsAt = Math.max(endOfStretch(), performance.now() + LEAST_MS);
  do if (step()) return true;
  while (performance.now() < endsAt);
  return false;
}

function endOfStretch(): number {
  if (stretchEndsAt !== undefined) return stretchEndsAt;
  setImmediate(() => {
    stretchEndsAt = undefined;
  });
  return (stretchEndsAt = performance.now() + STRETCH_MS);
}
