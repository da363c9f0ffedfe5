import type { Format } from "../office/piece";
import { childOf, type XmlElement } from "../office/xml-tree";
import { switchOf, valueOf } from "./property";
import type { ParagraphStyle, Styles } from "./styles";

/** How the letters of a run look. */
export interface RunLook {
  readonly formats: readonly Format[];
  readonly isHidden: boolean;
  readonly isRightToLeft: boolean;
  /** `w:lang` of the run or what it rests on. */
  readonly language: XmlElement | undefined;
  /** Font that draws signs in place of letters ("Symbol", "Wingdings"), where there is one. */
  readonly font: string | undefined;
}

const SWITCHES: readonly (readonly [Format, string])[] = [
  ["strong", "w:b"],
  ["emphasis", "w:i"],
  ["strikethrough", "w:strike"],
  ["strikethrough", "w:dstrike"],
  ["small-caps", "w:smallCaps"],
];

/**
 * Reads how a run looks from its own properties and its character style. What the paragraph's style says of letters is
 * its typography (all of a heading bold, all of a quotation italic) and marks nothing; only hiding is taken from there.
 */
export function readRunLook(
  properties: XmlElement | undefined,
  paragraph: ParagraphStyle,
  styles: Styles,
): RunLook {
  const styleId = valueOf(properties, "w:rStyle");
  const character =
    styleId === undefined ? undefined : styles.character(styleId);
  const looks = [
    ...(properties ? [properties] : []),
    ...(character?.looks ?? []),
  ];
  const formats = new Set<Format>();
  for (const [format, name] of SWITCHES)
    if (nearestSwitch(looks, name) ?? false) formats.add(format);
  const underline = nearestValue(looks, "w:u");
  if (underline !== undefined && underline !== "none") formats.add("underline");
  const raised = nearestValue(looks, "w:vertAlign");
  if (raised === "superscript" || raised === "subscript") formats.add(raised);
  if (character?.isCode) formats.add("code");
  return {
    formats: [...formats],
    isHidden: nearestSwitch(looks, "w:vanish") ?? paragraph.isHidden,
    isRightToLeft: nearestSwitch(looks, "w:rtl") ?? false,
    language: nearest(looks, "w:lang") ?? paragraph.language,
    font: nearest(looks, "w:rFonts")?.attributes["w:ascii"],
  };
}

function nearest(
  looks: readonly XmlElement[],
  name: string,
): XmlElement | undefined {
  for (const look of looks) {
    const found = childOf(look, name);
    if (found) return found;
  }
  return undefined;
}

function nearestValue(
  looks: readonly XmlElement[],
  name: string,
): string | undefined {
  return nearest(looks, name)?.attributes["w:val"];
}

function nearestSwitch(
  looks: readonly XmlElement[],
  name: string,
): boolean | undefined {
  const look = looks.find((each) => childOf(each, name));
  return look && switchOf(look, name);
}
