import { isKeyed } from "./line-kinds";
import type { Piece } from "./piece";

const DOCUMENT =
  "cable|telegram|dispatch|despatch|memo|memorandum|letter|note|statement|report|communiqu[eé]|declaration|resolution|document|e-?mail|message|text|transcript|treaty|agreement|article|clause|paragraph|passage|section|order|decree|circular|minutes|record|testimony|press release|diary|speech|analysis|summary|excerpts?|extracts?";
const SAYING =
  /\b(?:argu(?:ed|es|ing)|wr(?:ote|ites|iting)|written|sa(?:id|ys|ying)|stat(?:ed|es|ing)|reads?|warn(?:ed|s|ing)|not(?:ed|es|ing)|report(?:ed|s|ing)|explain(?:ed|s|ing)|conclud(?:ed|es|ing)|continu(?:ed|es|ing)|declar(?:ed|es|ing)|add(?:ed|s|ing)|told|quot(?:ed|es|ing)|cabled|repl(?:ied|ies)|respond(?:ed|s)|comment(?:ed|s|ing)|observ(?:ed|es)|maintain(?:ed|s)|assert(?:ed|s)|insist(?:ed|s)|recommend(?:ed|s)|describ(?:ed|es)|summari[sz](?:ed|es)|instruct(?:ed|s)|goes on|went on|put it|as follows|according to|in (?:his|her|its|their|the) words)\b/iu;
const NAMES_DOCUMENT = new RegExp(`\\b(?:${DOCUMENT})s?\\b`, "iu");
/** The writer speaks about the document from outside. */
const FROM_OUTSIDE = new RegExp(
  `^(?:but |and |in |later |elsewhere,? )*(?:the|this|that|another|a (?:second|third|later|separate|further)|one)\\s+(?:[\\p{L}'’-]+\\s+){0,2}(?:${DOCUMENT})s?\\b`,
  "iu",
);
const CONNECTED =
  /^(?:in addition|moreover|furthermore|additionally|instead|finally|second(?:ly)?|third(?:ly)?|similarly|likewise|nevertheless|nonetheless|therefore|accordingly|consequently|at the same time|as a result|in this (?:regard|context|vein|connection)|to date|for (?:this|these) reasons?)\b/iu;
const FIRST_PERSON = /\b(?:we|our|ours|us|I|my|me)\b/u;
const FIRST_PERSON_START = /\b(?:We|Our)\b/u;
const ELLIPSIS = /(?:\.{3,}|…)["”’)\]]*$|^(?:\.{3}|…|\[(?:\.{3}|…)\])/u;
/** From this length on a paragraph between quotation marks is a passage, not a line of talk. */
const PASSAGE = 200;
/** How far a quotation without marks may run. */
const MOST_PARAGRAPHS = 40;
/** From so many paragraphs before it is known whether the writer says "we". */
const LOOK_BACK = 60;

/**
 * Makes quotations of documents that a text quotes without indenting them: after a sentence with a colon that names a
 * document or says that somebody speaks, as far as the voice stays that of the document.
 */
export function quoteDocuments(pieces: readonly Piece[]): Piece[] {
  const quoted = new Set<number>();
  pieces.forEach((piece, index) => {
    if (!quoted.has(index) && introduces(piece, pieces[index + 1]))
      markQuotation(pieces, index, quoted);
  });
  markOpenQuotations(pieces, quoted);
  return pieces.map((piece, index) =>
    quoted.has(index) && piece.kind === "paragraph"
      ? { ...piece, kind: "quotation", level: 1 }
      : piece,
  );
}

function introduces(piece: Piece, next: Piece | undefined): boolean {
  if (piece.kind !== "paragraph" || piece.keepsLines || !next) return false;
  if (!piece.text.endsWith(":") || next.kind !== "paragraph") return false;
  const sentence = lastSentence(piece.text);
  const words = sentence.split(/\s+/u).length;
  // "Executive summary:" is a label, "It says:" introduces.
  const isSaid =
    words >= 2 &&
    (SAYING.test(sentence) || (words >= 4 && NAMES_DOCUMENT.test(sentence)));
  if (isBetweenMarks(next.text))
    return next.text.length >= PASSAGE || NAMES_DOCUMENT.test(sentence);
  return isSaid && (next.text.length >= 40 || isKeyed(next.lines));
}

function lastSentence(text: string): string {
  return (
    text
      .slice(-300)
      .split(/(?<=[\p{Ll}\d)"”][.!?]["”]?)\s+(?=\p{Lu})/u)
      .at(-1) ?? text
  );
}

