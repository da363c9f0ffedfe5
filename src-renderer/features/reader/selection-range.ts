import type { TextRange } from "#domain/text/blocks";
import { textNodes } from "./text-nodes";

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
  for (const block of selectedBlocks(range, root)) {
    for (const { node, offset } of textNodes(block)) {
      if (!range.intersectsNode(node)) continue;
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.length;
      if (to <= from) continue;
      start ??= offset + from;
      end = offset + to;
    }
  }
  return start === undefined || end === undefined || end <= start
    ? undefined
    : { start, end };
}

/** The blocks a range touches, found from where it begins: a book has too many to try them all. */
function* selectedBlocks(
  range: Range,
  root: HTMLElement,
): Generator<HTMLElement> {
  const first =
    blockOf(range.startContainer, root) ?? root.querySelector(".block");
  for (let block = first; block; block = nextBlock(block)) {
    if (!range.intersectsNode(block)) {
      if (block === first) continue;
      return;
    }
    if (block instanceof HTMLElement) yield block;
  }
}

function blockOf(node: Node, root: HTMLElement): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest(".block") ?? null;
  return block && root.contains(block) ? block : null;
}

/** The block after another, over runs that are not on the page. */
function nextBlock(block: Element): Element | null {
  if (block.nextElementSibling) return block.nextElementSibling;
  let run = block.parentElement?.nextElementSibling ?? null;
  while (run && !run.firstElementChild?.classList.contains("block"))
    run = run.nextElementSibling;
  return run?.firstElementChild ?? null;
}
