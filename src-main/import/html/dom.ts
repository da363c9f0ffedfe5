/**
 * The part of the DOM that the readers use. The room is compiled without the platform's DOM types, so that no browser
 * global slips into code that runs under Node; the DOM library's nodes fit these shapes.
 */
export interface DomNode {
  readonly nodeType: number;
  readonly parentNode: DomNode | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly previousSibling: DomNode | null;
  readonly textContent: string | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
}

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

/** Tells whether a node is an element. */
export function isElement(node: DomNode | null): node is DomElement {
  return node?.nodeType === ELEMENT;
}

/** Tells whether a node holds letters. */
export function isText(node: DomNode): boolean {
  return node.nodeType === TEXT || node.nodeType === CDATA;
}

/** An element's name in lower case, without a prefix: XHTML may write `m:math`. */
export function nameOf(element: DomElement): string {
  const name = element.localName;
  const colon = name.indexOf(":");
  return (colon < 0 ? name : name.slice(colon + 1)).toLowerCase();
}

/** The words of an attribute that holds a list of them: `class`, `role`, `epub:type`, `rel`. */
export function wordsOf(element: DomElement, attribute: string): string[] {
  const value = element.getAttribute(attribute);
  return value ? value.toLowerCase().split(/\s+/u).filter(Boolean) : [];
}

/** `epub:type` and `role` together: EPUB says the same in either. */
export function semanticsOf(element: DomElement): string[] {
  return [
    ...wordsOf(element, "epub:type"),
    ...wordsOf(element, "role").map((role) => role.replace(/^doc-/u, "")),
  ];
}

/** The node after this one in document order, or the one after all it holds; `undefined` at the end of `root`. */
export function nextNode(
  node: DomNode,
  root: DomNode,
  isSkipped = false,
): DomNode | undefined {
  if (!isSkipped && node.firstChild) return node.firstChild;
  let at: DomNode | null = node;
  while (at && at !== root) {
    if (at.nextSibling) return at.nextSibling;
    at = at.parentNode;
  }
  return undefined;
}

/** The letters inside a node, up to about `limit` of them: asking is cheap even of the whole document. */
export function textWithin(root: DomNode, limit: number): string {
  let text = "";
  let steps = 0;
  let node: DomNode | undefined = root;
  while (node && text.length < limit && steps < limit * 4) {
    if (isText(node)) text += node.textContent ?? "";
    const name: string = isElement(node) ? nameOf(node) : "";
    node = nextNode(node, root, name === "script" || name === "style");
    steps += 1;
  }
  return text;
}

/** One line: white space folded, none at the ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