function markQuotation(
  pieces: readonly Piece[],
  intro: number,
  quoted: Set<number>,
): void {
  const before = pieces
    .slice(Math.max(0, intro - LOOK_BACK), intro + 1)
    .filter(
      (piece) =>
        piece.kind === "paragraph" &&
        !quoted.has(pieces.indexOf(piece, Math.max(0, intro - LOOK_BACK))),
    )
    .map(({ text }) => text)
    .join("\n");
  const writerSaysWe =
    FIRST_PERSON.test(withoutMarks(before)) ||
    FIRST_PERSON_START.test(withoutMarks(before));
  const first = pieces[intro + 1];
  if (!first) return;
  quoted.add(intro + 1);
  // A passage between marks ends with them; one with a document's own head runs on like any other.
  if (isBetweenMarks(first.text)) return;
  for (
    let at = intro + 2;
    at < pieces.length && at - intro <= MOST_PARAGRAPHS;
    at += 1
  ) {
    const [piece, last] = [pieces[at], pieces[at - 1]];
    if (
      !piece ||
      !last ||
      !staysInVoice(piece, last, pieces[at + 1], writerSaysWe)
    )
      return;
    quoted.add(at);
  }
}

function staysInVoice(
  piece: Piece,
  before: Piece,
  after: Piece | undefined,
  writerSaysWe: boolean,
): boolean {
  if (piece.kind === "list-item" || piece.kind === "quotation")
    return before.kind !== "paragraph" || before.text.endsWith(":");
  if (piece.kind !== "paragraph") return false;
  const { text } = piece;
  if (FROM_OUTSIDE.test(text) || introduces(piece, after)) return false;
  if (isKeyed(before.lines)) return true;
  const bare = withoutMarks(text);
  let signs = 0;
  if (
    !writerSaysWe &&
    (FIRST_PERSON.test(bare) || FIRST_PERSON_START.test(bare))
  )
    signs += 2;
  if (ELLIPSIS.test(before.text) || ELLIPSIS.test(text)) signs += 1;
  if (CONNECTED.test(text)) signs += 1;
  if (/^(?:¶?\s?\d{1,3}\.\s*)?\((?:C|S|U|SBU|C\/NF|S\/NF)\)/u.test(text))
    signs += 3;
  if (
    /[“"][^“”"]+[”"],? (?:\p{Lu}|he |she |they )[^.]*\b(?:said|told|wrote)\b/u.test(
      text,
    )
  )
    signs -= 2;
  if (text.endsWith(":") && SAYING.test(lastSentence(text))) signs -= 3;
  return signs >= 2;
}

/** A quotation of several paragraphs opens its marks before each and closes them after the last. */
function markOpenQuotations(
  pieces: readonly Piece[],
  quoted: Set<number>,
): void {
  let start: number | undefined;
  pieces.forEach((piece, index) => {
    const opens = piece.kind === "paragraph" && /^[“"«]/u.test(piece.text);
    const closes = /[”"»]$/u.test(piece.text);
    if (!opens) start = undefined;
    else if (
      !closes &&
      !/[”»]/u.test(piece.text) &&
      countMarks(piece.text) === 1
    )
      start ??= index;
    else if (start !== undefined && isBetweenMarks(piece.text)) {
      for (let at = start; at <= index; at += 1) quoted.add(at);
      start = undefined;
    } else start = undefined;
  });
}

function countMarks(text: string): number {
  return text.match(/["“«]/gu)?.length ?? 0;
}

/** Tells whether one pair of quotation marks stands around a whole paragraph. */
function isBetweenMarks(text: string): boolean {
  const inner = /^(?:“([^“”]*)”|"([^"]*)"|«([^«»]*)»|„([^„“”]*)[“”])$/u.exec(
    text.replace(/[.,]$/u, ""),
  );
  return inner !== null;
}

function withoutMarks(text: string): string {
  return text.replace(/“[^”]*”|"[^"]*"|«[^»]*»/gu, "");
}
