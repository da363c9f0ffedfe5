import type { ReadMessage, ReadReply } from "./protocol";
import { readJob } from "./read-job";

/** More often than this nobody looks at the share read. */
const TELL_EVERY_MS = 100;

/** Answers one message of the host. A reader that throws refuses its file and nothing else. */
export async function serveRead(
  { id, job }: ReadMessage,
  reply: (reply: ReadReply) => void,
): Promise<void> {
  let toldAt = -Infinity;
  const progress = (share: number): void => {
    const now = performance.now();
    if (now - toldAt < TELL_EVERY_MS) return;
    toldAt = now;
    const known = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
    reply({ kind: "progress", id, share: known });
  };
  try {
    const read = await readJob(job, progress);
    if (!read.ok) reply({ kind: "refused", id, failure: read.failure });
    else if (read.value === "lines") reply({ kind: "lines", id });
    else reply({ kind: "done", id, facts: read.value });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const isMemory = /allocation failed|invalid array length/iu.test(detail);
    const code = isMemory ? "read-memory" : "reader-crashed";
    reply({ kind: "refused", id, failure: { code, detail } });
  }
}
