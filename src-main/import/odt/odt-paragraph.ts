import type { BlockExtra } from "#domain/text/text-writer";
import type { TextDraft } from "../office/draft";
import { plainPiece, type Piece } from "../office/piece";
import type { OdtItem } from "./odt-lists";
import type { OdtParagraphStyle } from "./odt-styles";

/** Makes the block of a paragraph whose letters were read already; `item` is what a list makes of it. */
export function draftText(
  style: OdtParagraphStyle,
  pieces: readonly Piece[],
  item: OdtItem | undefined,
): TextDraft {
  const draft = (kind: TextDraft["kind"], extra: BlockExtra): TextDraft => ({
    kind,
    pieces: [...lead(item?.words), ...pieces],
    extra: { ...extra, ...directionOf(style) },
    ...(style.kind?.kind === "role" && kind === "paragraph"
      ? { role: style.kind.role }
      : {}),
  });
  if (item?.isMarked && item.words === undefined)
    return draft("list-item", {
      level: item.level,
      ...(item.number === undefined ? {} : { number: item.number }),
    });
  if (style.kind?.kind === "heading")
    return draft("heading", { level: style.kind.level });
  if (style.kind?.kind === "code") return draft("code", {});
  if (style.kind?.kind === "quotation" || (style.isSetIn && !item))
    return draft("quotation", { level: 1 });
  return draft("paragraph", {});
}

/** Words that numbering writes, before the letters of a paragraph. */
export function lead(words: string | undefined): Piece[] {
  return words === undefined ? [] : [plainPiece(`${words} `)];
}

/** The direction of a paragraph, where it is not from left to right. */
export function directionOf(
  style: OdtParagraphStyle,
): Pick<BlockExtra, "direction"> {
  return style.isRightToLeft ? { direction: "rtl" } : {};
}
