import { SaxesParser } from "saxes";
import { resolveEntities } from "./resolve-entities";

/** An element of a small XML document, such as a package. Names are without prefixes, for prefixes are free to choose. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** By local name: `epub:type` is `type`, `opf:role` is `role`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** Elements nested deeper than this become children of the last one allowed, so that walking a tree cannot overflow. */
const DEEPEST = 200;

interface OpenElement extends XmlElement {
  readonly attributes: Map<string, string>;
  readonly children: (XmlElement | string)[];
}

/**
 * Reads an XML document into a tree, as far as it goes: what is not well-formed is read as well as possible, because a
 * book should not be lost to a stray sign in its table of contents. `undefined` when there is no element at all.
 */
export function parseXmlTree(xml: string): XmlElement | undefined {
  const root: OpenElement = newElement("", "");
  const open: OpenElement[] = [root];
  let tooDeep = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on("error", () => undefined);
  parser.on("opentag", (tag) => {
    const element = newElement(tag.local, tag.uri);
    for (const { local, value } of Object.values(tag.attributes))
      if (!element.attributes.has(local)) element.attributes.set(local, value);
    open.at(-1)?.children.push(element);
    if (open.length < DEEPEST) open.push(element);
    else tooDeep += 1;
  });
  parser.on("closetag", () => {
    if (tooDeep > 0) tooDeep -= 1;
    else if (open.length > 1) open.pop();
  });
  const addText = (text: string): void => {
    open.at(-1)?.children.push(text);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(resolveEntities(xml.replace(/^[\s\uFEFF]+/u, "")).text).close();
  return childElements(root)[0];
}

/** The child elements, or only those of a name. */
export function childElements(
  element: XmlElement,
  name?: string,
): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      typeof child !== "string" && (name === undefined || child.name === name),
  );
}

/** The first child element of a name. */
export function childElement(
  element: XmlElement,
  name: string,
): XmlElement | undefined {
  return childElements(element, name)[0];
}

/** All elements of a name inside, in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendants(child, name),
  ]);
}

/** The text inside, with white space folded; elements of the names in `without` are left out. */
export function textOf(
  element: XmlElement,
  without: readonly string[] = [],
): string {
  return rawText(element, without).replace(/\s+/gu, " ").trim();
}

/** Words of an attribute that holds a list, such as `properties` or `epub:type`. */
export function wordsOf(
  element: XmlElement,
  attribute: string,
): readonly string[] {
  return (element.attributes.get(attribute) ?? "")
    .split(/\s+/u)
    .filter((word) => word !== "");
}

function rawText(element: XmlElement, without: readonly string[]): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return child;
      return without.includes(child.name) ? "" : rawText(child, without);
    })
    .join("");
}

function newElement(name: string, namespace: string): OpenElement {
  return { name, namespace, attributes: new Map(), children: [] };
}
