import { introducesQuotation, isClassified } from "./introduces-quotation";
import { isKeyed } from "./line-kinds";
import type { Piece } from "./piece";
import { withoutQuoted } from "./quotation-marks";

const DOCUMENT =
  "cable|telegram|dispatch|despatch|memo|memorandum|letter|note|statement|report|communiqu[eé]|declaration|resolution|document|e-?mail|message|text|transcript|treaty|agreement|article|clause|paragraph|passage|section|order|decree|circular|minutes|record|testimony|press release|diary|speech|analysis|summary|excerpts?|extracts?";
/** The writer speaks about the document from outside. */
const FROM_OUTSIDE = new RegExp(
  `^(?:but |and |in |later |elsewhere,? )*(?:the|this|that|another|a (?:second|third|later|separate|further)|one)\\s+(?:[\\p{L}'’-]+\\s+){0,2}(?:${DOCUMENT})s?\\b`,
  "iu",
);
const CONNECTED =
  /^(?:in addition|moreover|furthermore|additionally|instead|finally|second(?:ly)?|third(?:ly)?|similarly|likewise|nevertheless|nonetheless|therefore|accordingly|consequently|at the same time|as a result|in this (?:regard|context|vein|connection)|to date|for (?:this|these) reasons?)\b/iu;
const SAYS_WE = /\b(?:we|our|ours|us|We|Our)\b/u;
const SAYS_I = /\b(?:I|my|me|My)\b/u;
/** How one begins who takes up his own thread again. */
const TAKES_UP =
  /^(?:so|but|and|anyway|well|now|still|yet|ok|perhaps|maybe)\b/iu;
/** Four dots, or dots in brackets, are the sign of one who leaves something out of a quotation. */
const LEFT_OUT =
  /(?:\.{4,}|[[(](?:\.{3}|…)[\])])["”’)\]]*$|^(?:\.{3}|…|[[(](?:\.{3}|…)[\])])/u;
const TRAILS_OFF = /(?:\.{3}|…)["”’)\]]*$/u;
const ATTRIBUTED =
  /[“"][^“”"]+[”"],? (?:\p{Lu}|he |she |they )[^.]*\b(?:said|told|wrote)\b/u;
const WIDE_SPACES = /[.!?]["”)]? {2,}\S/u;

/** What tells the voice of a quoted document from that of the text around it. */
export interface Voice {
  /** The writer of the text around says "we" or "I", so that it tells nothing. */
  readonly writerSaysWe: boolean;
  /** The document says "I": a cable does not, a letter does. */
  readonly documentSaysI: boolean;
  /** Only the document leaves two spaces after a sentence. */
  readonly hasWideSpaces: boolean;
}

/** Hears both voices: that of the paragraphs before a quotation, and that of its first paragraph. */
export function voiceOf(before: readonly Piece[], first: Piece): Voice {
  return {
    writerSaysWe: before.some(({ text }) => {
      const own = withoutQuoted(text);
      return SAYS_WE.test(own) || SAYS_I.test(own);
    }),
    documentSaysI: SAYS_I.test(withoutQuoted(first.text)),
    hasWideSpaces: isSetWide(first) && !before.some(isSetWide),
  };
}

/** Tells whether a paragraph after a quoted one is still part of the document: only with signs of it, never by default. */
export function staysInVoice(
  piece: Piece,
  before: Piece,
  after: Piece | undefined,
  voice: Voice,
): boolean {
  if (isClassified(piece)) return true;
  if (piece.kind === "list-item" || piece.kind === "quotation")
    return before.kind !== "paragraph" || before.text.endsWith(":");
  if (piece.kind !== "paragraph") return false;
  const { text } = piece;
  if (FROM_OUTSIDE.test(text) || introducesQuotation(piece, after))
    return false;
  if (isKeyed(before.lines)) return true;
  return weigh(piece, before, voice) >= 2;
}

function weigh(piece: Piece, before: Piece, voice: Voice): number {
  const { text } = piece;
  let weight = 0;
  const own = withoutQuoted(text);
  const isFirstPerson =
    SAYS_WE.test(own) || (voice.documentSaysI && SAYS_I.test(own));
  if (!voice.writerSaysWe && isFirstPerson) weight += 2;
  if (voice.hasWideSpaces) weight += isSetWide(piece) ? 2 : -1;
  if (TAKES_UP.test(text)) weight -= 1;
  if (LEFT_OUT.test(text)) weight += 2;
  else if (TRAILS_OFF.test(before.text) || LEFT_OUT.test(before.text))
    weight += 1;
  if (CONNECTED.test(text)) weight += 1;
  if (ATTRIBUTED.test(text)) weight -= 2;
  return weight;
}

function isSetWide({ lines }: Piece): boolean {
  return lines.some(({ text }) => WIDE_SPACES.test(text));
}
