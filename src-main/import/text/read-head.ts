import type { ItemKind } from "#domain/library/item";
import { findDate } from "../metadata/find-date";
import { readByline, readNames } from "./find-names";
import { findTitle, saysTitle } from "./find-title";
import { kindOf } from "./kind-of";
import { endsSentence, isRule, startsItem } from "./line-kinds";
import type { Line } from "./lines";
import { isDateOnly, readCredit } from "./read-credit";
import { readFieldsHead } from "./read-fields-head";

/** What the top of a text says about it, and the lines that remain. */
export interface TextHead {
  readonly title?: string;
  readonly creators: readonly string[];
  readonly date?: string;
  readonly kind?: ItemKind;
  readonly publisher?: string;
  readonly url?: string;
  readonly language?: string;
  readonly tags?: readonly string[];
  /** How many of the first lines are a head of fields, each of which stays a line. */
  readonly headerCount?: number;
  readonly lines: readonly Line[];
}

/** Lines longer than this are text. */
const LONGEST = 160;
const MOST_LINES = 14;
/** After so many lines that say nothing known, the text has begun. */
const MOST_UNKNOWN = 3;
const DONE =
  /^(?:held|adopted|done|signed|issued|dated|released|approved|delivered|given|revised|effective|version [\d.]+)\b/iu;
const PLACE = /^\p{Lu}[\p{L} .’'/-]{1,40}(?:\([^)]*\))?,$/u;

/**
 * Reads title, byline and date at the top of a text. A line is taken out only when all it says went into the metadata;
 * a title that is repeated is taken out each time.
 */
export function readHead(lines: readonly Line[]): TextHead {
  const fields = readFieldsHead(lines);
  if (fields) return fields;
  const headCount = countHeadLines(lines);
  const head = lines.slice(0, headCount);
  const title = findTitle(head, lines.length > headCount);
  const credited = withLoneName(
    takeCredits(head, title?.title),
    lines.slice(headCount),
    title?.title,
  );
  const date =
    credited.date ?? dateWithin(credited.rest, lines[headCount]?.text ?? "");
  const kind = title && kindOf(title.title);
  // A text that is nothing but its head keeps it.
  const body = [...credited.rest, ...lines.slice(headCount)];
  return {
    ...title,
    creators: credited.creators,
    ...(date === undefined ? {} : { date }),
    ...(kind ? { kind } : {}),
    lines: body.length > 0 ? body : lines,
  };
}

/** Short lines at the top, up to the first that is part of the text. */
function countHeadLines(lines: readonly Line[]): number {
  let count = 0;
  for (const [index, line] of lines.slice(0, MOST_LINES).entries()) {
    const isSentence = line.text.length > 100 && endsSentence(line.text);
    if (line.text.length > LONGEST || isSentence) break;
    if (line.quote > 0) break;
    if (startsItem(line.text) && !isDateOnly(line.text)) break;
    if (beginsParagraph(lines, index)) break;
    count = index + 1;
  }
  return count;
}

/** Three lines without a blank one between them are a paragraph, unless they say who and when. */
function beginsParagraph(lines: readonly Line[], index: number): boolean {
  const run = lines.slice(index, index + 3);
  const isRun =
    run.length === 3 &&
    run.slice(1).every(({ gap }) => gap === 0) &&
    (index === 0 || (run[0]?.gap ?? 0) > 0) &&
    !run.some(({ text }) => readByline(text) || findDate(text));
  const letters = run.reduce((sum, { text }) => sum + text.length, 0);
  return isRun && (index > 0 || letters > 180);
}

interface Credited {
  readonly creators: readonly string[];
  readonly date?: string;
  readonly rest: readonly Line[];
}

function takeCredits(
  head: readonly Line[],
  title: string | undefined,
): Credited {
  const rest: Line[] = [];
  let creators: readonly string[] = [];
  let date: string | undefined;
  let unknown = 0;
  let gap = 0;
  const keep = (line: Line): void => {
    // What stood apart before a line went stands apart after it.
    rest.push(gap > line.gap ? { ...line, gap } : line);
    gap = 0;
  };
  head.forEach((line, index) => {
    const isGone =
      (title !== undefined && saysTitle(head, index, title)) ||
      (isRule(line.text) && rest.length === 0);
    if (isGone) return void (gap = Math.max(gap, line.gap));
    if (unknown > MOST_UNKNOWN) return keep(line);
    const credit = readCredit(line.text, isBesideDate(head, index));
    if (creators.length === 0) creators = credit.names;
    date ??= credit.date;
    if (credit.isUsedUp) return void (gap = Math.max(gap, line.gap));
    unknown += 1;
    keep(line);
  });
  return { creators, rest, ...(date === undefined ? {} : { date }) };
}

/** A line below the title that is a name, though nothing says so: of two or three words that the text never writes small. */
function withLoneName(
  credited: Credited,
  body: readonly Line[],
  title: string | undefined,
): Credited {
  const [first, ...rest] = credited.rest;
  if (credited.creators.length > 0 || title === undefined || !first)
    return credited;
  const next = rest[0] ?? body[0];
  const stands = next !== undefined && next.gap > 0 && first.gap > 0;
  const names = stands ? readNames(first.text, 2) : undefined;
  const words = first.text.split(" ");
  const [name, ...more] = names?.names ?? [];
  if (name === undefined || more.length > 0 || names?.rest !== "")
    return credited;
  if (words.length > 3 || title.includes(first.text)) return credited;
  const isWritten = body.some(({ text }) =>
    words.some((word) => text.includes(` ${word.toLowerCase()} `)),
  );
  return isWritten ? credited : { ...credited, creators: [name], rest };
}

function isBesideDate(head: readonly Line[], index: number): boolean {
  return [head[index - 1], head[index + 1]].some(
    (line) =>
      line !== undefined && (isDateOnly(line.text) || isDatedCredit(line.text)),
  );
}

/** "Submitted by anna on Wed, 02/09/2011" */
function isDatedCredit(text: string): boolean {
  return (
    text.length <= 80 &&
    /^(?:submitted|posted|published|updated|written)\b/iu.test(text) &&
    findDate(text) !== undefined
  );
}

/** The date of a line that says when it was held or signed, or of the dateline of a report. Both lines stay. */
function dateWithin(
  head: readonly Line[],
  firstText: string,
): string | undefined {
  for (const { text } of head) {
    const found = text.length <= 100 ? findDate(text) : undefined;
    const lead = found ? text.slice(0, found.start).trim() : "";
    if (found && (DONE.test(lead) || PLACE.test(lead))) return found.date;
  }
  const start = firstText.slice(0, 80);
  const found = findDate(start);
  const lead = found ? start.slice(0, found.start).trim() : "";
  const isDateline =
    found &&
    (lead === "" || PLACE.test(lead)) &&
    /^\s*(?:\([^)]*\))?\s*(?:--|[-–—])/u.test(firstText.slice(found.end));
  return isDateline ? found.date : undefined;
}
