import { formatHistoricalDate } from "#domain/historical-date";
import { listCreators } from "#domain/library/creator";
import type { HitPreview } from "#domain/search/hit";
import { ask } from "../../app/ask";
import { copyText } from "../../app/copy-text";
import { notices } from "../../app/notices.svelte";
import { pageOf } from "../../app/page-of";
import type { HitRow } from "./hit-rows";
import type { SearchSession } from "./search-session.svelte";

/** Copies what was found in a text with its source: who wrote it, where, when, on which page. */
export async function copyWithCitation(
  hit: HitRow,
  preview: HitPreview | undefined,
): Promise<void> {
  const words = preview?.snippet.text ?? hit.snippet?.text ?? hit.title;
  const itemId = hit.itemId ?? (hit.kind === "passage" ? hit.id : undefined);
  if (itemId === undefined) {
    copyText(`“${words.trim()}” (${hit.title})`);
    return void notices.say("Copied.");
  }
  const item = await ask("library/get-item", { id: itemId });
  if (!item) return;
  const source = [
    listCreators(item.creators),
    `“${item.title}”`,
    item.date ? formatHistoricalDate(item.date) : "",
    (hit.target && pageOf(item.pages ?? [], hit.target)) ?? "",
  ].filter((part) => part !== "");
  copyText(`“${words.trim()}” (${source.join(", ")})`);
  notices.say("Copied with its citation.");
}

/** Writes all hits of a query to a file that the person chooses. */
export async function exportHits(
  session: SearchSession,
  format: "markdown" | "csv",
): Promise<void> {
  const written = await ask("search/export", { ...session.question, format });
  if (!written) return;
  const { hits, path } = written;
  notices.say(`${hits} ${hits === 1 ? "hit" : "hits"} written to ${path}`);
}
