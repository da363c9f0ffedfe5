import { DOMParser } from "linkedom";
import { posix } from "node:path";

/** A node of the DOM library, as far as it is used here. */
export interface WalkedNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string;
  readonly childNodes: readonly WalkedNode[];
  readonly parentNode: WalkedNode | null;
  getAttribute(name: string): string | null;
}

type ReadText = (path: string) => string | undefined;

/**
 * The text between the ends of a CFI range, by taking the standard literally, step by step on whole DOMs of the book's
 * documents, without any code of the program: the second opinion in tests. What a browser does not show of a document
 * (head, scripts, styles) is left out. Every asserted id has to be there. @throws Error for what leads nowhere
 */
export function walkCfi(cfi: string, read: ReadText): string {
  const inside = /^epubcfi\((.*)\)$/su.exec(cfi)?.[1];
  if (inside === undefined) throw new Error(`No CFI: ${cfi}`);
  const [parent = "", first = "", second = ""] = splitOutside(inside, ",");
  const from = walkPoint(parent + first, read);
  const to = walkPoint(parent + second, read);
  if (from.part > to.part) throw new Error(`Ends before it begins: ${cfi}`);
  let text = "";
  for (let part = from.part; part <= to.part; part += 2) {
    const texts = textsOf(documentAt(part, read));
    const begin = part === from.part ? texts.indexOf(from.node) : 0;
    const end = part === to.part ? texts.indexOf(to.node) : texts.length - 1;
    if (begin < 0 || end < begin)
      throw new Error(`Ends before it begins, or is not shown: ${cfi}`);
    for (let at = begin; at <= end; at += 1)
      text += (texts[at]?.textContent ?? "").slice(
        part === from.part && at === begin ? from.offset : 0,
        part === to.part && at === end ? to.offset : undefined,
      );
  }
  return text;
}

function walkPoint(
  path: string,
  read: ReadText,
): { part: number; node: WalkedNode; offset: number } {
  const [packaged = "", within = ""] = splitOutside(path, "!");
  let node = packageOf(read).root;
  for (const step of stepsOf(packaged)) node = childAt(node, step);
  const part = stepsOf(packaged).at(-1)?.step ?? 0;
  const [, steps = "", offset = ""] = /^(.*):(\d+)$/su.exec(within) ?? [];
  const walked = stepsOf(steps);
  node = documentAt(part, read);
  for (const step of walked.slice(0, -1)) node = childAt(node, step);
  const last = walked.at(-1)?.step ?? 0;
  return { part, ...textAt(node, last, Number(offset)) };
}

/** The text node with a letter of a chunk: those between two elements, comments passed over, are one. */
function textAt(
  parent: WalkedNode,
  step: number,
  offset: number,
): { node: WalkedNode; offset: number } {
  let elements = 0;
  let left = offset;
  for (const child of parent.childNodes) {
    if (child.nodeType === 1) elements += 1;
    if (![3, 4].includes(child.nodeType) || 2 * elements + 1 !== step) continue;
    if (left <= child.textContent.length) return { node: child, offset: left };
    left -= child.textContent.length;
  }
  throw new Error(`No letter ${offset} in text ${step}`);
}

interface Step {
  readonly step: number;
  readonly id?: string;
}

function childAt(parent: WalkedNode, { step, id }: Step): WalkedNode {
  const child = children(parent)[step / 2 - 1];
  if (!child)
    throw new Error(`No element ${step} in ${parent.localName ?? ""}`);
  if (id !== undefined && child.getAttribute("id") !== id)
    throw new Error(`Not ${id}: ${child.localName ?? ""} at ${step}`);
  return child;
}

function stepsOf(path: string): Step[] {
  return [...path.matchAll(/\/(\d+)(?:\[((?:\^.|[^\]^])*)\])?/gsu)].map(
    ([, step, id]) => ({
      step: Number(step),
      ...(id === undefined ? {} : { id: id.replace(/\^(.)/gsu, "$1") }),
    }),
  );
}

/** Splits at a sign that is neither escaped nor in brackets. */
function splitOutside(text: string, sign: string): string[] {
  const parts = [""];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === "^") {
      parts.push(`${parts.pop() ?? ""}^${text.charAt(at + 1)}`);
      at += 1;
      continue;
    }
    if (letter === "[") depth += 1;
    if (letter === "]") depth -= 1;
    if (letter === sign && depth === 0) parts.push("");
    else parts.push(`${parts.pop() ?? ""}${letter}`);
  }
  return parts;
}

/** Root of the document that a step through the spine leads to. */
function documentAt(step: number, read: ReadText): WalkedNode {
  const { root, path } = packageOf(read);
  const spine = children(root).find(({ localName }) =>
    /spine$/u.test(localName ?? ""),
  );
  const idref = spine && childAt(spine, { step }).getAttribute("idref")?.trim();
  const href = children(root)
    .flatMap(children)
    .find(
      (each) =>
        each.getAttribute("id") === idref && each.getAttribute("href") !== null,
    )
    ?.getAttribute("href");
  const file = decodeURIComponent(href ?? "");
  return parsed(posix.join(posix.dirname(path), file), read);
}

function packageOf(read: ReadText): { root: WalkedNode; path: string } {
  const container = read("META-INF/container.xml") ?? "";
  const path = /full-path\s*=\s*["']([^"']+)["']/u.exec(container)?.[1] ?? "";
  return { root: parsed(path, read), path };
}

const documents = new WeakMap<ReadText, Map<string, WalkedNode>>();

function parsed(path: string, read: ReadText): WalkedNode {
  const known = documents.get(read) ?? new Map<string, WalkedNode>();
  documents.set(read, known);
  const before = known.get(path);
  if (before) return before;
  const xml = read(path);
  if (xml === undefined) throw new Error(`No file ${path}`);
  const whole = xml.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n");
  const declared = new Map(
    [...whole.matchAll(/<!ENTITY\s+(\w+)\s+"([^"]*)"/gu)].map(
      ([, name = "", text = ""]) => [name, text],
    ),
  );
  const clean = whole
    .replace(/<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>/u, "")
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/u)
    .map((piece) => (piece.startsWith("<![") ? piece : spelt(piece, declared)))
    .join("");
  const { documentElement } = new DOMParser().parseFromString(
    clean,
    "text/xml",
  ) as unknown as { readonly documentElement: WalkedNode };
  known.set(path, documentElement);
  return documentElement;
}

/** Entities that XML does not know, as what they stand for. */
function spelt(xml: string, declared: ReadonlyMap<string, string>): string {
  return xml.replace(/&(\w+);/gu, (reference, name: string) =>
    /^(?:amp|lt|gt|quot|apos)$/u.test(name)
      ? reference
      : (declared.get(name) ?? letterOf(reference)),
  );
}

function letterOf(reference: string): string {
  return new DOMParser().parseFromString(
    `<html><body>${reference}</body></html>`,
    "text/html",
  ).body.textContent;
}

function children(node: WalkedNode): WalkedNode[] {
  return node.childNodes.filter(({ nodeType }) => nodeType === 1);
}

const texts = new WeakMap<WalkedNode, WalkedNode[]>();

/** The text nodes of a document, in order. */
function textsOf(document: WalkedNode): WalkedNode[] {
  const known = texts.get(document) ?? [...textNodes(document)];
  texts.set(document, known);
  return known;
}

function* textNodes(node: WalkedNode): Generator<WalkedNode> {
  if (/^(?:head|script|style)$/u.test(node.localName ?? "")) return;
  if (node.nodeType === 3 || node.nodeType === 4) yield node;
  for (const child of node.childNodes) yield* textNodes(child);
}
