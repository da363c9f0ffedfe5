import type { Line } from "./lines";

/** Lines that stand together, without a blank line between them and at one depth of quoting. */
export type Chunk = readonly Line[];

/** Groups lines at blank lines and where the depth of quoting changes. */
export function cutChunks(lines: readonly Line[]): Chunk[] {
  const chunks: Line[][] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const chunk = chunks.at(-1);
    if (chunk && before && line.gap === 0 && line.quote === before.quote)
      chunk.push(line);
    else chunks.push([line]);
    before = line;
  }
  return chunks;
}

/** In a double-spaced text every line stands alone though the sentence goes on: single blank lines mean nothing there. */
export function closeDoubleSpacing(lines: readonly Line[]): readonly Line[] {
  const rest = lines.slice(1);
  if (rest.length < 8) return lines;
  const spaced = rest.filter(({ gap }) => gap > 0).length;
  const goingOn = rest.filter(({ text }) => /^\p{Ll}/u.test(text)).length;
  const isShort = lines.every(({ right }) => right <= 120);
  return isShort && spaced >= rest.length * 0.9 && goingOn >= rest.length * 0.5
    ? lines.map((line) => ({ ...line, gap: Math.max(0, line.gap - 1) }))
    : lines;
}
