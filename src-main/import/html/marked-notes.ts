import { isElement, nextNode, type DomElement, type DomNode } from "./dom";
import type { FoundNotes } from "./find-notes";

/** The attribute in which footnotes are marked before a page is taken apart: "reference 1", "note 1" or "back". */
export const NOTE_ATTRIBUTE = "data-aide-note";

/** Reads the marks that were left in a page. */
export function readMarkedNotes(root: DomElement): FoundNotes {
  const references = new Map<DomNode, string>();
  const notes = new Map<DomNode, string>();
  const backLinks = new Set<DomNode>();
  for (
    let node: DomNode | undefined = root;
    node;
    node = nextNode(node, root)
  ) {
    if (!isElement(node)) continue;
    const mark = node.getAttribute(NOTE_ATTRIBUTE);
    if (mark === null) continue;
    const [kind, label = ""] = mark.split(/ (.*)/u);
    if (kind === "reference") references.set(node, label);
    else if (kind === "note") notes.set(node, label);
    else if (kind === "back") backLinks.add(node);
  }
  return { references, notes, backLinks };
}
