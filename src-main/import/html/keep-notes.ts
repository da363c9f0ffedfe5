import {
  isElement,
  isText,
  nameOf,
  nextNode,
  oneLine,
  type DomNode,
} from "./dom";
import { isBlockName } from "./elements";
import { findNotes } from "./find-notes";
import { NOTE_ATTRIBUTE } from "./marked-notes";
import { NoteLabels } from "./note-labels";
import type { DomDocument, DomTree, ParsedPage } from "./parse-html";

/** More notes than this are no notes. */
const MOST_NOTES = 5_000;
/** Nodes in copies of notes: notes within notes could be copied again and again. */
const MOST_COPIED = 200_000;
/** Letters of the article that are looked through for notes that lost their mark. */
const MOST_LOOKED = 200_000_000;

/** Writes into the page which elements are footnotes and references. @returns copies of the notes, by label */
export function markNotes({
  document,
  body,
}: ParsedPage): ReadonlyMap<string, DomTree> {
  const { references, notes, backLinks } = findNotes(
    body,
    new NoteLabels(),
    (href) => (href.startsWith("#") ? href : undefined),
  );
  const copies = new Map<string, DomTree>();
  if (notes.size > MOST_NOTES) return copies;
  for (const [element, label] of references)
    mark(element, `reference ${label}`);
  for (const element of backLinks) mark(element, "back");
  const marked = [...notes].map(([element, label]) => {
    const kept = lastingElement(element as DomTree, document);
    mark(kept, `note ${label}`);
    return { kept, label };
  });
  let budget = MOST_COPIED;
  for (const { kept, label } of marked) {
    budget -= countNodes(kept, budget);
    if (budget <= 0) break;
    copies.set(label, kept.cloneNode(true));
  }
  return copies;
}

/** Appends the notes that the article refers to and that were left out of it. */
export function putBackNotes(
  root: DomTree,
  notes: ReadonlyMap<string, DomTree>,
  document: DomDocument,
): void {
  if (notes.size === 0) return;
  const { references, kept } = marksIn(root);
  const lost = [...references].filter((label) => !kept.has(label));
  if (lost.length === 0) return;
  const text = oneLine(root.textContent ?? "");
  let budget = MOST_LOOKED;
  const missing = document.createElement("div");
  for (const label of lost) {
    const note = notes.get(label);
    budget -= text.length;
    if (!note || budget < 0) continue;
    // Its mark may be lost while its text is there: once is enough.
    if (!text.includes(oneLine(note.textContent ?? "")))
      missing.appendChild(note);
  }
  root.appendChild(missing);
}

/**
 * Readability unwraps a `div` that holds one paragraph, or no blocks at all, and forgets what was written on it; a
 * paragraph it leaves as it is.
 */
function lastingElement(note: DomTree, document: DomDocument): DomTree {
  if (nameOf(note) !== "div") return note;
  const children: DomNode[] = [];
  for (let node = note.firstChild; node; node = node.nextSibling)
    children.push(node);
  const shown = children.filter(
    (node) => !isText(node) || node.textContent?.trim() !== "",
  );
  const [only] = shown;
  if (shown.length === 1 && only && isElement(only) && nameOf(only) === "p")
    return only as DomTree;
  if (shown.some((node) => isElement(node) && isBlockName(nameOf(node))))
    return note;
  const paragraph = document.createElement("p");
  note.replaceWith(paragraph);
  children.forEach((node) => paragraph.appendChild(node));
  return paragraph;
}

function marksIn(root: DomTree): {
  readonly references: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
} {
  const references = new Set<string>();
  const kept = new Set<string>();
  for (
    let node: DomNode | undefined = root;
    node;
    node = nextNode(node, root)
  ) {
    const written = isElement(node) ? node.getAttribute(NOTE_ATTRIBUTE) : null;
    if (written?.startsWith("reference ")) references.add(written.slice(10));
    else if (written?.startsWith("note ")) kept.add(written.slice(5));
  }
  return { references, kept };
}

function mark(element: DomNode, value: string): void {
  (element as DomTree).setAttribute(NOTE_ATTRIBUTE, value);
}

function countNodes(root: DomNode, most: number): number {
  let count = 0;
  for (
    let node: DomNode | undefined = root;
    node && count < most;
    node = nextNode(node, root)
  )
    count += 1;
  return count;
}
