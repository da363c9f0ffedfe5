import type { HistoricalDate } from "#domain/historical-date";
import { findDate } from "../metadata/find-date";
import { readByline, readNames } from "./find-names";

/** What a line below a title says about who wrote the text and when. */
export interface Credit {
  readonly names: readonly string[];
  readonly date?: HistoricalDate;
  /** Nothing of the line is left over. */
  readonly isUsedUp: boolean;
}

/** Lines longer than this are text. */
const LONGEST = 160;
const DATE_WORDS =
  /\b(?:posted|published|updated|last|first|modified|created|written|date|dated|on|at|gmt|utc|est|edt|cet|msk|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|den|le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b\.?|\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?/giu;
const YEAR_ONLY = /^(c\.|ca\.|circa|about)?\s*((?:1[4-9]|20)\d{2})$/iu;

/**
 * Reads names and a date in a line. `isBesideDate` tells that the line before or after is a date: then a name may stand
 * without "By".
 */
export function readCredit(text: string, isBesideDate: boolean): Credit {
  if (text.length > LONGEST) return { names: [], isUsedUp: false };
  const year = YEAR_ONLY.exec(text);
  if (year)
    return {
      names: [],
      date: `${year[2]}${year[1] ? "~" : ""}`,
      isUsedUp: true,
    };
  const found = findDate(text);
  const bare = found
    ? withoutDateWords(
        `${text.slice(0, found.start)} | ${text.slice(found.end)}`,
      )
    : text.trim();
  if (bare === "")
    return found
      ? { names: [], date: found.date, isUsedUp: true }
      : { names: [], isUsedUp: false };
  const names =
    readByline(bare) ??
    (found || isBesideDate ? readNames(bare, 2) : undefined);
  if (!names) return { names: [], isUsedUp: false };
  return {
    names: names.names,
    ...(found ? { date: found.date } : {}),
    isUsedUp: names.rest === "",
  };
}

/** Tells whether a line says a date and nothing else. */
export function isDateOnly(text: string): boolean {
  const credit = readCredit(text, false);
  return credit.isUsedUp && credit.names.length === 0;
}

function withoutDateWords(text: string): string {
  return text
    .replace(DATE_WORDS, " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s|,;:()[\]·•/–—-]+|[\s|,;:()[\]·•/–—-]+$/gu, "");
}
