import { setPriority } from "node:os";

/** A little below what a person works with, and not so far that a busy machine would leave no turn. */
const PRIORITY = 5;

/** Lets a process give way to the window while both want the processor. */
export function giveWay(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, PRIORITY);
  } catch {
    // It has ended already, or the system does not allow it: it reads all the same.
  }
}
