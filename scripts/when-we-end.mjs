/** @type {Set<() => void>} */
const works = new Set();

const STATUS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/**
 * Runs `work` when this process ends, by itself or by a signal. It must be
 * quick and synchronous. Only a kill -9 goes past it.
 *
 * @param {() => void} work
 * @returns {() => void} takes it back
 */
export function whenWeEnd(work) {
  if (works.size === 0) listen();
  works.add(work);
  return () => {
    works.delete(work);
    if (works.size === 0) fallSilent();
  };
}

function listen() {
  process.on("exit", runAll);
  for (const signal of Object.keys(STATUS)) process.on(signal, endBy);
}

function fallSilent() {
  process.off("exit", runAll);
  for (const signal of Object.keys(STATUS)) process.off(signal, endBy);
}

function runAll() {
  for (const work of works) work();
}

/**
 * Node ends without an "exit" event on a signal nobody listens to, and does
 * not end at all once somebody does. When others listen too, they decide.
 *
 * @param {keyof typeof STATUS} signal
 */
function endBy(signal) {
  if (process.listenerCount(signal) === 1) process.exit(STATUS[signal]);
}
