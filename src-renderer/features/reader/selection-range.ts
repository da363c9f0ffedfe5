import type { TextRange } from "#domain/text/blocks";
import { offsetAt } from "./text-nodes";

/** Elements with text of their own carry where it begins in the canonical text. */
const OWNER = "[data-start]";
/** What is shown and is not of the text: page numbers, signs of lists. */
const DECORATION = "[data-decoration]";

/**
 * Translates a selection of the page into a range of the canonical text: each text node lies in an element with
 * `data-start`, and what comes before it inside that element has the length it has in the text. Only its two ends are
 * looked at: what lies between need not be on the page. `undefined` when nothing of the text is selected.
 */
export function selectionRange(
  selection: Selection | null,
  root: HTMLElement,
): TextRange | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0)
    return undefined;
  return textRange(selection.getRangeAt(0), root);
}

/** Translates a range of the page into one of the canonical text. */
export function textRange(
  range: Range,
  root: HTMLElement,
): TextRange | undefined {
  if (!range.intersectsNode(root)) return undefined;
  const start = firstText(range, root);
  const end = lastText(range, root);
  return start !== undefined && end !== undefined && end > start
    ? { start, end }
    : undefined;
}

function firstText(range: Range, root: HTMLElement): number | undefined {
  const { startContainer: container, startOffset: at } = range;
  if (isOfText(container, root)) return offsetAt(container, at);
  const walker = walkText(root);
  if (!root.contains(container)) walker.currentNode = root;
  else {
    // The place is before a child, which comes first with what it holds, or after all that is inside.
    const child = container.childNodes[at];
    if (child && isOfText(child, root)) return offsetAt(child, 0);
    walker.currentNode = child ?? lastInside(container);
  }
  const node = walker.nextNode();
  if (!node || range.comparePoint(node, 0) !== 0) return undefined;
  return offsetAt(node, 0);
}

function lastText(range: Range, root: HTMLElement): number | undefined {
  const { endContainer: container, endOffset: at } = range;
  if (isOfText(container, root) && at > 0) return offsetAt(container, at);
  const walker = walkText(root);
  const child = container.childNodes[at];
  if (root.contains(container) && (child || container instanceof Text))
    walker.currentNode = child ?? container;
  else {
    const inside = lastInside(root.contains(container) ? container : root);
    if (isOfText(inside, root)) return offsetAt(inside, inside.length);
    walker.currentNode = inside;
  }
  const node = walker.previousNode();
  if (!(node instanceof Text) || range.comparePoint(node, node.length) !== 0)
    return undefined;
  return offsetAt(node, node.length);
}

function walkText(root: HTMLElement): TreeWalker {
  return document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    isOfText(node, root) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
  );
}

function lastInside(node: Node): Node {
  let last = node;
  while (last.lastChild) last = last.lastChild;
  return last;
}

function isOfText(node: Node, root: HTMLElement): node is Text {
  const { parentElement: parent } = node;
  return (
    node instanceof Text &&
    parent !== null &&
    root.contains(parent) &&
    parent.closest(OWNER) !== null &&
    parent.closest(DECORATION) === null
  );
}
