import { findDate } from "../metadata/find-date";
import { readByline } from "./find-names";
import { isRule } from "./line-kinds";
import type { Line } from "./lines";
import { readCredit } from "./read-credit";

/** A title found at the top of a text. */
export interface FoundTitle {
  readonly title: string;
  /** The site that a saved page's own title names after the article's. */
  readonly publisher?: string;
}

const LONGEST = 160;
/** The head of a form or a memorandum, with something at either margin. */
const SET_IN_COLUMNS = /\S(?: {4,}|\t)\S/u;

/** Finds the title among the lines at the top: one that is repeated, else the first that looks like one. */
export function findTitle(
  head: readonly Line[],
  hasMore: boolean,
): FoundTitle | undefined {
  const repeated = head.find(
    ({ text }, index) =>
      foldTitle(text).length > 3 &&
      head
        .slice(index + 1)
        .some((other) => foldTitle(other.text) === foldTitle(text)),
  );
  if (repeated) return { title: clean(repeated.text) };
  const first = head.findIndex(
    ({ text }) =>
      !isRule(text) &&
      !SET_IN_COLUMNS.test(text) &&
      !readCredit(text, false).isUsedUp,
  );
  const line = head[first];
  if (!line || !(hasMore || head.length > first + 1)) return undefined;
  const next = head[first + 1];
  const publisher = next && siteAfterTitle(line.text, next.text);
  if (publisher) return { title: clean(next.text), publisher };
  if (!isTitle(line.text) || (next && runsOn(line, next))) return undefined;
  const goesOn = next && next.gap === 0 && isTitleContinued(line, next);
  return { title: clean(goesOn ? `${line.text} ${next.text}` : line.text) };
}

/** Tells whether a line is the title, once more or in part, with or without the site's name. */
export function saysTitle(
  head: readonly Line[],
  index: number,
  title: string,
): boolean {
  const [before, line, after] = [head[index - 1], head[index], head[index + 1]];
  if (!line) return false;
  const whole = foldTitle(title);
  if (whole === "") return false;
  if (foldTitle(line.text) === whole) return true;
  if (after && siteAfterTitle(line.text, after.text))
    return foldTitle(after.text) === whole;
  return (
    (after?.gap === 0 && foldTitle(line.text + after.text) === whole) ||
    (line.gap === 0 &&
      before !== undefined &&
      foldTitle(before.text + line.text) === whole)
  );
}

/** A title's letters and digits, for comparing. */
export function foldTitle(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function siteAfterTitle(text: string, next: string): string | undefined {
  if (next.length < 8 || !text.toLowerCase().startsWith(next.toLowerCase()))
    return undefined;
  return /^\s*(?:\||[-–—:»•]|::)\s*(\S.{1,60})$/u.exec(
    text.slice(next.length),
  )?.[1];
}

function isTitle(text: string): boolean {
  return (
    /\p{L}/u.test(text) &&
    text.length <= LONGEST &&
    !/[,;:]$/u.test(text) &&
    !/^(?:dear|to whom)\b/iu.test(text) &&
    (!text.endsWith(".") || /\b(?:\p{Lu}|Inc|Ltd|Jr|Sr|Co)\.$/u.test(text))
  );
}

/** The first line of a paragraph is no title: under one stands a blank line, who wrote it, or a line of another kind. */
function runsOn(line: Line, next: Line): boolean {
  if (
    next.gap > 0 ||
    isRule(next.text) ||
    readCredit(next.text, false).isUsedUp
  )
    return false;
  if (isCapitals(line.text) || next.text.length > LONGEST) return false;
  return !(line.right < next.right * 0.7 && /^["“(]*\p{Lu}/u.test(next.text));
}

function isTitleContinued(line: Line, next: Line): boolean {
  if (readByline(next.text) || findDate(next.text)) return false;
  return (
    /^\p{Ll}/u.test(next.text) ||
    /[-–—:,]$|\b(?:and|of|the|in|for|to|with|on|a)$/iu.test(line.text) ||
    (isCapitals(line.text) && isCapitals(next.text) && line.text.length > 30)
  );
}

function isCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text);
}

function clean(title: string): string {
  return title
    .replace(/\s+/gu, " ")
    .replace(/^["“](.*)["”]$/u, "$1")
    .replace(/^[*_=#\s]+|[*_=#\s]+$/gu, "");
}
