import { parseHistoricalDate } from "#domain/historical-date";

/** One day, month or year as it stands in three fields; empty where it is not known. */
export interface DayFields {
  readonly year: string;
  /** `1` to `12`. */
  readonly month: string;
  readonly day: string;
}

/** A date with its precision, as it stands in fields. */
export interface DateFields {
  readonly from: DayFields;
  /** For a period. */
  readonly to?: DayFields;
  /** Circa. */
  readonly isAbout: boolean;
}

const NO_DAY: DayFields = { year: "", month: "", day: "" };
const PART = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?~?$/u;

/** Takes an EDTF date apart into fields. */
export function fieldsOfDate(date: string | undefined): DateFields {
  const [first = "", last] = (date ?? "").split("/");
  return {
    from: partOf(first),
    ...(last === undefined ? {} : { to: partOf(last) }),
    isAbout: date?.includes("~") ?? false,
  };
}

/** What fields say: an EDTF date, no date, or what is wrong with them. */
export type DateReading =
  | { readonly ok: true; readonly date: string | null }
  | { readonly ok: false; readonly complaint: string };

/** Puts fields together to an EDTF date. */
export function readDateFields({ from, to, isAbout }: DateFields): DateReading {
  const first = edtfOf(from);
  const last = to && edtfOf(to);
  if (first === "") {
    const isEmpty = [from, to ?? NO_DAY].every(
      ({ year, month, day }) => year + month + day === "",
    );
    return isEmpty
      ? { ok: true, date: null }
      : { ok: false, complaint: "A date needs at least a year." };
  }
  if (first === undefined || (to && last === undefined))
    return { ok: false, complaint: "Years have four digits, such as 2009." };
  const about = isAbout ? "~" : "";
  const date = last ? `${first}${about}/${last}${about}` : `${first}${about}`;
  if (parseHistoricalDate(date)) return { ok: true, date };
  return {
    ok: false,
    complaint: last
      ? "There is no such day, or the end comes before the beginning."
      : "There is no such day.",
  };
}

/** `undefined` for fields that are no date, an empty text for empty ones. */
function edtfOf({ year, month, day }: DayFields): string | undefined {
  const [y, m, d] = [year.trim(), month.trim(), day.trim()];
  if (y === "") return "";
  if (!/^\d{1,4}$/u.test(y) || (d !== "" && !/^\d{1,2}$/u.test(d)))
    return undefined;
  const parts = [y.padStart(4, "0")];
  if (m !== "") parts.push(m.padStart(2, "0"));
  if (m !== "" && d !== "") parts.push(d.padStart(2, "0"));
  return parts.join("-");
}

function partOf(text: string): DayFields {
  const match = PART.exec(text);
  if (!match) return NO_DAY;
  return {
    year: String(Number(match[1])),
    month: match[2] === undefined ? "" : String(Number(match[2])),
    day: match[3] === undefined ? "" : String(Number(match[3])),
  };
}
