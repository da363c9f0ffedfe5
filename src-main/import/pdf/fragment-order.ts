import type { Fragment } from "./fragment";

/** Whether most letters are written from right to left. */
export function isMostlyRtl(fragments: readonly Fragment[]): boolean {
  let balance = 0;
  for (const { isRtl, text } of fragments)
    balance += isRtl ? text.length : -text.length;
  return balance > 0;
}

/**
 * Fragments in the order they are read. pdf.js orders the letters inside a fragment; in a line from right to left the
 * fragments themselves may come in either order, and stretches from left to right inside it keep theirs.
 */
export function inOrder(fragments: readonly Fragment[]): readonly Fragment[] {
  const inked = fragments.filter(({ text }) => text.trim() !== "");
  if (!isMostlyRtl(inked)) {
    const isInOrder = inked.every((each, index) => {
      const before = inked[index - 1];
      return !before || each.left > before.left - each.size;
    });
    return isInOrder ? fragments : [...inked].sort((a, b) => a.left - b.left);
  }
  const fromRight = [...fragments].sort((a, b) => b.right - a.right);
  const ordered: Fragment[] = [];
  let foreign: Fragment[] = [];
  for (const fragment of fromRight) {
    if (!fragment.isRtl && /\p{L}|\p{N}/u.test(fragment.text)) {
      foreign.unshift(fragment);
      continue;
    }
    ordered.push(...foreign, fragment);
    foreign = [];
  }
  return [...ordered, ...foreign];
}
