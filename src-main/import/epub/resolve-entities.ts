import { DOMParser } from "linkedom";

/** Letters that all declared entities of one document may grow to; honest ones stand for a letter or a name. */
const MOST_EXPANDED = 100_000;
const DEEPEST_EXPANSION = 8;

/** A document whose entities are gone, and with them its document type declaration. */
export interface ResolvedXml {
  readonly text: string;
  /** Declared entities grew beyond what is expanded, as in a "billion laughs" attack; the rest stands for nothing. */
  readonly isCut: boolean;
}

/**
 * Replaces entities by what they stand for: those of HTML by their letter, those that the document declares by their
 * text. Entities that lie elsewhere stand for nothing: nothing is ever fetched or opened for them. The five of XML stay.
 * A sign that begins no entity, as in "AT&T", is what it looks like.
 */
export function resolveEntities(xml: string): ResolvedXml {
  const { text, subset } = cutDoctype(xml);
  if (!text.includes("&")) return { text, isCut: false };
  const expansion = new Expansion(declaredEntities(subset));
  const resolved = cutSections(text, "<![CDATA[", "]]>")
    .map(({ outside, section }) => expansion.expand(outside, 0) + section)
    .join("");
  return { text: resolved, isCut: expansion.isCut };
}

class Expansion {
  readonly #declared: ReadonlyMap<string, string>;
  #left = MOST_EXPANDED;
  isCut = false;

  constructor(declared: ReadonlyMap<string, string>) {
    this.#declared = declared;
  }

  expand(text: string, depth: number): string {
    return text.replace(
      /&(?!#\d+;|#x[\dA-Fa-f]+;|(?:amp|lt|gt|quot|apos);)(?:([\p{L}_:][\p{L}\p{N}_:.-]{0,100});)?/gu,
      (reference: string, name: string | undefined) =>
        (name === undefined
          ? undefined
          : (this.#declaredText(name, depth) ?? htmlLetter(name))) ??
        `&amp;${reference.slice(1)}`,
    );
  }

  #declaredText(name: string, depth: number): string | undefined {
    const text = this.#declared.get(name);
    if (text === undefined) return undefined;
    this.#left -= text.length;
    if (this.#left < 0 || depth >= DEEPEST_EXPANSION) {
      this.isCut = true;
      return "";
    }
    return this.expand(text, depth + 1);
  }
}

/** A stretch of text and the section that follows it, with its signs; the last one has none. */
interface Stretch {
  readonly outside: string;
  readonly section: string;
}

/** Cuts a text at its sections. By searching and not by a pattern: one that never ends would be sought to the end again and again. */
function cutSections(text: string, open: string, close: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf(open, from);
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
    if (end < 0)
      return [...stretches, { outside: text.slice(from), section: "" }];
    const next = end + close.length;
    stretches.push({
      outside: text.slice(from, start),
      section: text.slice(start, next),
    });
    from = next;
  }
}

/** The document type stands at the beginning, and what it declares is short. */
const LONGEST_PROLOG = 65_536;

/** Cuts the document type declaration out; `subset` is what it declares itself, between brackets. */
function cutDoctype(xml: string): { text: string; subset: string } {
  const start = /<!DOCTYPE/iu.exec(xml.slice(0, LONGEST_PROLOG))?.index;
  if (start === undefined) return { text: xml, subset: "" };
  const open = /[[>]/u.exec(xml.slice(start, start + LONGEST_PROLOG));
  const inside = open?.[0] === "[" ? start + open.index + 1 : undefined;
  const close = inside === undefined ? start : endOfSubset(xml, inside);
  const end = close === undefined ? -1 : xml.indexOf(">", close);
  if (close === undefined || end < 0) return { text: xml, subset: "" };
  return {
    text: xml.slice(0, start) + xml.slice(end + 1),
    subset: inside === undefined ? "" : xml.slice(inside, close),
  };
}

/** Place of the `]` that closes the subset: those in quotes and comments do not. */
function endOfSubset(xml: string, from: number): number | undefined {
  const limit = from + LONGEST_PROLOG;
  const closings: Readonly<Record<string, string>> = {
    '"': '"',
    "'": "'",
    "<!--": "-->",
  };
  let at = from;
  while (at < limit) {
    const sign = /"|'|<!--|\]/u.exec(xml.slice(at, limit));
    if (!sign) return undefined;
    at += sign.index;
    const closing = closings[sign[0]];
    if (closing === undefined) return at;
    const end = xml.indexOf(closing, at + sign[0].length);
    if (end < 0) return undefined;
    at = end + closing.length;
  }
  return undefined;
}

function declaredEntities(subset: string): ReadonlyMap<string, string> {
  const declared = new Map<string, string>();
  const declarations = cutSections(subset, "<!--", "-->")
    .map(({ outside }) => outside)
    .join("");
  for (const [, name = "", double, single] of declarations.matchAll(
    /<!ENTITY\s+([^\s%"'>]+)\s+(?:"([^"]*)"|'([^']*)'|(?:SYSTEM|PUBLIC)\s)/gu,
  ))
    if (!declared.has(name)) declared.set(name, double ?? single ?? "");
  return declared;
}

/** More names than HTML has; what comes after them is made up. */
const MOST_NAMES = 3_000;
const letters = new Map<string, string | undefined>();

/** The letter of a named entity of HTML, asked of the HTML parser, which knows all 2,231 of them. */
function htmlLetter(name: string): string | undefined {
  if (!letters.has(name) && letters.size < MOST_NAMES)
    letters.set(name, askParser(name));
  return letters.get(name);
}

function askParser(name: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9]{0,40}$/u.test(name)) return undefined;
  const parsed = new DOMParser()
    .parseFromString(`<html><body><p>&${name};</p></body></html>`, "text/html")
    .querySelector("p")?.textContent;
  if (!parsed || parsed === `&${name};`) return undefined;
  return parsed.replace(/&/gu, "&#38;").replace(/</gu, "&#60;");
}
