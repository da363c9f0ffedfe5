import { assertNever } from "../assert-never";
import type { TextRange } from "../text/blocks";

export type ComplaintCode =
  | "quote-unpaired"
  | "field-unknown"
  | "field-empty"
  | "kind-unknown"
  | "language-unknown"
  | "date-unreadable"
  | "stance-unknown"
  | "due-unreadable"
  | "forgotten-unreadable"
  | "near-unreadable"
  | "near-too-few"
  | "errors-too-many"
  | "beginning-too-short"
  | "only-exclusions"
  /** Told by the engine, which knows who and what there is. */
  | "actor-unknown"
  | "issue-unknown"
  | "place-unknown";

/** Where and why a query could not be read as written. */
export interface Complaint extends TextRange {
  readonly code: ComplaintCode;
  /** The part that is meant, as typed. */
  readonly part: string;
}

/** Says in a sentence what is wrong with a part of a query, and what was done with it. */
export function complaintSentence({ code, part }: Complaint): string {
  switch (code) {
    case "quote-unpaired":
      return "A quotation mark has no partner; what follows it is searched as plain words.";
    case "field-unknown":
      return `There is no field “${part}”; it is searched as a plain word.`;
    case "field-empty":
      return `Nothing follows “${part}”; it is left out.`;
    case "kind-unknown":
      return `“${part}” is no kind: use passage, note, annotation, card, position, event, actor or issue. It is searched as a plain word.`;
    case "language-unknown":
      return `“${part}” is no language: use a code such as en, de or ru. It is searched as a plain word.`;
    case "date-unreadable":
      return `“${part}” is no date: write 2009, 2009-09 or 2009-09-10. It is searched as plain words.`;
    case "stance-unknown":
      return `“${part}” is no stance: use supports, conditional, open, opposes or none-stated. It is searched as a plain word.`;
    case "due-unreadable":
      return `“${part}” is no time for due: use now, today, tomorrow, week, a number of days or a date. It is searched as plain words.`;
    case "forgotten-unreadable":
      return `“${part}” is no number of times: write forgotten:1 or more. It is searched as plain words.`;
    case "near-unreadable":
      return `“${part}” cannot be read: write near(alliance enlargement, 5). It is searched as plain words.`;
    case "near-too-few":
      return `“${part}” needs two different words; it is searched as a plain word.`;
    case "errors-too-many":
      return `“${part}”: one typing error can be allowed for, not more; it is searched with one.`;
    case "beginning-too-short":
      return `“${part}”: a beginning needs two letters; it is searched as a whole word.`;
    case "only-exclusions":
      return "A query needs something that is wanted, not only what is not.";
    case "actor-unknown":
      return `No actor is known as “${part}”; it is searched as plain words.`;
    case "issue-unknown":
      return `No issue is known as “${part}”; it is searched as plain words.`;
    case "place-unknown":
      return `No item and no collection is called “${part}”.`;
    default:
      return assertNever(code);
  }
}
