import { openArchive } from "#main/import/archive/archive";
import { HOSTILE_ARCHIVES } from "./hostile-archives";

/** How one archive ended, and by how many megabytes the process grew at most while it was read. */
export interface HostileOutcome {
  readonly title: string;
  readonly opening?: string;
  readonly reading?: string;
  readonly names: readonly string[];
  readonly bytesRead: number;
  readonly grewBy: number;
  readonly ms: number;
}

/** Reads every archive whole, one after the other, and tells how each ended. For a process of its own. */
export async function readHostileArchives(): Promise<HostileOutcome[]> {
  const outcomes: HostileOutcome[] = [];
  for (const { title, make } of HOSTILE_ARCHIVES) {
    const bytes = make();
    const [before, startedAt] = [peakMegabytes(), performance.now()];
    const outcome = await readWhole(bytes);
    const grewBy = peakMegabytes() - before;
    outcomes.push({
      title,
      ...outcome,
      grewBy,
      ms: performance.now() - startedAt,
    });
  }
  return outcomes;
}

async function readWhole(
  bytes: Uint8Array,
): Promise<Omit<HostileOutcome, "title" | "grewBy" | "ms">> {
  const opened = await openArchive(bytes, { progress: () => undefined });
  if (!opened.ok)
    return { opening: opened.failure.code, names: [], bytesRead: 0 };
  const names = opened.value.names();
  let bytesRead = 0;
  let reading: string | undefined;
  for (const name of names) {
    const read = await opened.value.read(name);
    if (read.ok) bytesRead += read.value.length;
    else reading = read.failure.code;
  }
  return { names, bytesRead, ...(reading === undefined ? {} : { reading }) };
}

function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1_024;
}
