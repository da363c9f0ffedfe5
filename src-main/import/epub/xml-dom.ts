import { SaxesParser } from "saxes";
import type { DomElement, DomNode } from "../html/dom";

const ELEMENT = 1;
const TEXT = 3;
const OPS_NAMESPACE = "http://www.idpf.org/2007/ops";

/**
 * Parses a content document as XML into the few things of the DOM that are needed, in one pass: a whole DOM takes seven
 * times as long for a long book. `undefined` when it is not well-formed; entities must be resolved before.
 */
export function parseXmlDom(xml: string): DomElement | undefined {
  const document = new XmlDomElement("#document", {}, null);
  let open = document;
  /** `epub:type` is looked for by its usual prefix; a book may choose another. */
  let opsPrefix = "epub";
  const parser = new SaxesParser({ xmlns: false as const, position: false });
  parser.on("error", (error) => {
    throw new NotWellFormed(error.message);
  });
  /** How deep inside content for other programs (`epub:case`); what stands beside it is meant for all. */
  let foreign = 0;
  parser.on("opentag", ({ name, attributes }) => {
    if (foreign > 0 || name === `${opsPrefix}:case`) {
      if (foreign === 0) open.passElement();
      foreign += 1;
      return;
    }
    for (const key of Object.keys(attributes))
      if (key.startsWith("xmlns:") && attributes[key] === OPS_NAMESPACE)
        opsPrefix = key.slice("xmlns:".length);
    const type = attributes[`${opsPrefix}:type`];
    if (opsPrefix !== "epub" && type !== undefined)
      attributes["epub:type"] = type;
    // A note that pops up is hidden till then; here it stands where notes stand.
    if (type !== undefined && /\b(?:foot|end|rear)note\b/u.test(type)) {
      delete attributes["hidden"];
      delete attributes["style"];
    }
    open = open.append(new XmlDomElement(name, attributes, open));
  });
  parser.on("closetag", () => {
    if (foreign > 0) foreign -= 1;
    else open = open.parentNode ?? document;
  });
  const addText = (text: string): void => {
    if (open !== document && foreign === 0)
      open.append(new XmlDomText(text, open));
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof NotWellFormed) return undefined;
    throw error;
  }
  const root = document.firstChild;
  return root instanceof XmlDomElement ? root : undefined;
}

class NotWellFormed extends Error {}

/** An element that knows its place among the others of its parent. */
export class XmlDomElement implements DomElement {
  readonly nodeType = ELEMENT;
  readonly localName: string;
  /** 2 for the first element of its parent, 4 for the second: what leads to it in an EPUB CFI. */
  step = 0;
  /** Its number among those whose places are noted; -1 till then. Kept here, for a map of all is slow in a long book. */
  number = -1;
  readonly parentNode: XmlDomElement | null;
  firstChild: XmlDomElement | XmlDomText | null = null;
  lastChild: XmlDomElement | XmlDomText | null = null;
  nextSibling: XmlDomElement | XmlDomText | null = null;
  previousSibling: XmlDomElement | XmlDomText | null = null;
  /** Without a prototype, as the parser makes it. */
  readonly #attributes: Record<string, string>;
  #elements = 0;
  /** Letters since the last element. */
  #letters = 0;

  constructor(
    localName: string,
    attributes: Record<string, string>,
    parentNode: XmlDomElement | null,
  ) {
    this.localName = localName;
    this.#attributes = attributes;
    this.parentNode = parentNode;
  }

  getAttribute(name: string): string | null {
    return this.#attributes[name] ?? null;
  }

  setAttribute(name: string, value: string): void {
    this.#attributes[name] = value;
  }

  get textContent(): string {
    const pieces: string[] = [];
    let node: DomNode | null = this.firstChild;
    while (node) {
      if (node instanceof XmlDomText) pieces.push(node.textContent);
      let next: DomNode | null = node.firstChild;
      let at: DomNode | null = node;
      while (!next && at && at !== this) {
        next = at.nextSibling;
        at = at.parentNode;
      }
      node = next;
    }
    return pieces.join("");
  }

  /** An element that is left out counts among its siblings all the same. */
  passElement(): void {
    this.#elements += 1;
    this.#letters = 0;
  }

  append<Node extends XmlDomElement | XmlDomText>(node: Node): Node {
    if (node instanceof XmlDomElement) {
      this.passElement();
      node.step = 2 * this.#elements;
    } else {
      node.step = 2 * this.#elements + 1;
      node.start = this.#letters;
      this.#letters += node.textContent.length;
    }
    node.previousSibling = this.lastChild;
    if (this.lastChild) this.lastChild.nextSibling = node;
    else this.firstChild = node;
    this.lastChild = node;
    return node;
  }
}

/** A text that knows where it begins among the letters between two elements, which sections and comments may part. */
export class XmlDomText implements DomNode {
  readonly nodeType = TEXT;
  /** 1 before the first element of its parent, 3 behind it. */
  step = 0;
  /** UTF-16 units between the element before and this text. */
  start = 0;
  /** Number of the letters between those two elements among those whose places are noted; -1 till then. */
  chunk = -1;
  readonly firstChild = null;
  nextSibling: XmlDomElement | XmlDomText | null = null;
  previousSibling: XmlDomElement | XmlDomText | null = null;

  constructor(
    readonly textContent: string,
    readonly parentNode: XmlDomElement,
  ) {}
}
