import { tick } from "svelte";
import type { TextView } from "./text-view.svelte";
import { textRange } from "./selection-range";

/**
 * Keeps both ends of the selection, and what has the focus, on the page however far the view goes from them, and copies
 * the letters of the text, with all that lies between the ends and is not on the page. Returns how to stop.
 */
export function keepSelection(view: TextView): () => void {
  const { article, scroller, item } = view;
  if (!article || !scroller) return () => undefined;
  const events = new AbortController();
  const { signal } = events;

  function offsetOf(node: Node | null): number | undefined {
    const element = node instanceof Element ? node : node?.parentElement;
    const segment = element?.closest<HTMLElement>(".segment");
    return segment && article?.contains(segment)
      ? Number(segment.dataset["from"])
      : undefined;
  }
  const hold = (owner: string, nodes: readonly (Node | null)[]): void =>
    view.runs.hold(
      owner,
      nodes.map(offsetOf).filter((each) => each !== undefined),
    );

  document.addEventListener(
    "selectionchange",
    () => {
      const selection = getSelection();
      const isNone = !selection || selection.isCollapsed;
      hold(
        "selection",
        isNone ? [] : [selection.anchorNode, selection.focusNode],
      );
    },
    { signal },
  );
  article.addEventListener(
    "focusin",
    ({ target }) => hold("focus", [target as Node]),
    { signal },
  );
  article.addEventListener("focusout", () => hold("focus", []), { signal });
  scroller.addEventListener(
    "copy",
    (event) => {
      const selection = getSelection();
      if (!selection || selection.isCollapsed) return;
      const range = textRange(selection.getRangeAt(0), article);
      if (!range) return;
      event.preventDefault();
      event.clipboardData?.setData(
        "text/plain",
        item.text.slice(range.start, range.end),
      );
    },
    { signal },
  );
  return () => events.abort();
}

/** Selects the whole text, of which only the two ends need be on the page. */
export async function selectAll(view: TextView): Promise<void> {
  const { article, runs, item } = view;
  const last = item.blocks.at(-1);
  if (!article || !last) return;
  runs.hold("selection", [0, last.start]);
  view.look();
  await tick();
  const segments = article.getElementsByClassName("segment");
  const [from, to] = [segments[0], segments[segments.length - 1]];
  if (from && to)
    getSelection()?.setBaseAndExtent(from, 0, to, to.childNodes.length);
}
