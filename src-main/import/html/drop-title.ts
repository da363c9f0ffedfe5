import {
  isElement,
  nameOf,
  nextNode,
  oneLine,
  textWithin,
  type DomNode,
} from "./dom";
import type { DomTree } from "./parse-html";

/** The title's own heading stands before this many letters of text. */
const BEFORE_LETTERS = 400;

/** Takes the heading away that only repeats the title: the title is shown above the text. */
export function dropTitle(root: DomTree, title: string): void {
  const wanted = folded(title);
  let letters = 0;
  for (
    let node: DomNode | undefined = nextNode(root, root);
    node && letters < BEFORE_LETTERS;
    node = nextNode(node, root)
  ) {
    if (!isElement(node)) {
      letters += (node.nodeType === 3 ? (node.textContent ?? "") : "").trim()
        .length;
      continue;
    }
    const name = nameOf(node);
    if (!/^h[1-3]$/u.test(name)) continue;
    if (folded(textWithin(node, 2_000)) !== wanted) continue;
    (node as DomTree).remove();
    return;
  }
}

function folded(text: string): string {
  return oneLine(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
