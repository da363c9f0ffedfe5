import {
  FILTER_FIELDS,
  WORD_FIELDS,
  type FilterField,
  type WordField,
} from "./query";
import type { QuerySource } from "./query-source";

const FIELD = /(\p{L}[\p{L}-]*):/uy;
/** `http://`, `10:30` and a colon at the end of a word are no fields. */
const ASKS = /[\p{L}\p{N}"]/uy;

export type FieldName = WordField | FilterField;

/** The field that begins at a place; `end` is behind its colon. */
export type FieldRead =
  | { readonly isKnown: true; readonly name: FieldName; readonly end: number }
  | { readonly isKnown: false; readonly name: string; readonly end: number };

export function fieldAt(
  source: QuerySource,
  at: number,
): FieldRead | undefined {
  const match = source.has(":") ? source.match(FIELD, at) : null;
  if (!match) return undefined;
  const written = match[1] ?? "";
  const end = at + match[0].length;
  const name = [...WORD_FIELDS, ...FILTER_FIELDS].find(
    (each) => each === written.toLowerCase(),
  );
  if (name) return { isKnown: true, name, end };
  return source.match(ASKS, end)
    ? { isKnown: false, name: written, end }
    : undefined;
}
