import { DOMParser } from "linkedom";
import { SaxesParser } from "saxes";
import { resolveEntities } from "./resolve-entities";

/** An element of a small XML document, such as a package. Names are without prefixes, for prefixes are free to choose. */
export interface XmlElement {
  readonly name: string;
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
 * Reads an XML document into a tree. What is not well-formed is read by a forgiving parser, because a book should not be
 * lost to a stray sign in its table of contents. `undefined` when there is no element at all.
 */
export function parseXmlTree(xml: string): XmlElement | undefined {
  const { text } = resolveEntities(xml.replace(/^[\s\uFEFF]+/u, ""));
  return parseStrictly(text) ?? parseForgivingly(text);
}

/** Builds a tree from what begins, ends and stands between. */
class TreeBuilder {
  readonly root: OpenElement = newElement("");
  readonly #open: OpenElement[] = [this.root];
  #tooDeep = 0;

  begin(name: string, attributes: Iterable<readonly [string, string]>): void {
    const element = newElement(localName(name));
    for (const [key, value] of attributes) {
      const local = localName(key);
      if (!element.attributes.has(local)) element.attributes.set(local, value);
    }
    this.#open.at(-1)?.children.push(element);
    if (this.#open.length < DEEPEST) this.#open.push(element);
    else this.#tooDeep += 1;
  }

  end(): void {
    if (this.#tooDeep > 0) this.#tooDeep -= 1;
    else if (this.#open.length > 1) this.#open.pop();
  }

  text(text: string): void {
    this.#open.at(-1)?.children.push(text);
  }
}

class NotWellFormed extends Error {}

function parseStrictly(xml: string): XmlElement | undefined {
  const tree = new TreeBuilder();
  const parser = new SaxesParser({ xmlns: false as const, position: false });
  parser.on("error", (error) => {
    throw new NotWellFormed(error.message);
  });
  parser.on("opentag", ({ name, attributes }) =>
    tree.begin(name, Object.entries(attributes)),
  );
  parser.on("closetag", () => tree.end());
  parser.on("text", (text) => tree.text(text));
  parser.on("cdata", (text) => tree.text(text));
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof NotWellFormed) return undefined;
    throw error;
  }
  return childElements(tree.root)[0];
}

/** The part of the DOM library's nodes that is used. */
interface ForgivenNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: ForgivenNode | null;
  readonly nextSibling: ForgivenNode | null;
  readonly parentNode: ForgivenNode | null;
  readonly attributes?: Iterable<{
    readonly name: string;
    readonly value: string;
  }>;
}
const ELEMENT = 1;
const TEXTS: readonly number[] = [3, 4];

function parseForgivingly(xml: string): XmlElement | undefined {
  const document = new DOMParser().parseFromString(
    xml,
    "text/xml",
  ) as unknown as ForgivenNode;
  const tree = new TreeBuilder();
  let node = document.firstChild;
  while (node) {
    if (TEXTS.includes(node.nodeType)) tree.text(node.textContent ?? "");
    const isElement = node.nodeType === ELEMENT;
    if (isElement) {
      const attributes = [...(node.attributes ?? [])];
      tree.begin(
        node.nodeName,
        attributes.map(({ name, value }) => [name, value] as const),
      );
    }
    let next: ForgivenNode | null = isElement ? node.firstChild : null;
    if (isElement && !next) tree.end();
    while (!next && node && node !== document) {
      next = node.nextSibling;
      if (next) break;
      node = node.parentNode;
      if (node?.nodeType === ELEMENT) tree.end();
    }
    node = next;
  }
  return childElements(tree.root)[0];
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

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function newElement(name: string): OpenElement {
  return { name, attributes: new Map(), children: [] };
}
