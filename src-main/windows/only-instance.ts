import { app } from "electron";
import { isHolderRunning } from "./lock-holder";

/** So often, and so long, the lock of a program that was killed is waited for. */
const ATTEMPTS = 20;
const PAUSE_MS = 100;

/**
 * Takes the lock of the user's folder. Returns false where another program runs on it, which has then been told of this one. What
 * is left of a killed program may answer for it for a moment longer: nobody is sent away by that.
 */
export function isOnlyInstance(): boolean {
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    if (app.requestSingleInstanceLock()) return true;
    if (isHolderRunning(app.getPath("userData"))) return false;
    pause();
  }
  return false;
}

/** Nothing else is to happen before it is known whether there is anything to do. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}
