import type { BlockExtra } from "#domain/text/text-writer";
import type { Role, TextDraft } from "../office/draft";
import { plainPiece, textOf, type Piece } from "../office/piece";
import { childOf, type XmlElement } from "../office/xml-tree";
import { placeInList } from "./list-place";
import { switchOf } from "./property";
import { indentOf, type Indent, type ParagraphStyle } from "./styles";
import type { StyleKind } from "../office/style-kind";
import type { WordContext } from "./word-context";

/** Longer paragraphs are no headings, whatever their style says. */
const LONGEST_HEADING = 300;

/** Twentieths of a point set in from both edges that make a quotation: half a centimetre. */
const QUOTATION_INDENT = 283;

/** Makes the block of a paragraph whose letters were read already. */
export function draftParagraph(
  paragraph: XmlElement,
  style: ParagraphStyle,
  pieces: readonly Piece[],
  context: WordContext,
): TextDraft {
  const properties = childOf(paragraph, "w:pPr");
  const text = textOf(pieces).trim();
  const kind = kindOf(style, text);
  const direction = directionOf(properties, style);
  const item = placeInList(properties, style, context);
  const lead = item?.words === undefined ? [] : [plainPiece(`${item.words} `)];
  const draft = (
    block: TextDraft["kind"],
    extra: BlockExtra,
    role?: Role,
  ): TextDraft => ({
    kind: block,
    pieces: [...lead, ...pieces],
    extra: { ...extra, ...direction },
    ...(role === undefined ? {} : { role }),
  });
  if (kind?.kind === "heading") return draft("heading", { level: kind.level });
  if (kind?.kind === "code") return draft("code", {});
  if (item?.extra) return draft("list-item", item.extra);
  if (kind?.kind === "quotation") return draft("quotation", { level: 1 });
  if (isSetIn(properties, style) && lead.length === 0)
    return draft("quotation", { level: 1 });
  if (isDropCap(properties)) return draft("paragraph", {}, "drop-cap");
  return draft("paragraph", {}, kind?.role);
}

/**
 * Only a style makes a heading: outline levels of single paragraphs come along with pasted text and say little. A long
 * paragraph is none either way.
 */
function kindOf(style: ParagraphStyle, text: string): StyleKind | undefined {
  const isTooLong =
    style.kind?.kind === "heading" && text.length > LONGEST_HEADING;
  return isTooLong ? undefined : style.kind;
}

function directionOf(
  properties: XmlElement | undefined,
  style: ParagraphStyle,
): Pick<BlockExtra, "direction"> {
  const isRightToLeft = switchOf(properties, "w:bidi") ?? style.isRightToLeft;
  return isRightToLeft ? { direction: "rtl" } : {};
}

/** Long quotations are set in from both edges where no style names them. */
function isSetIn(
  properties: XmlElement | undefined,
  style: ParagraphStyle,
): boolean {
  const own: Indent = properties ? indentOf([properties]) : {};
  const left = own.left ?? style.indent.left ?? 0;
  const right = own.right ?? style.indent.right ?? 0;
  return left >= QUOTATION_INDENT && right >= QUOTATION_INDENT;
}

function isDropCap(properties: XmlElement | undefined): boolean {
  const cap = childOf(properties, "w:framePr")?.attributes["w:dropCap"];
  return cap === "drop" || cap === "margin";
}
