/** So many times the work may take so many times as long, and this many times that: machines are not even. */
const SLACK = 4;
const TIMES = 8;
const TRIES = 5;

/**
 * Tells whether work takes time in proportion to its size, and not its square: eight times the size at most 32 times the
 * time, of 64. The best of some tries counts, so that a busy machine is no failure; what is wrong is wrong in each.
 */
export async function growsInProportion(
  work: (size: number) => unknown,
  size: number,
): Promise<boolean> {
  await work(size); // what is compiled first counts for nothing
  for (let left = TRIES; left > 0; left -= 1) {
    const small = await timeOf(() => work(size));
    const large = await timeOf(() => work(size * TIMES));
    if (large <= TIMES * SLACK * Math.max(1, small)) return true;
  }
  return false;
}

async function timeOf(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
