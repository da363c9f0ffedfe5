import {
  isCodeName,
  kindOfStyleName,
  type StyleKind,
} from "../office/style-kind";
import { childOf, childrenOf, type XmlElement } from "../office/xml-tree";
import { looksOf, type Looks } from "./looks";

/** Longest chain of styles resting on one another that is followed. */
const MAX_CHAIN = 64;

/** What a paragraph's style says, with everything it rests on. */
export interface OdtParagraphStyle {
  readonly kind: StyleKind | undefined;
  /** What was set on this paragraph alone; a named style's looks are typography and mark nothing. */
  readonly looks: Looks;
  readonly isRightToLeft: boolean;
  readonly isSetIn: boolean;
  readonly align: "left" | "right" | "center" | undefined;
}

/** Where a style is looked up: those of the text, then those of the document. */
export class OdtStyles {
  readonly #byName = new Map<string, XmlElement>();
  readonly #automatic = new Set<XmlElement>();
  readonly #paragraphs = new Map<string, OdtParagraphStyle>();
  readonly #texts = new Map<string, Looks>();
  readonly #standard: XmlElement | undefined;
  /** List style -> its definition. */
  readonly lists: ReadonlyMap<string, XmlElement>;
  readonly outline: XmlElement | undefined;

  constructor(content: XmlElement, styles: XmlElement | undefined) {
    const automatic = childOf(content, "office:automatic-styles");
    const named = childOf(styles, "office:styles");
    const lists = new Map<string, XmlElement>();
    for (const source of [automatic, named]) {
      for (const style of childrenOf(source, "style:style")) {
        const key = keyOf(
          style.attributes["style:family"],
          style.attributes["style:name"],
        );
        if (this.#byName.has(key)) continue;
        this.#byName.set(key, style);
        if (source === automatic) this.#automatic.add(style);
      }
      for (const list of childrenOf(source, "text:list-style")) {
        const name = list.attributes["style:name"] ?? "";
        if (!lists.has(name)) lists.set(name, list);
      }
    }
    this.lists = lists;
    this.outline = childOf(named, "text:outline-style");
    this.#standard = childrenOf(named, "style:default-style").find(
      (style) => style.attributes["style:family"] === "paragraph",
    );
  }

  /** Looks nobody chose: those of all paragraphs. */
  get standardLooks(): Looks {
    return this.#standard ? looksOf([this.#standard]) : {};
  }

  paragraph(name: string): OdtParagraphStyle {
    const known = this.#paragraphs.get(name);
    if (known) return known;
    const style = this.#readParagraph(name);
    this.#paragraphs.set(name, style);
    return style;
  }

  /** How letters of a text style look; what it says nothing of goes on as around it. */
  text(name: string): Looks {
    const known = this.#texts.get(name);
    if (known) return known;
    const chain = this.#chain("text", name);
    const isCode = [...chain.map(displayName), decodeName(name)].some(
      isCodeName,
    );
    const looks = { ...looksOf(chain), ...(isCode ? { code: true } : {}) };
    this.#texts.set(name, looks);
    return looks;
  }

  #readParagraph(name: string): OdtParagraphStyle {
    const chain = this.#chain("paragraph", name);
    const names =
      chain.length > 0 ? chain.map(displayName) : [decodeName(name)];
    const properties = [...chain, ...(this.#standard ? [this.#standard] : [])]
      .map((style) => childOf(style, "style:paragraph-properties"))
      .filter((each) => each !== undefined);
    const value = (key: string): string | undefined =>
      properties.find((each) => each.attributes[key] !== undefined)?.attributes[
        key
      ];
    return {
      kind: names.map(kindOfStyleName).find((kind) => kind !== undefined),
      looks: looksOf(chain.filter((style) => this.#automatic.has(style))),
      isRightToLeft: /^rl/u.test(value("style:writing-mode") ?? ""),
      isSetIn:
        lengthOf(value("fo:margin-left")) >= QUOTATION_INDENT &&
        lengthOf(value("fo:margin-right")) >= QUOTATION_INDENT,
      align: alignOf(value("fo:text-align")),
    };
  }

  /** The style and those it rests on, nearest first. */
  #chain(family: string, name: string): XmlElement[] {
    const chain: XmlElement[] = [];
    let style = this.#byName.get(keyOf(family, name));
    while (style && chain.length < MAX_CHAIN && !chain.includes(style)) {
      chain.push(style);
      const parent = style.attributes["style:parent-style-name"];
      style = this.#byName.get(keyOf(family, parent));
    }
    return chain;
  }
}

/** Millimetres set in from both edges that make a quotation. */
const QUOTATION_INDENT = 5;

const MILLIMETRES: Readonly<Record<string, number>> = {
  mm: 1,
  cm: 10,
  in: 25.4,
  pt: 25.4 / 72,
  pc: 25.4 / 6,
  px: 25.4 / 96,
};

function lengthOf(text: string | undefined): number {
  const [, number, unit = ""] =
    /^(-?\d+(?:\.\d+)?)([a-z]+)$/u.exec(text ?? "") ?? [];
  return number === undefined ? 0 : Number(number) * (MILLIMETRES[unit] ?? 0);
}

function alignOf(text: string | undefined): OdtParagraphStyle["align"] {
  if (text === "center") return "center";
  if (text === "end" || text === "right") return "right";
  return text === "left" || text === "start" ? "left" : undefined;
}

function keyOf(family: string | undefined, name: string | undefined): string {
  return `${family ?? ""} ${name ?? ""}`;
}

function displayName(style: XmlElement): string {
  const { "style:display-name": shown, "style:name": name } = style.attributes;
  return shown ?? decodeName(name ?? "");
}

/** Names write what is no letter as its code: `Block_20_Text` (ODF 1.3 part 3, 19.502). */
function decodeName(name: string): string {
  return name.replace(/_([\da-f]{1,4})_/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
