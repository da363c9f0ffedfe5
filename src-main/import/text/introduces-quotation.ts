import { isKeyed } from "./line-kinds";
import type { Piece } from "./piece";
import { isBetweenMarks } from "./quotation-marks";

const SAYING =
  /\b(?:argu(?:ed|es|ing)|wr(?:ote|ites|iting)|written|sa(?:id|ys|ying)|stat(?:ed|es|ing)|reads?|warn(?:ed|s|ing)|not(?:ed|es|ing)|report(?:ed|s|ing)|explain(?:ed|s|ing)|conclud(?:ed|es|ing)|continu(?:ed|es|ing)|declar(?:ed|es|ing)|add(?:ed|s|ing)|told|quot(?:ed|es|ing)|cabled|repl(?:ied|ies)|respond(?:ed|s)|comment(?:ed|s|ing)|observ(?:ed|es)|maintain(?:ed|s)|assert(?:ed|s)|insist(?:ed|s)|recommend(?:ed|s)|describ(?:ed|es)|summari[sz](?:ed|es)|instruct(?:ed|s)|goes on|went on|put it|puts it|as follows|according to|in (?:his|her|its|their) words)\b/iu;
/** What is quoted without a verb of saying: "From the cable:", "Some excerpts of the letter:". */
const NAMES_DOCUMENT =
  /\b(?:cable|telegram|dispatch|despatch|memo|memorandum|letter|statement|communiqu[eé]|declaration|resolution|e-?mail|message|transcript|treaty|agreement|decree|circular|testimony|press release|diary|excerpt|extract|document)s?\b|(?<!\d )\bminutes\b|\b(?:his|her|its|their|full) text$/iu;
/** Commands to the reader and labels introduce nothing. */
const COMMAND = /^(?:read|see|note|add|watch|click|related|update|more)\b/iu;
/** Words before the colon among which the verb is looked for. */
const NEAR_END = 10;
/** From this length on a paragraph between quotation marks is a passage, not a line of talk. */
const PASSAGE = 200;
const SHORTEST = 40;

/** Tells whether a paragraph ends in a sentence with a colon after which a document, or somebody's words, are quoted. */
export function introducesQuotation(
  piece: Piece,
  next: Piece | undefined,
): boolean {
  if (piece.kind !== "paragraph" || piece.keepsLines || !next) return false;
  if (!/[:：][-–—]?$/u.test(piece.text)) return false;
  const words = lastSentence(piece.text)
    .replace(/[:：][-–—]?$/u, "")
    .split(/\s+/u);
  const isSaid = saysOrNames(words);
  if (next.kind === "list-item") return isSaid && isClassified(next);
  if (next.kind !== "paragraph") return false;
  if (isBetweenMarks(next.text))
    return (
      next.text.length >= PASSAGE ||
      (words.length >= 4 && NAMES_DOCUMENT.test(words.join(" ")))
    );
  if (next.text.length < 2 * SHORTEST && COMMAND.test(next.text)) return false;
  return isSaid && (next.text.length >= SHORTEST || isKeyed(next.lines));
}

/** Tells whether a paragraph has the classification mark that those of a cable begin with: "(C)", "(SBU)". */
export function isClassified({ text }: Piece): boolean {
  return /^(?:¶?\s?\d{1,3}\.\s*)?\((?:C|S|U|SBU|TS|C\/NF|S\/NF|C\/REL|SBU\/NF)\)/u.test(
    text,
  );
}

function saysOrNames(words: readonly string[]): boolean {
  const sentence = words.join(" ");
  if (words.length < 2 || (words.length < 6 && COMMAND.test(sentence)))
    return false;
  if (SAYING.test(words.slice(-NEAR_END).join(" "))) return true;
  // "Executive summary:" is a label, "From the cable:" introduces.
  const isPhrase =
    words.length >= 5 ||
    (words.length >= 3 &&
      /^(?:from|in|here|and|as|but|another|this)\b/iu.test(sentence));
  return isPhrase && NAMES_DOCUMENT.test(sentence);
}

function lastSentence(text: string): string {
  return (
    text
      .slice(-300)
      .split(/(?<=[\p{Ll}\d)"”][.!?]["”]?)\s+(?=\p{Lu})/u)
      .at(-1) ?? text
  );
}
