import type { TextRange } from "./blocks";

/** Pieces in which a person takes hold of a text. */
export type TextUnit = "sentence" | "word" | "paragraph";

/** After these a full stop ends no sentence; the segmenter of the Unicode standard (UAX 29) does not know them. */
const ABBREVIATION =
  /(?:^|[\s("“‘])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Adm|Amb|Sen|Rep|Gov|Pres|Hon|Rev|St|No|Nos|Art|Arts|Vol|vol|pp?|ca|cf|vs|Nr|Hr|Abs|bzw|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.K|U\.N|e\.g|i\.e)\.\s*$/u;

/**
 * The units of a stretch of text, in order, without the white space around them. `language` (BCP 47) may be empty or
 * unknown: the rules then are those that hold for most languages.
 */
export function unitsOf(
  text: string,
  { start, end }: TextRange,
  unit: TextUnit,
  language = "",
): TextRange[] {
  if (unit === "paragraph") return trimmed(text, { start, end });
  const segments = [
    ...segmenter(unit, language).segment(text.slice(start, end)),
  ];
  if (unit === "word")
    return segments
      .filter(({ isWordLike }) => isWordLike)
      .map(({ index, segment }) => ({
        start: start + index,
        end: start + index + segment.length,
      }));
  const sentences: TextRange[] = [];
  let from = start;
  for (const { index, segment } of segments) {
    const until = start + index + segment.length;
    if (until < end && goesOn(text, from, until)) continue;
    sentences.push(...trimmed(text, { start: from, end: until }));
    from = until;
  }
  return sentences;
}

/** The sentences that a passage lies in, as one stretch: what the passage is quoted with. */
export function sentencesAround(
  text: string,
  block: TextRange,
  passage: TextRange,
  language = "",
): TextRange {
  const touched = unitsOf(text, block, "sentence", language).filter(
    ({ start, end }) => start < passage.end && end > passage.start,
  );
  return {
    start: Math.min(passage.start, touched[0]?.start ?? passage.start),
    end: Math.max(passage.end, touched.at(-1)?.end ?? passage.end),
  };
}

/** After an abbreviation, and before a small letter (“Why?” he asked), a sentence goes on. */
function goesOn(text: string, from: number, until: number): boolean {
  return (
    /\p{Ll}/uy.test(text.charAt(until)) ||
    ABBREVIATION.test(text.slice(from, until))
  );
}

function trimmed(text: string, { start, end }: TextRange): TextRange[] {
  let [from, until] = [start, end];
  while (from < until && /\s/u.test(text.charAt(from))) from += 1;
  while (until > from && /\s/u.test(text.charAt(until - 1))) until -= 1;
  return until > from ? [{ start: from, end: until }] : [];
}

function segmenter(
  granularity: "sentence" | "word",
  language: string,
): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || undefined, { granularity });
  } catch {
    return new Intl.Segmenter(undefined, { granularity });
  }
}
