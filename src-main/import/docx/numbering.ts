import type { NumberStyle } from "../office/number-text";
import { childOf, childrenOf, type XmlElement } from "../office/xml-tree";
import { numberOf, valueOf, wholeNumber } from "./property";
import type { Styles } from "./styles";

/** One level of a list's definition. */
export interface ListLevel {
  readonly start: number;
  /** `undefined` for bullets and lists without numbers. */
  readonly style: NumberStyle | undefined;
  readonly isBullet: boolean;
  /** What stands before the item; `%1` stands for the number of level 1. */
  readonly text: string;
  /** The level after which it starts anew; 0 means never, `undefined` after any higher one. */
  readonly restart: number | undefined;
}

/** A list that paragraphs refer to. Lists with one `family` are counted together. */
export interface ListDefinition {
  readonly family: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Level -> number it starts anew with when this list is first used. */
  readonly startOverrides: ReadonlyMap<number, number>;
  /** Paragraph style -> its level. */
  readonly levelOfStyle: ReadonlyMap<string, number>;
}

const STYLES: Readonly<Record<string, NumberStyle>> = {
  lowerLetter: "lower-letter",
  upperLetter: "upper-letter",
  lowerRoman: "lower-roman",
  upperRoman: "upper-roman",
};

/** The lists of a document (ECMA-376 part 1, 17.9). */
export class Numbering {
  readonly #abstracts = new Map<string, XmlElement>();
  readonly #numbers = new Map<string, XmlElement>();
  readonly #known = new Map<string, ListDefinition | undefined>();
  readonly #styles: Styles;

  constructor(root: XmlElement | undefined, styles: Styles) {
    this.#styles = styles;
    for (const each of childrenOf(root, "w:abstractNum"))
      this.#abstracts.set(each.attributes["w:abstractNumId"] ?? "", each);
    for (const each of childrenOf(root, "w:num"))
      this.#numbers.set(each.attributes["w:numId"] ?? "", each);
  }

  /** The list of that number; `undefined` when there is none, as for number 0, which takes a list away. */
  list(numId: string): ListDefinition | undefined {
    if (!this.#known.has(numId)) this.#known.set(numId, this.#read(numId));
    return this.#known.get(numId);
  }

  #read(numId: string): ListDefinition | undefined {
    const number = this.#numbers.get(numId);
    const abstract = this.#abstractOf(number);
    if (!number || !abstract) return undefined;
    const overrides = childrenOf(number, "w:lvlOverride");
    const levels = [
      ...childrenOf(abstract, "w:lvl"),
      ...overrides.flatMap((each) => childrenOf(each, "w:lvl")),
    ];
    return {
      family: abstract.attributes["w:abstractNumId"] ?? "",
      levels: new Map(
        levels.map((level) => [levelNumber(level), readLevel(level)]),
      ),
      startOverrides: new Map(
        overrides.flatMap((each): [number, number][] => {
          const start = numberOf(each, "w:startOverride");
          return start === undefined ? [] : [[levelNumber(each), start]];
        }),
      ),
      levelOfStyle: new Map(
        levels.flatMap((level): [string, number][] => {
          const style = valueOf(level, "w:pStyle");
          return style === undefined ? [] : [[style, levelNumber(level)]];
        }),
      ),
    };
  }

  /** A definition may refer to that of a list style, once: chains of them are not allowed and not followed. */
  #abstractOf(number: XmlElement | undefined): XmlElement | undefined {
    const abstract = this.#abstracts.get(
      valueOf(number, "w:abstractNumId") ?? "",
    );
    const link = valueOf(abstract, "w:numStyleLink");
    if (link === undefined) return abstract;
    const numId = this.#styles.numIdOfListStyle(link);
    const linked = this.#numbers.get(numId ?? "");
    return (
      this.#abstracts.get(valueOf(linked, "w:abstractNumId") ?? "") ?? abstract
    );
  }
}

function levelNumber(level: XmlElement): number {
  return wholeNumber(level.attributes["w:ilvl"]) ?? 0;
}

function readLevel(level: XmlElement): ListLevel {
  const format =
    valueOf(level, "w:numFmt") ??
    // A format newer than the file's own is given beside an older one.
    valueOf(
      childOf(childOf(level, "mc:AlternateContent"), "mc:Fallback"),
      "w:numFmt",
    ) ??
    "decimal";
  const isBullet = format === "bullet";
  return {
    start: numberOf(level, "w:start") ?? 0,
    isBullet,
    style:
      isBullet || format === "none"
        ? undefined
        : Object.hasOwn(STYLES, format)
          ? STYLES[format]
          : "decimal",
    text: valueOf(level, "w:lvlText") ?? "",
    restart: numberOf(level, "w:lvlRestart"),
  };
}
