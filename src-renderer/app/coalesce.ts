/**
 * Runs a task at once, and once more when it was asked for while it ran; between two runs lies at least `gapMs`, so
 * that a burst of changes costs two runs and not a hundred.
 */
export function coalesce(task: () => Promise<void>, gapMs: number): () => void {
  let isRunning = false;
  let isAskedAgain = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    try {
      do {
        isAskedAgain = false;
        await task();
        await new Promise((done) => setTimeout(done, gapMs));
      } while (isAskedAgain);
    } finally {
      isRunning = false;
    }
  };
  return () => {
    if (isRunning) isAskedAgain = true;
    else void run();
  };
}
