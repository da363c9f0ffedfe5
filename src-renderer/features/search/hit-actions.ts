import { formatHistoricalDate } from "#domain/historical-date";
import { listCreators } from "#domain/library/creator";
import type { HitPreview } from "#domain/search/hit";
import { ask } from "../../app/ask";
import { copyText } from "../../app/copy-text";
import { notices } from "../../app/notices.svelte";
import { pageOf } from "../../app/page-of";
import type { HitRow } from "./hit-rows";
import type { SearchSession } from "./search-session.svelte";

/**
 * Copies what was found with its source: who wrote it, where, when, on which page. Quotation marks stand only around
 * words that are in the source; what somebody noted or stated about it is told apart from it.
 */
export async function copyWithCitation(
  hit: HitRow,
  preview: HitPreview | undefined,
): Promise<void> {
  const words = (preview?.snippet ?? hit.snippet)?.text.trim() ?? "";
  const itemId = hit.itemId ?? (hit.kind === "passage" ? hit.id : undefined);
  const source =
    itemId === undefined ? undefined : await citationOf(itemId, hit.target);
  copyText(await copied(hit, words, source));
  notices.say(source === undefined ? "Copied." : "Copied with its citation.");
}

async function copied(
  hit: HitRow,
  words: string,
  source: string | undefined,
): Promise<string> {
  const cited = source === undefined ? "" : ` (${source})`;
  switch (hit.kind) {
    case "passage":
      return `“${words}”${cited}`;
    case "note":
      return `“${words}” (${hit.title})`;
    case "annotation": {
      const { quote = words, comment = "" } = await annotationOf(hit);
      return [`“${quote}”${cited}`, comment]
        .filter((part) => part !== "")
        .join("\n\n");
    }
    default: {
      const about = [
        hit.title,
        hit.detail,
        words,
        source && `Source: ${source}`,
      ];
      return [...new Set(about)].filter((part) => part).join("\n");
    }
  }
}

async function annotationOf({
  id,
  itemId = "",
}: HitRow): Promise<{ readonly quote?: string; readonly comment?: string }> {
  const all = await ask("annotations/list", { item: itemId });
  const found = all?.find((each) => each.id === id);
  const selector = found?.selectors.find(
    (each) => each.type === "TextQuoteSelector",
  );
  return {
    ...(selector && "exact" in selector ? { quote: selector.exact } : {}),
    ...(found ? { comment: found.comment } : {}),
  };
}

/** `undefined` where the item is gone, which was told of. */
async function citationOf(
  id: string,
  target: HitRow["target"],
): Promise<string | undefined> {
  const item = await ask("library/get-item", { id });
  if (!item) return undefined;
  return [
    listCreators(item.creators),
    `“${item.title}”`,
    item.date ? formatHistoricalDate(item.date) : "",
    (target && pageOf(item.pages ?? [], target)) ?? "",
  ]
    .filter((part) => part !== "")
    .join(", ");
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
