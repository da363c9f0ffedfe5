import { parseHistoricalDate } from "../historical-date";
import { STANCES } from "../knowledge/stance";
import type { ComplaintCode } from "./complaint";
import { TEXT_KINDS } from "./hit";
import type { FilterField, FilterTerm, FilterValue } from "./query";

const DUE_WORDS: Readonly<Record<string, "now" | number>> = {
  now: "now",
  today: 0,
  tomorrow: 1,
  week: 7,
  month: 30,
};

type ValueRead =
  | FilterValue
  /** It may still become a value when it is typed on. */
  | "begun"
  | ComplaintCode;

/** Reads the value of a filter. Without a term and without a complaint it is not finished yet. */
export function readFilter(
  field: FilterField,
  text: string,
  place: Omit<FilterTerm, "kind" | "value">,
): { readonly term?: FilterTerm; readonly complaint?: ComplaintCode } {
  const value = valueOf(field, text.trim(), place.isUnfinished);
  if (typeof value === "object")
    return { term: { kind: "filter", value, ...place } };
  return value === "begun" ? {} : { complaint: value };
}

function valueOf(
  field: FilterField,
  text: string,
  isUnfinished: boolean,
): ValueRead {
  const typed = text.toLowerCase();
  switch (field) {
    case "kind": {
      const kind = chosen(TEXT_KINDS, typed);
      return kind
        ? { field, kind }
        : begun(TEXT_KINDS, typed, isUnfinished) || "kind-unknown";
    }
    case "stance": {
      const stance = chosen(STANCES, typed.replaceAll(" ", "-"));
      return stance
        ? { field, stance }
        : begun(STANCES, typed, isUnfinished) || "stance-unknown";
    }
    case "lang":
      if (/^[a-z]{2,3}(?:-[a-z0-9-]+)?$/u.test(typed))
        return { field, language: typed.split("-")[0] ?? typed };
      return isUnfinished && typed.length < 2 ? "begun" : "language-unknown";
    case "before":
    case "after":
    case "on":
      return dateOf(field, typed, isUnfinished);
    case "due":
      return dueOf(typed, isUnfinished);
    case "forgotten":
      return /^[1-9]\d{0,3}$/u.test(typed)
        ? { field, times: Number(typed) }
        : "forgotten-unreadable";
    default:
      return { field, text };
  }
}

function chosen<Value extends string>(
  values: readonly Value[],
  typed: string,
): Value | undefined {
  return values.find((each) => each === typed || `${each}s` === typed);
}

function begun(
  values: readonly string[],
  typed: string,
  isUnfinished: boolean,
): "begun" | false {
  return isUnfinished && values.some((each) => each.startsWith(typed))
    ? "begun"
    : false;
}

function dateOf(
  field: "before" | "after" | "on",
  typed: string,
  isUnfinished: boolean,
): ValueRead {
  const span = parseHistoricalDate(typed);
  if (span) return { field, firstDay: span.firstDay, lastDay: span.lastDay };
  return isUnfinished && /^[\d-]+$/u.test(typed) ? "begun" : "date-unreadable";
}

function dueOf(typed: string, isUnfinished: boolean): ValueRead {
  const field = "due";
  const word = Object.hasOwn(DUE_WORDS, typed) ? DUE_WORDS[typed] : undefined;
  if (word !== undefined) return { field, by: word };
  if (/^\d{1,3}$/u.test(typed)) return { field, by: Number(typed) };
  const span = parseHistoricalDate(typed);
  if (span) return { field, by: span.lastDay };
  return begun(Object.keys(DUE_WORDS), typed, isUnfinished) || "due-unreadable";
}
