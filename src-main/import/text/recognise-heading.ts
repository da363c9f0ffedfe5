import type { Layout } from "./layout";
import { widthOf, type Line } from "./lines";

/** A heading as it is recognised by its own looks. */
export interface HeadingSigns {
  readonly level: number;
  /** How sure it is: `weak` ones need a paragraph after them. */
  readonly strength: "strong" | "weak";
  /** Stands in a series (a number, a chapter) that a list of contents may repeat. */
  readonly isCounted: boolean;
  /** Its title may stand on the next line. */
  readonly isOpen?: boolean;
}

const LONGEST = 90;
const PART =
  /^(?:part|book|volume|teil|partie|parte|часть|том)\s+(?:[ivxlcdm]+|\d+|one|two|three|four|five|first|second|third)\b/iu;
const CHAPTER =
  /^(?:chapter|act|canto|letter|lecture|lesson|stave|kapitel|chapitre|cap[ií]tulo|capitolo|глава)\s+(?:the\s+)?(?:[ivxlcdm]+|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|last)\b/iu;
const SECTION =
  /^(?:section|article|annex|appendix|scene|artikel|статья|раздел)\s+(?:[ivxlcdm]+|\d+|[a-z])\b/iu;
const NUMBERED = /^((?:\d{1,2}\.)*\d{1,2})\.?\s+\p{Lu}[^.!?]*$/u;
const ROMAN = /^(?=[IVXLC])(?:C?(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3}))\.?$/u;
const ROMAN_TITLE =
  /^(?=[IVXLC])(?:C?(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3}))\.\s+\p{Lu}/u;
const KNOWN =
  /^(?:abstract|summary|introduction|background|comment|conclusions?|contents|preface|foreword|prologue|epilogue|preamble|bibliography|references|notes|acknowledge?ments|present|apologies|discussion|decisions?|recommendations?|key points|talking points|status of this memo|table of contents|copyright notice)\.?:?$/iu;
const TERMINAL = /[.,;:!?…。！？、]["'”’)\]]*$/u;
/** Who took a picture, who pays for it, and links to elsewhere stand alone as headings do. */
const NO_TITLE =
  /\/|[©|]|\b(?:getty|images?|photo(?:s|graph)?|picture|courtesy|reuters|afp|powered by|source)\b|^(?:related|read|see|by|map|video|watch|update[ds]?)\b|\d{4}.*\d{4}|^\p{L}{1,2}:/iu;
const LONGEST_EAST_ASIAN = 30;

/** Reads a line that stands alone as a heading, if it looks like one. */
export function recogniseHeading(
  line: Line,
  layout: Layout,
): HeadingSigns | undefined {
  const { text } = line;
  if (text.length > LONGEST || !/[\p{L}\d]/u.test(text)) return undefined;
  const endsOpen = /[,;]$/u.test(text) || /\w\.["”]?$/u.test(text);
  if (PART.test(text) && !endsLikeSentence(text)) return openSigns(1);
  if (CHAPTER.test(text) && !endsLikeSentence(text)) return openSigns(2);
  if (SECTION.test(text) && !endsLikeSentence(text)) return openSigns(3);
  if (ROMAN.test(text) && text.length > 1) return openSigns(2);
  if (ROMAN_TITLE.test(text) && !endsOpen) return signs(2, true);
  if (KNOWN.test(text)) return signs(2, false);
  const depth = numberedDepth(text);
  if (depth > 0)
    return {
      level: 1 + depth,
      strength: depth > 1 ? "strong" : "weak",
      isCounted: true,
    };
  if (!layout.isAllCapitals && isCapitals(text) && !/[,;]$/u.test(text))
    return { level: 2, strength: "weak", isCounted: false };
  return isTitleLike(text)
    ? { level: 3, strength: "weak", isCounted: false }
    : undefined;
}

/** How deep a numbered line stands: "2.1. Corners" is 2 deep; 0 for one that is no title. */
function numberedDepth(text: string): number {
  // "1. Source Code." ends in a stop, but its words are those of a title.
  const bare = isTitleCase(text) ? text.replace(/\.$/u, "") : text;
  const number = NUMBERED.exec(bare)?.[1];
  // "22 Dec, 2016" is a date.
  if (!number || /^\d+\s.*\d/u.test(bare) || TERMINAL.test(bare)) return 0;
  return number.split(".").length;
}

/** Tells whether the longer words of a short line begin with capitals. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return (
    text.length <= 70 &&
    words.length > 0 &&
    words.every((word) =>
      /^(?:\p{Lu}|from|with|upon|over|into|this|that|their|your|between)/u.test(
        word,
      ),
    )
  );
}

/** Reads a line that is underlined by the next one. */
export function recogniseUnderlined(
  line: Line,
  under: Line | undefined,
): HeadingSigns | undefined {
  if (!under || line.text.length > 120) return undefined;
  const match = /^(=|-|~|\*|_|\^)\1{2,}$/u.exec(under.text);
  if (!match || startsLikeRule(line.text)) return undefined;
  const ratio = under.text.length / line.text.length;
  if (ratio < 0.5 || ratio > 2) return undefined;
  return signs(match[1] === "=" ? 2 : 3, false);
}

/** Tells whether the letters of a line, at least three, are capitals. */
export function isCapitals(text: string): boolean {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return upper >= 3 && upper >= letters * 0.9;
}

function isTitleLike(text: string): boolean {
  const words = text.split(/\s+/u);
  return (
    words.length <= 9 &&
    text.length <= 70 &&
    text.length >= 3 &&
    /^\p{Lu}/u.test(text) &&
    /\p{Ll}/u.test(text) &&
    !NO_TITLE.test(text) &&
    widthOf(text) - text.length <= LONGEST_EAST_ASIAN &&
    (!TERMINAL.test(text) || (text.endsWith("?") && words.length > 2))
  );
}

function endsLikeSentence(text: string): boolean {
  return /[,;]$/u.test(text) || (text.length > 60 && /[.!?]$/u.test(text));
}

function startsLikeRule(text: string): boolean {
  return /^[-=~*_^#+|]{2,}/u.test(text);
}

function openSigns(level: number): HeadingSigns {
  return { level, strength: "strong", isCounted: true, isOpen: true };
}

function signs(level: number, isCounted: boolean): HeadingSigns {
  return { level, strength: "strong", isCounted };
}
