import { parentPort } from "node:worker_threads";
import type { CitedItem } from "./citation-of-item";
import { exportReferences } from "./export-references";
import { formatReferences } from "./format-citation";
import type {
  ReferenceJob,
  ReferenceMessage,
  ReferenceReply,
} from "./reference-protocol";

/** Nobody reads a number more often. */
const TELL_EVERY_MS = 100;

let told: CitedItem[] = [];

parentPort?.on("message", (message: ReferenceMessage) => {
  if (message.kind === "items") told.push(...message.items);
  else {
    const items = told;
    told = [];
    reply({ kind: "written", text: write(items, message.job) });
  }
});

function write(items: readonly CitedItem[], job: ReferenceJob): string {
  return job.kind === "references"
    ? formatReferences(items, job.style, countAloud())
    : exportReferences(items, job.format);
}

function countAloud(): () => void {
  let [done, toldAt] = [0, performance.now()];
  return () => {
    done += 1;
    if (performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    reply({ kind: "progress", done });
  };
}

function reply(message: ReferenceReply): void {
  parentPort?.postMessage(message);
}
