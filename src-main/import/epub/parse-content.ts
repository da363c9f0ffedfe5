import { DOMParser } from "linkedom";
import type { DomElement } from "../html/dom";
import { resolveEntities } from "./resolve-entities";
import { parseXmlDom } from "./xml-dom";

/** A content document as it could be read. */
export interface ParsedContent {
  readonly root: DomElement;
  /** It is not well-formed and was read as HTML, as browsers read it. */
  readonly isRepaired: boolean;
  /** Its declared entities were too many to be written out. */
  readonly isCut: boolean;
}

/** Elements that are empty in HTML as well: only these may be written `<br/>` there. */
const VOID =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/iu;

/** Parses a content document as XML, or as HTML where it is not well-formed. `undefined` for what holds no element. */
export function parseContent(markup: string): ParsedContent | undefined {
  const { text, isCut } = resolveEntities(
    markup.replace(/^[\s\uFEFF\0]+/u, ""),
  );
  const root = parseXmlDom(text);
  if (root) return { root, isRepaired: false, isCut };
  const repaired = parseAsHtml(text);
  return repaired && { root: repaired, isRepaired: true, isCut };
}

function parseAsHtml(text: string): DomElement | undefined {
  const html = text
    .replace(/<\?[^<>]*>/gu, "")
    .replace(
      /<([a-z][\w:.-]*)((?:\s[^<>]*)?)\/>/giu,
      (tag, name: string, rest: string) =>
        VOID.test(name) ? tag : `<${name}${rest}></${name}>`,
    );
  if (!/<[a-z]/iu.test(html)) return undefined;
  const isWhole = /<html[\s>]/iu.test(html);
  const { documentElement } = new DOMParser().parseFromString(
    isWhole ? html : `<html><body>${html}</body></html>`,
    "text/html",
  ) as unknown as { readonly documentElement: DomElement | null };
  return documentElement ?? undefined;
}
