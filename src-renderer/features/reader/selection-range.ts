import type { TextRange } from "#domain/text/blocks";

/** The block elements of a text carry where they begin in the canonical text. */
const BLOCK = "[data-start]";

/**
 * Translates a selection of the page into a range of the canonical text: each text node lies in an element with
 * `data-start`, and what comes before it inside that element has the length it has in the text. `undefined` when
 * nothing, or nothing of the text, is selected.
 */
export function selectionRange(
  selection: Selection | null,
  root: HTMLElement,
): TextRange | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0)
    return undefined;
  const range = selection.getRangeAt(0);
  if (
    !root.contains(range.commonAncestorContainer) &&
    !range.intersectsNode(root)
  )
    return undefined;
  let [start, end]: [number | undefined, number | undefined] = [
    undefined,
    undefined,
  ];
  for (const { node, offset } of textNodes(root)) {
    if (!range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (to <= from) continue;
    start ??= offset + from;
    end = offset + to;
  }
  return start === undefined || end === undefined || end <= start
    ? undefined
    : { start, end };
}

/** Every text node of the shown text with its place in the canonical text. */
export function* textNodes(
  root: HTMLElement,
): Generator<{ readonly node: Text; readonly offset: number }> {
  for (const block of root.querySelectorAll<HTMLElement>(BLOCK)) {
    let offset = Number(block.dataset["start"]);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (
        !(node instanceof Text) ||
        node.parentElement?.closest("[data-decoration]")
      )
        continue;
      if (node.parentElement?.closest(BLOCK) !== block) continue;
      yield { node, offset };
      offset += node.length;
    }
  }
}
