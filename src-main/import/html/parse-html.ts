import { parseHTML } from "linkedom";
import {
  isElement,
  isText,
  nameOf,
  type DomElement,
  type DomNode,
} from "./dom";

/** A parsed page. It can be changed: finding the article takes it apart. */
export interface DomDocument extends DomNode {
  readonly documentElement: DomTree;
  /** The library's document type knows no next sibling: children of a document are only found by this list. */
  readonly childNodes: Iterable<DomNode>;
  createElement(name: string): DomTree;
  appendChild(node: DomNode): DomNode;
}

/** An element that can be changed. */
export interface DomTree extends DomElement {
  appendChild(node: DomNode): DomNode;
  remove(): void;
  readonly attributes: Iterable<{
    readonly name: string;
    readonly value: string;
  }>;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  replaceWith(node: DomNode): void;
  cloneNode(isDeep: boolean): DomTree;
}

/** A page and its body, which every page has after this. */
export interface ParsedPage {
  readonly document: DomDocument;
  readonly body: DomTree;
}

/**
 * Parses a page without running or fetching anything. What stands outside of the body, as in fragments and damaged
 * pages, is moved into it, as browsers do.
 */
export function parseHtml(html: string): ParsedPage {
  const isPage = /<html[\s>]/iu.test(html);
  const { document } = parseHTML(
    isPage ? html : `<html><body>${html}</body></html>`,
  ) as unknown as { document: DomDocument };
  return { document, body: bodyInOrder(document) ?? settleBody(document) };
}

/** The body of a page that is in order: one `html` with one `head`, if any, and one `body`. */
function bodyInOrder(document: DomDocument): DomTree | undefined {
  const [html, ...others] = [...document.childNodes].filter(isShown);
  if (!html || others.length > 0 || !isElement(html) || nameOf(html) !== "html")
    return undefined;
  const names = childrenOf(html).filter(isShown);
  const body = names.at(-1);
  const head = names.length === 2 ? names[0] : undefined;
  const isInOrder =
    isElement(body ?? null) &&
    nameOf(body as DomTree) === "body" &&
    (names.length === 1 ||
      (head !== undefined && isElement(head) && nameOf(head) === "head"));
  return isInOrder ? (body as DomTree) : undefined;
}

function isShown(node: DomNode): boolean {
  return isElement(node) || (isText(node) && node.textContent?.trim() !== "");
}

/** Leaves the document with one `html` that holds one `head` and one `body`, and nothing else. */
function settleBody(document: DomDocument): DomTree {
  const html = document.createElement("html");
  const head = document.createElement("head");
  const body = document.createElement("body");
  for (const node of [...document.childNodes]) {
    if (isElement(node) && nameOf(node) === "html")
      settleHtml(node, html, head, body);
    else if (isElement(node) || isText(node)) body.appendChild(node);
  }
  html.appendChild(head);
  html.appendChild(body);
  document.appendChild(html);
  return body;
}

function settleHtml(
  from: DomNode,
  html: DomTree,
  head: DomTree,
  body: DomTree,
): void {
  takeAttributes(from, html);
  (from as DomTree).remove();
  for (const node of childrenOf(from)) {
    const name = isElement(node) ? nameOf(node) : "";
    const into = name === "head" ? head : body;
    if (name !== "head" && name !== "body") {
      body.appendChild(node);
      continue;
    }
    takeAttributes(node, into);
    for (const child of childrenOf(node)) into.appendChild(child);
  }
}

function takeAttributes(from: DomNode, to: DomTree): void {
  for (const { name, value } of (from as DomTree).attributes)
    if (to.getAttribute(name) === null) to.setAttribute(name, value);
}

function childrenOf(parent: DomNode): DomNode[] {
  const children: DomNode[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling)
    children.push(node);
  return children;
}
