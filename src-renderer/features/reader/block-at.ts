/** The block in which a place of the text lies, if it is on the page. */
export function blockAt(
  offset: number,
  root: HTMLElement,
): HTMLElement | undefined {
  const segment = lastAtMost(root.getElementsByClassName("segment"), offset);
  return segment && lastAtMost(segment.getElementsByClassName("block"), offset);
}

/** Of elements in order, the last that begins at or before an offset. */
function lastAtMost(
  nodes: HTMLCollectionOf<Element>,
  offset: number,
): HTMLElement | undefined {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number((nodes[middle] as HTMLElement).dataset["from"]) <= offset)
      low = middle + 1;
    else high = middle;
  }
  return nodes[Math.max(0, low - 1)] as HTMLElement | undefined;
}
