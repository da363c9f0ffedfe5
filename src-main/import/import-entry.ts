import type { Failure } from "#domain/failure";
import { fail, type Result } from "#domain/result";
import type { ItemStore } from "../library/item-store";
import { errorDetail } from "../storage/error-detail";
import { quarantine } from "../storage/quarantine";
import { importOriginal } from "./import-original";
import type { ReadOptions } from "./parser-client";
import { sourceOf, type QueueEntry } from "./queue-entry";

export interface EntryContext {
  readonly store: () => Result<ItemStore>;
  readonly quarantineFolder: string;
  readonly clock: () => number;
}

/** How an entry ended; a file of records on lines has to be taken apart first. */
export type EntryOutcome = Partial<QueueEntry> | "lines";

/** Imports one entry of the queue, and keeps a pasted text that is refused. */
export async function importEntry(
  context: EntryContext,
  entry: QueueEntry,
  options: ReadOptions,
): Promise<EntryOutcome> {
  const startedAt = performance.now();
  const outcome = await attempt(context, entry, options);
  const ms = Math.round(performance.now() - startedAt);
  if (!outcome.ok)
    return { ...(await refused(context, entry, outcome.failure)), ms };
  const { value } = outcome;
  if (value.state === "lines") return "lines";
  if (value.state === "cancelled") return { state: "cancelled" };
  const trashed = value.state === "duplicate" ? value.trashed : undefined;
  return {
    state: value.state,
    itemId: value.id,
    title: value.title,
    ...(trashed === undefined
      ? {}
      : { failure: { code: "in-trash", detail: trashed } }),
    ms,
  };
}

async function attempt(
  { store, clock }: EntryContext,
  entry: QueueEntry,
  options: ReadOptions,
): ReturnType<typeof importOriginal> {
  const open = store();
  if (!open.ok) return open;
  try {
    const source = await sourceOf(entry);
    return await importOriginal(open.value, source, clock(), options);
  } catch (error) {
    return fail({ code: "read-failed", path: "", detail: errorDetail(error) });
  }
}

async function refused(
  { quarantineFolder }: EntryContext,
  { origin }: QueueEntry,
  failure: Failure,
): Promise<Partial<QueueEntry>> {
  const code =
    failure.code === "import-refused" ? failure.reason : failure.code;
  const detail = "detail" in failure ? failure.detail : "";
  if (origin.kind !== "pasted") return refusal(code, detail);
  // There is no file behind it: what was pasted would be gone.
  const kept = await quarantine(quarantineFolder, origin.bytes).catch(
    () => undefined,
  );
  return refusal(code, kept ? `${detail}; kept as ${kept}` : detail);
}

/** An entry that is refused. */
export function refusal(code: string, detail: string): Partial<QueueEntry> {
  return { state: "refused", failure: { code, detail } };
}
