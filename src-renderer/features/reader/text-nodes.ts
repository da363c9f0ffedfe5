import type { TextRange } from "#domain/text/blocks";
import { canonicalLength, fromCanonical, toCanonical } from "./soft-hyphens";

/** Elements with text of their own carry where it begins in the canonical text. */
const OWNER = "[data-start]";

/** A text node of the page with its place in the canonical text. */
export interface PlacedText {
  readonly node: Text;
  readonly offset: number;
  /** Of the canonical text; the node may have soft hyphens beside. */
  readonly length: number;
}

/** Every text node under an element that shows the item's own text, in order; signs and labels of ours are left out. */
export function* textNodes(element: Element): Generator<PlacedText> {
  const owners = element.matches(OWNER)
    ? [element as HTMLElement]
    : element.querySelectorAll<HTMLElement>(OWNER);
  for (const owner of owners) {
    let offset = Number(owner.dataset["start"]);
    const walker = document.createTreeWalker(owner, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (
        !(node instanceof Text) ||
        node.parentElement?.closest("[data-decoration]")
      )
        continue;
      const length = canonicalLength(node);
      yield { node, offset, length };
      offset += length;
    }
  }
}

/** The stretches of text nodes that show a range of the canonical text. `nodes` are in order. */
export function piecesOf(
  nodes: readonly PlacedText[],
  { start, end }: TextRange,
): StaticRange[] {
  const pieces: StaticRange[] = [];
  for (let at = firstAfter(nodes, start); at < nodes.length; at += 1) {
    const placed = nodes[at];
    if (!placed || placed.offset >= end) break;
    const { node, offset, length } = placed;
    const from = Math.max(0, start - offset);
    const to = Math.min(length, end - offset);
    if (to > from)
      pieces.push(
        new StaticRange({
          startContainer: node,
          startOffset: fromCanonical(node, from),
          endContainer: node,
          endOffset: fromCanonical(node, to),
        }),
      );
  }
  return pieces;
}

/** A place of the canonical text that a point of a text node shows; `undefined` outside the text. */
export function offsetAt(node: Node, within: number): number | undefined {
  const owner = node.parentElement?.closest(OWNER);
  if (!owner || !(node instanceof Text)) return undefined;
  for (const placed of textNodes(owner))
    if (placed.node === node) return placed.offset + toCanonical(node, within);
  return undefined;
}

/** A live range of the page over a range of the canonical text, as far as it is on the page. */
export function domRange(root: Element, range: TextRange): Range | undefined {
  const pieces = piecesOf([...textNodes(root)], range);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return undefined;
  const made = document.createRange();
  made.setStart(first.startContainer, first.startOffset);
  made.setEnd(last.endContainer, last.endOffset);
  return made;
}

/** Index of the first node that ends after a place. */
function firstAfter(nodes: readonly PlacedText[], place: number): number {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const placed = nodes[middle];
    if (placed && placed.offset + placed.length <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
