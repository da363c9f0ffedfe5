import { childOf, type XmlElement } from "../office/xml-tree";
import { labelOf, LIST_LEVELS } from "./list-counters";
import { numberOf, valueOf } from "./property";
import type { ParagraphStyle } from "./styles";
import type { WordContext } from "./word-context";

/** What a list makes of a paragraph. */
export interface ListPlace {
  /** Absent when the paragraph is none of a list. */
  readonly extra?: { readonly level: number; readonly number?: number };
  /** Words that numbering writes ("Article 4"): part of the text, not only the sign of an item. */
  readonly words?: string;
}

/**
 * Counts a paragraph in its list and says what it is there; `undefined` for one of no list. An empty paragraph shows its
 * number all the same, so that it counts too.
 */
export function placeInList(
  properties: XmlElement | undefined,
  style: ParagraphStyle,
  context: WordContext,
): ListPlace | undefined {
  const own = childOf(properties, "w:numPr");
  const numId = valueOf(own, "w:numId") ?? style.numId;
  const list = numId === undefined ? undefined : context.numbering.list(numId);
  if (numId === undefined || !list) return undefined;
  const level =
    numberOf(own, "w:ilvl") ??
    list.levelOfStyle.get(style.id ?? "") ??
    style.listLevel ??
    0;
  const definition = list.levels.get(level);
  if (!definition || level < 0 || level >= LIST_LEVELS) return undefined;
  const numbers = context.counters.next(numId, list, level);
  if (definition.isBullet) return { extra: { level: level + 1 } };
  const label = labelOf(list, level, numbers).trim();
  if (/\p{L}{2}/u.test(definition.text)) return { words: label };
  const number = numbers[level];
  if (!definition.style || number === undefined || label === "")
    return undefined;
  return { extra: { level: level + 1, number } };
}
