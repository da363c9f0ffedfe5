import { wordsOf } from "../search/words";
import type { TextRange } from "../text/blocks";

/** Hidden words of a cloze stand in `{{…}}`. */
const HIDDEN = /\{\{(.+?)\}\}/gsu;
const BLANK = "_____";

/** The question as it is asked: a blank for each stretch of hidden words. */
export function withBlanks(cloze: string): string {
  return cloze.replace(HIDDEN, BLANK);
}

/** The stretches of words that a cloze hides, in order. */
export function hiddenWords(cloze: string): string[] {
  return [...cloze.matchAll(HIDDEN)].map(([, words = ""]) => words);
}

/** A text in which braces could be taken for hidden words; they are told apart by a thin space. */
export function escapeBraces(text: string): string {
  return text.replaceAll("{{", "{\u2009{").replaceAll("}}", "}\u2009}");
}

/**
 * Hides the whole words that a selection of a cloze touches, or shows them again when it lies in hidden ones. The cloze
 * stays as it is when no word is touched.
 */
export function toggleHidden(cloze: string, { start, end }: TextRange): string {
  const hidden = [...cloze.matchAll(HIDDEN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    words: match[1] ?? "",
  }));
  const touched = hidden.filter(
    (each) => each.start < Math.max(end, start + 1) && each.end > start,
  );
  if (touched.length > 0) {
    return touched.reduceRight(
      (text, each) =>
        text.slice(0, each.start) + each.words + text.slice(each.end),
      cloze,
    );
  }
  const words = wordsOf(cloze).filter(
    (word) => word.start < Math.max(end, start + 1) && word.end > start,
  );
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return cloze;
  return `${cloze.slice(0, first.start)}{{${cloze.slice(first.start, last.end)}}}${cloze.slice(last.end)}`;
}
