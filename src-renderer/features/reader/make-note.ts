import type { ItemDocument } from "#bridge/contract/library";
import { formatHistoricalDate } from "#domain/historical-date";
import { listCreators } from "#domain/library/creator";
import type { QuotedPassage } from "#domain/notes/quotation";
import type { TextRange } from "#domain/text/blocks";
import { pageOf } from "../../app/page-of";

/** Begins a note on a passage, or puts the passage into one. */
export type MakeNote = (passage: QuotedPassage) => void;

/** A passage with what its quotation says about it. */
export function quotedPassage(
  item: ItemDocument,
  { start, end }: TextRange,
): QuotedPassage {
  const source = [
    listCreators(item.creators),
    item.date ? formatHistoricalDate(item.date) : "",
    pageOf(item.pages ?? [], { start, end }) ?? "",
  ];
  return {
    item: item.id,
    itemTitle: item.title,
    exact: item.text.slice(start, end),
    source: source.filter((part) => part !== "").join(", "),
    start,
    end,
  };
}
