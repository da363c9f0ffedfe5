import type { Line } from "./lines";

/** Lines joined to one text, with the pages that begin in it. */
export interface JoinedText {
  readonly text: string;
  readonly pages: readonly {
    readonly label: string;
    readonly offset: number;
  }[];
}

/** The words of a text, for telling how a word that was cut at a line's end is written. */
export interface Vocabulary {
  has(word: string): boolean;
  /** Share of the lines that end in a hyphen: high where words were divided. */
  readonly hyphenShare: number;
}

/** Prefixes that keep their hyphen when nothing else tells. */
const HYPHENATED =
  /^(?:non|well|self|ex|co|anti|pro|so|semi|half|multi|post|pre|inter|mid|vice|all|far|long|short|high|low|north|south|east|west)$/iu;
const EAST_ASIAN = /[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/u;
const DIVIDED = 0.04;

/** Collects the words of a text, in lower case, with those that have hyphens. */
export function collectWords(lines: readonly Line[]): Vocabulary {
  const words = new Set<string>();
  let hyphens = 0;
  for (const { text } of lines) {
    if (/\p{Ll}-$/u.test(text)) hyphens += 1;
    // The pieces of a divided word at a line's end are no words.
    for (const [word] of text
      .replace(/[\p{L}\p{N}]+-$/u, "")
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu))
      words.add(word);
  }
  return {
    has: (word) => words.has(word.toLowerCase()),
    hyphenShare: hyphens / Math.max(1, lines.length),
  };
}

/** Joins lines that were broken for their width; `separator` is `\n` where the breaks are meant. */
export function joinLines(
  lines: readonly Line[],
  words: Vocabulary,
  separator: " " | "\n" = " ",
): JoinedText {
  const pages: { label: string; offset: number }[] = [];
  let text = "";
  // Only the line before is looked at, not all that was joined: a paragraph may be long.
  let before = "";
  for (const line of lines) {
    if (text !== "") {
      const glue = separator === "\n" ? "\n" : glueOf(before, line.text, words);
      if (glue === undefined) text = text.slice(0, -1);
      else text += glue;
    }
    if (line.page !== undefined)
      pages.push({ label: line.page, offset: text.length });
    text += separator === "\n" ? line.text : line.text.replace(/[ \t]+/gu, " ");
    before = line.text;
  }
  return { text, pages };
}

/** What stands between two lines that are one: a space, nothing, or `undefined` to take the hyphen away. */
function glueOf(
  before: string,
  after: string,
  words: Vocabulary,
): string | undefined {
  const head = /(\p{L}[\p{L}\p{N}]*)-$/u.exec(before)?.[1];
  if (head === undefined) {
    const isOneWord =
      /[\p{L}\p{N}][-/]$/u.test(before) && !/\s[-/]$/u.test(before);
    if (isOneWord) return "";
    return EAST_ASIAN.test(before.at(-1) ?? "") &&
      EAST_ASIAN.test(after.charAt(0))
      ? ""
      : " ";
  }
  const tail = /^\p{L}[\p{L}\p{N}]*/u.exec(after)?.[0];
  // "two- and three-year terms"
  if (tail === undefined || /^(?:and|or|und|oder|et|ou|y|o|e)$/u.test(tail))
    return " ";
  return keepsHyphen(head, tail, words) ? "" : undefined;
}

function keepsHyphen(head: string, tail: string, words: Vocabulary): boolean {
  if (words.has(`${head}-${tail}`)) return true;
  if (words.has(head + tail)) return false;
  if (/^\p{Lu}/u.test(tail) || /^\p{Lu}+$/u.test(head)) return true;
  if (HYPHENATED.test(head)) return true;
  if (words.hyphenShare >= DIVIDED) return false;
  return words.has(head) && words.has(tail);
}
