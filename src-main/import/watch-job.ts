import type { ReadFailure } from "./reader";

/** How long and how large a reading process may be. */
export interface ParserLimits {
  readonly withoutProgressMs: number;
  readonly inAllMs: number;
  /** Memory in RAM while a file is read. */
  readonly residentBytes: number;
  /** Memory in RAM after a file was read: a process that has grown beyond it is not used again. */
  readonly restBytes: number;
  /** A process without work is ended after this time. */
  readonly idleMs: number;
  /** How often the memory is looked at. */
  readonly pollMs: number;
}

/** A running job under watch. */
export interface JobWatch {
  /** The reader has shown a sign of life. */
  progress(): void;
  stop(): void;
}

/** Watches a job's time and memory from outside, and says once which limit it broke. Time counts from now. */
export function watchJob(
  port: { resident(): number | undefined },
  limits: ParserLimits,
  onBroken: (failure: ReadFailure) => void,
): JobWatch {
  const broken = (code: ReadFailure["code"], detail: string): void => {
    stop();
    onBroken({ code, detail });
  };
  const silent = (): void =>
    broken(
      "read-timeout",
      `no progress for ${limits.withoutProgressMs / 1000} s`,
    );
  let silence = setTimeout(silent, limits.withoutProgressMs);
  const whole = setTimeout(
    () => broken("read-timeout", `not done in ${limits.inAllMs / 1000} s`),
    limits.inAllMs,
  );
  const poll = setInterval(() => {
    const resident = port.resident() ?? 0;
    if (resident > limits.residentBytes)
      broken(
        "read-memory",
        `${Math.round(resident / 1024 / 1024)} MB of ${Math.round(limits.residentBytes / 1024 / 1024)} MB`,
      );
  }, limits.pollMs);
  function stop(): void {
    clearTimeout(silence);
    clearTimeout(whole);
    clearInterval(poll);
  }
  return {
    progress: () => {
      clearTimeout(silence);
      silence = setTimeout(silent, limits.withoutProgressMs);
    },
    stop,
  };
}
