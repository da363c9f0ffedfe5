/** What a paragraph begins with when it is an item of a list. */
export interface ListMarker {
  readonly kind: "bullet" | "number" | "letter";
  /** For numbers. */
  readonly value?: number;
  /** Length of the marker with the space after it. */
  readonly length: number;
}

// Bullets as letters; signs of the fonts Symbol and Wingdings stand in the private use area.
const BULLET =
  /^(?:[•◦▪▫●○■□◆◇‣⁃∙·➢➤►▶▸✓✔❖\uF0B7\uF0A7\uF0D8\uF0FC\uF0A8\uF076]\s*|[*–—\uE000-\uF8FF-]\s+)(?=\S)/u;
const NUMBER = /^\(?(\d{1,3})[.)]\s+(?=\S)/u;
const LETTER = /^(?:\(\p{Ll}{1,4}\)|\p{Ll}\)|[ivx]{1,5}[.)])\s+(?=\S)/u;

/** The marker a line begins with, if any. */
export function listMarker(text: string): ListMarker | undefined {
  const bullet = BULLET.exec(text);
  if (bullet) return { kind: "bullet", length: bullet[0].length };
  const number = NUMBER.exec(text);
  if (number)
    return {
      kind: "number",
      value: Number(number[1]),
      length: number[0].length,
    };
  const letter = LETTER.exec(text);
  return letter ? { kind: "letter", length: letter[0].length } : undefined;
}

/** Whether a cell holds nothing but such a marker. */
export function isMarkerAlone(cell: string): boolean {
  return listMarker(`${cell} x`)?.length === cell.length + 1;
}
