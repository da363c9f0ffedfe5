// Loaded before the program: writes down, five times a second, for how long main's loop was held up at most since the last time.
const { appendFileSync } = process.getBuiltinModule("node:fs");
const { monitorEventLoopDelay } = process.getBuiltinModule("node:perf_hooks");

const RESOLUTION_MS = 2;
const EVERY_MS = 200;
const file = process.env.AIDE_BENCH_TASKS;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
if (file)
  setInterval(() => {
    const ms = Math.max(0, delay.max / 1e6 - RESOLUTION_MS);
    delay.reset();
    appendFileSync(file, `${JSON.stringify({ at: Date.now(), ms })}\n`);
  }, EVERY_MS).unref();
