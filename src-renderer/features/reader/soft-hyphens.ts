/** The sign that shows only where a line is broken at it (U+00AD). */
export const SOFT_HYPHEN = "\u00AD";

/**
 * On an element: the soft hyphens in its letters were put in for the page alone and are not of the canonical text. Letters
 * that bring soft hyphens of their own are never hyphenated, so the two are not mixed up.
 */
export const HYPHENATED = "data-hyphenated";

/** Place in the canonical text of a place in a text node, both counted from the node's beginning. */
export function toCanonical(node: Text, at: number): number {
  if (!isHyphenated(node)) return at;
  let count = 0;
  for (let index = 0; index < at; index += 1)
    if (node.data[index] !== SOFT_HYPHEN) count += 1;
  return count;
}

/** The way back; never before a soft hyphen that belongs to the letters before it. */
export function fromCanonical(node: Text, at: number): number {
  if (!isHyphenated(node)) return Math.min(at, node.length);
  let index = 0;
  for (let count = 0; index < node.length; index += 1) {
    if (node.data[index] === SOFT_HYPHEN) continue;
    if (count === at) return index;
    count += 1;
  }
  return index;
}

/** How many letters of the canonical text a text node shows. */
export function canonicalLength(node: Text): number {
  return toCanonical(node, node.length);
}

function isHyphenated(node: Text): boolean {
  return node.parentElement?.hasAttribute(HYPHENATED) === true;
}
