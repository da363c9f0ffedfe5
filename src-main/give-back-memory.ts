import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** V8's own `gc`, as `--expose-gc` gives it. */
type Collect = (options: {
  type: "major";
  execution: "sync";
  flavor: "last-resort";
}) => void;

/**
 * Gives back what a process took to start and needs no more. V8 lets the young generation grow while a program loads and
 * does not shrink it while nothing happens; only a collection of the kind it makes when memory runs out does (8 MB of
 * main's, within 25-40 ms). For the idle moment after a start or a long piece of work, not for anything that is waited for.
 * Nothing is done while more than `mostBytes` are in use: every object in use is looked at twice, 250 ms for a hundred
 * thousand items.
 */
export function giveBackMemory(mostBytes = Infinity): void {
  if (getHeapStatistics().used_heap_size > mostBytes) return;
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as Collect | undefined;
  collect?.({ type: "major", execution: "sync", flavor: "last-resort" });
}
