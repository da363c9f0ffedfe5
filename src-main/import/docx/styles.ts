import { childOf, childrenOf, type XmlElement } from "../office/xml-tree";
import { numberOf, switchOf, valueOf, wholeNumber } from "./property";
import {
  foldStyleName,
  isCodeName,
  kindOfStyleName,
  type StyleKind,
} from "../office/style-kind";

/** Longest chain of styles resting on one another that is followed; Word itself stops far earlier. */
const MAX_CHAIN = 64;

/** What a paragraph style says, with everything it rests on. */
export interface ParagraphStyle {
  readonly id: string | undefined;
  readonly kind: StyleKind | undefined;
  readonly numId: string | undefined;
  readonly listLevel: number | undefined;
  readonly isRightToLeft: boolean;
  readonly isHidden: boolean;
  readonly indent: Indent;
  readonly language: XmlElement | undefined;
}

/** Twentieths of a point from each edge. */
export interface Indent {
  readonly left?: number;
  readonly right?: number;
}

/** What a character style says, with everything it rests on. */
export interface CharacterStyle {
  /** The chain's `w:rPr`, nearest first. */
  readonly looks: readonly XmlElement[];
  readonly isCode: boolean;
}

/** The styles of a document. Styles that do not exist count as none, as they do for Word. */
export class Styles {
  readonly #byId = new Map<string, XmlElement>();
  readonly #isPresent: boolean;
  readonly #defaultParagraph: string | undefined;
  readonly #paragraphs = new Map<string | undefined, ParagraphStyle>();
  readonly #characters = new Map<string, CharacterStyle>();
  /** `w:lang` of the document's defaults. */
  readonly language: XmlElement | undefined;

  constructor(root: XmlElement | undefined) {
    this.#isPresent = root !== undefined;
    let standard: string | undefined;
    for (const style of childrenOf(root, "w:style")) {
      const id = style.attributes["w:styleId"];
      if (id === undefined) continue;
      if (!this.#byId.has(id)) this.#byId.set(id, style);
      const { "w:type": type, "w:default": isDefault } = style.attributes;
      if (type === "paragraph" && /^(?:1|true|on)$/u.test(isDefault ?? ""))
        standard ??= id;
    }
    this.#defaultParagraph = standard;
    const defaults = childOf(childOf(root, "w:docDefaults"), "w:rPrDefault");
    this.language = childOf(childOf(defaults, "w:rPr"), "w:lang");
  }

  paragraph(id: string | undefined): ParagraphStyle {
    const known = this.#paragraphs.get(id);
    if (known) return known;
    const style = this.#readParagraph(id);
    this.#paragraphs.set(id, style);
    return style;
  }

  character(id: string): CharacterStyle {
    const known = this.#characters.get(id);
    if (known) return known;
    const chain = this.#chain(id);
    const names = chain.length > 0 ? chain.map(nameOf) : [id];
    const style: CharacterStyle = {
      looks: chain.flatMap((each) => childrenOf(each, "w:rPr")),
      isCode: names.some(isCodeName),
    };
    this.#characters.set(id, style);
    return style;
  }

  /** Numbering that a list style leads to. */
  numIdOfListStyle(id: string): string | undefined {
    return valueOf(
      childOf(childOf(this.#byId.get(id), "w:pPr"), "w:numPr"),
      "w:numId",
    );
  }

  #readParagraph(id: string | undefined): ParagraphStyle {
    const isKnown = id !== undefined && this.#byId.has(id);
    const start = isKnown ? id : this.#defaultParagraph;
    const chain = start === undefined ? [] : this.#chain(start);
    const properties = chain.flatMap((each) => childrenOf(each, "w:pPr"));
    const looks = chain.flatMap((each) => childrenOf(each, "w:rPr"));
    const numbering = properties.map((each) => childOf(each, "w:numPr"));
    return {
      id: start,
      kind:
        isKnown || this.#isPresent || id === undefined
          ? kindOfChain(chain)
          : kindOfStyleName(id.replace(/(?<=\D)(?=\d$)/u, " ")),
      numId: first(numbering, (each) => valueOf(each, "w:numId")),
      listLevel: first(numbering, (each) => numberOf(each, "w:ilvl")),
      isRightToLeft:
        first(properties, (each) => switchOf(each, "w:bidi")) ?? false,
      isHidden: first(looks, (each) => switchOf(each, "w:vanish")) ?? false,
      indent: indentOf(properties),
      language: first(looks, (each) => childOf(each, "w:lang")),
    };
  }

  /** The style and those it rests on, nearest first. */
  #chain(id: string): XmlElement[] {
    const chain: XmlElement[] = [];
    let style = this.#byId.get(id);
    while (style && chain.length < MAX_CHAIN && !chain.includes(style)) {
      chain.push(style);
      style = this.#byId.get(valueOf(style, "w:basedOn") ?? "");
    }
    return chain;
  }
}

/** A name is nearer to what a style is for than its outline level, and the nearest style decides. */
function kindOfChain(chain: readonly XmlElement[]): StyleKind | undefined {
  for (const style of chain) {
    const named = kindOfStyleName(nameOf(style));
    if (named) return named;
    const outline = numberOf(childOf(style, "w:pPr"), "w:outlineLvl");
    if (outline !== undefined) return kindOfOutline(outline);
  }
  return undefined;
}

/** Outline levels count from 0; 9 is body text (ECMA-376 part 1, 17.3.1.20). */
function kindOfOutline(outline: number): StyleKind | undefined {
  return outline >= 0 && outline <= 8
    ? { kind: "heading", level: Math.min(outline + 1, 6) }
    : undefined;
}

/** Left and right indentation, each by the nearest that says it. */
export function indentOf(properties: readonly XmlElement[]): Indent {
  const indents = properties.map((each) => childOf(each, "w:ind")?.attributes);
  const left = first(indents, (each) =>
    wholeNumber(each?.["w:left"] ?? each?.["w:start"]),
  );
  const right = first(indents, (each) =>
    wholeNumber(each?.["w:right"] ?? each?.["w:end"]),
  );
  return {
    ...(left === undefined ? {} : { left }),
    ...(right === undefined ? {} : { right }),
  };
}

function nameOf(style: XmlElement): string {
  return foldStyleName(
    valueOf(style, "w:name") ?? style.attributes["w:styleId"] ?? "",
  );
}

function first<From, To>(
  all: readonly From[],
  pick: (each: From) => To | undefined,
): To | undefined {
  for (const each of all) {
    const picked = pick(each);
    if (picked !== undefined) return picked;
  }
  return undefined;
}
