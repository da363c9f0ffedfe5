import { textOf, type Paragraph, type TableRows } from "./paragraph";
import { endsSentence, hasLeader } from "./sentence";
import { isContentsLine } from "./tables";
import type { Typography } from "./typography";

/** From this many times the body's size on, letters are a heading's. */
const LARGER = 1.12;
/** Longer ones are text in large letters. */
const LONGEST = 220;
const LONGEST_BY_FONT = 120;
/** A font that more letters than this are in is a second font of the text. */
const RARE_FONT = 0.2;

/** Names of parts that stand above smaller print. */
const NAMED =
  /^(?:abstract|summary|executive summary|contents|acknowledge?ments|notes|references|bibliography|appendix|annex|résumé|zusammenfassung|resumen|аннотация)$/iu;

/** Levels (1-6) of the paragraphs that are headings. */
export function findHeadings(
  pages: readonly (readonly (Paragraph | TableRows)[])[],
  typography: Typography,
): Map<Paragraph, number> {
  const found: { paragraph: Paragraph; size: number; tagged?: number }[] = [];
  for (const page of pages)
    page.forEach((paragraph, index) => {
      if (paragraph.shape === "table") return;
      const tagged = levelByTag(paragraph);
      const next = page[index + 1];
      const isFollowed = next !== undefined && next.shape === "text";
      if (tagged !== undefined) found.push({ paragraph, size: 0, tagged });
      else if (isLarge(paragraph, typography))
        found.push({ paragraph, size: sizeOf(paragraph) });
      else if (isFollowed && isByFont(paragraph, next, typography))
        found.push({ paragraph, size: typography.bodySize });
    });
  const sizes = ranks(
    found.filter(({ tagged }) => tagged === undefined).map(({ size }) => size),
  );
  return new Map(
    found.map(({ paragraph, size, tagged }) => [
      paragraph,
      tagged ?? Math.min(6, 1 + sizes.findIndex((rank) => size > rank * 0.97)),
    ]),
  );
}

function sizeOf(paragraph: Paragraph): number {
  return paragraph.lines[0]?.size ?? 0;
}

function levelByTag(paragraph: Paragraph): number | undefined {
  const role = paragraph.lines[0]?.tag?.role;
  if (role === "Title" || role === "H") return 1;
  const level = /^H([1-6])$/u.exec(role ?? "")?.[1];
  return level === undefined || textOf(paragraph).length > LONGEST
    ? undefined
    : Number(level);
}

function isLarge(paragraph: Paragraph, typography: Typography): boolean {
  const text = textOf(paragraph);
  return (
    sizeOf(paragraph) >= LARGER * typography.bodySize &&
    /\p{L}.*\p{L}/u.test(text) &&
    text.length <= LONGEST &&
    paragraph.kept.size < 3 &&
    !hasLeader(text)
  );
}

/** A short line in a font of its own, or in capitals, set apart from what comes before and followed by text. */
function isByFont(
  paragraph: Paragraph,
  next: Paragraph,
  typography: Typography,
): boolean {
  const text = textOf(paragraph);
  const [first] = paragraph.lines;
  if (!first || paragraph.lines.length > 2 || paragraph.kept.size > 0)
    return false;
  const isNamed = NAMED.test(text);
  if (first.size < (isNamed ? 0.8 : 0.95) * typography.bodySize) return false;
  if (text.length > LONGEST_BY_FONT || isContentsLine(first)) return false;
  if (endsSentence(text.replace(/[:\d]+$/u, "")) || /[,;]$/u.test(text))
    return false;
  if (!/^[\p{Lu}\p{Lo}\p{N}“"«¿¡(§]/u.test(text)) return false;
  if (!/\p{L}.*\p{L}/u.test(text) || /[=+<>]/u.test(text)) return false;
  if (paragraph.above < 1.2) return false;
  const isOwnFont =
    first.font !== typography.bodyFont &&
    (typography.fontShare.get(first.font) ?? 1) < RARE_FONT &&
    paragraph.lines.every((line) => line.isOneFont && line.font === first.font);
  const isCapitals =
    /^[^\p{Ll}]*$/u.test(text) && /\p{Lu}{2}.*\p{Lu}{2}/u.test(text);
  const isBeforeText =
    next.lines[0]?.font === typography.bodyFont &&
    textOf(next).length > text.length;
  return isNamed
    ? isOwnFont || isCapitals
    : isBeforeText && (isOwnFont || isCapitals);
}

/** Distinct sizes from large to small; sizes within 3 % are one. */
function ranks(sizes: readonly number[]): number[] {
  const found: number[] = [];
  for (const size of [...sizes].sort((a, b) => b - a))
    if (size < (found.at(-1) ?? Infinity) * 0.97) found.push(size);
  return found;
}
