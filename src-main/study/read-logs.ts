import type { LibraryProblem } from "#bridge/contract/library";
import { isKnownLine, parseLogLine } from "#domain/study/review-log";
import type { DeviceLine } from "#domain/study/replay";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, posix } from "node:path";
import { quarantine } from "../storage/quarantine";

/** Everything the logs of all devices say, and what could not be read of them. */
export interface ReadLogs {
  readonly lines: readonly DeviceLine[];
  /** The highest running number of each device. */
  readonly lastNumbers: ReadonlyMap<string, number>;
  readonly problems: readonly LibraryProblem[];
}

/** Reads every review log of a library. A line that cannot be read is kept as raw bytes in quarantine and reading goes on. */
export async function readLogs(
  library: string,
  quarantineFolder: string,
): Promise<ReadLogs> {
  const lines: DeviceLine[] = [];
  const lastNumbers = new Map<string, number>();
  const problems: LibraryProblem[] = [];
  for (const device of await namesIn(join(library, "reviews"))) {
    const numbers = new Set<number>();
    const folder = join(library, "reviews", device);
    for (const name of (await namesIn(folder)).filter((each) =>
      each.endsWith(".jsonl"),
    )) {
      if (!(await stat(join(folder, name))).isFile()) continue;
      const read = readSegment(
        await readFile(join(folder, name)),
        device,
        numbers,
      );
      lines.push(...read.lines);
      for (const bytes of read.broken)
        await quarantine(quarantineFolder, bytes);
      const [path, count] = [
        posix.join("reviews", device, name),
        read.broken.length,
      ];
      if (count > 0)
        problems.push({
          code: "log-line-quarantined",
          path,
          detail: read.reasons.join(", "),
          count,
        });
    }
    const last = Math.max(0, ...numbers);
    lastNumbers.set(device, last);
    const missing = last - numbers.size;
    if (missing > 0) {
      problems.push({
        code: "log-gap",
        path: posix.join("reviews", device),
        detail: gapsIn(numbers, last),
        count: missing,
      });
    }
  }
  return { lines, lastNumbers, problems };
}

interface ReadSegment {
  readonly lines: readonly DeviceLine[];
  readonly broken: readonly Uint8Array[];
  readonly reasons: readonly string[];
}

function readSegment(
  bytes: Buffer,
  device: string,
  numbers: Set<number>,
): ReadSegment {
  const lines: DeviceLine[] = [];
  const broken: Uint8Array[] = [];
  const reasons = new Set<string>();
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    const raw = bytes.subarray(start, end);
    start = end + 1;
    if (raw.length === 0) continue;
    const line = parseLogLine(raw.toString("utf8"));
    if (!line.ok) {
      broken.push(raw);
      reasons.add(line.failure);
      continue;
    }
    numbers.add(line.value.n);
    if (isKnownLine(line.value)) lines.push({ device, line: line.value });
  }
  return { lines, broken, reasons: [...reasons] };
}

function gapsIn(numbers: ReadonlySet<number>, last: number): string {
  const missing: number[] = [];
  for (let n = 1; n <= last && missing.length < 10; n += 1)
    if (!numbers.has(n)) missing.push(n);
  return missing.join(", ");
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}
