/** Calls `task` at once, then no more often than every `ms`, and once more after the last call. */
export function atMostEvery(ms: number, task: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isWanted = false;
  const run = (): void => {
    isWanted = false;
    task();
    timer = setTimeout(() => {
      timer = undefined;
      if (isWanted) run();
    }, ms);
    // Nobody waits for a last word when the program ends.
    timer.unref();
  };
  return () => {
    if (timer) isWanted = true;
    else run();
  };
}
