/** F1 over the multisets of word trigrams of two lower-cased texts; texts of fewer words are compared whole. */
export function similarity(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  let shared = 0;
  for (const [gram, count] of left)
    shared += Math.min(count, right.get(gram) ?? 0);
  const total = sum(left) + sum(right);
  return total === 0 ? 1 : (2 * shared) / total;
}

/** Words of a text: letters, digits and what joins them. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function trigrams(text: string): Map<string, number> {
  const words = wordsOf(text);
  const size = Math.min(3, words.length);
  const grams = new Map<string, number>();
  if (size === 0) return grams;
  for (let at = 0; at + size <= words.length; at += 1) {
    const gram = words.slice(at, at + size).join(" ");
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

function sum(grams: ReadonlyMap<string, number>): number {
  return [...grams.values()].reduce((total, count) => total + count, 0);
}
