// Loaded before the program: notes for how long main's loop was held up, at most, since it was told to begin anew.
const { monitorEventLoopDelay } = process.getBuiltinModule("node:perf_hooks");

const RESOLUTION_MS = 2;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
globalThis.longestTask = {
  ms: () => Math.max(0, delay.max / 1e6 - RESOLUTION_MS),
  beginAnew: () => delay.reset(),
};
