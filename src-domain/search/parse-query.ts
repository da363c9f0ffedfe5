import type { Complaint, ComplaintCode } from "./complaint";
import { fieldAt } from "./parse-field";
import { nearAt } from "./parse-near";
import { readFilter } from "./parse-filter";
import { plainQuery } from "./plain-query";
import { QuerySource, type Piece } from "./query-source";
import { WORD_FIELDS, type Query, type Term, type WordField } from "./query";
import { phraseTerm, plainTerms, wordTerms } from "./word-terms";

/**
 * Reads a query: words (all required), `"phrase"`, `-not`, `word*`, `word~1`, `near(a b, 5)`, and fields before any of
 * them. The last word counts as the beginning of one while it is being typed, that is, unless a space or a sign follows
 * it. Never fails: what cannot be read is complained of and read as plain words.
 */
export function parseQuery(text: string): Query {
  const plain = plainQuery(text);
  return plain ? { text, terms: plain, complaints: [] } : parseBySigns(text);
}

/** The same of any query, sign by sign. */
export function parseBySigns(text: string): Query {
  const source = new QuerySource(text);
  const terms: Term[] = [];
  const complaints: Complaint[] = [];
  const complain = (code: ComplaintCode, piece: Piece, part: string): void => {
    complaints.push({ code, part, start: piece.start, end: piece.end });
  };
  for (let at = source.next(0); at < text.length; at = source.next(at)) {
    const read = readTerm(source, at, complain);
    terms.push(...read.terms);
    at = read.end;
  }
  if (terms.length > 0 && terms.every(({ isNegated }) => isNegated))
    complaints.push({
      code: "only-exclusions",
      part: text,
      start: 0,
      end: text.length,
    });
  return { text, terms, complaints };
}

type Complain = (code: ComplaintCode, piece: Piece, part: string) => void;

interface Read {
  readonly terms: readonly Term[];
  readonly end: number;
}

function readTerm(
  source: QuerySource,
  start: number,
  complain: Complain,
): Read {
  const isNegated = source.isMinus(start);
  const from = isNegated ? start + 1 : start;
  const field = fieldAt(source, from);
  const at = field?.end ?? from;
  if (field && !field.isKnown)
    complain("field-unknown", { start, end: field.end }, field.name);
  if (field?.isKnown && source.isBlank(at)) {
    // Nobody is told that a field is empty while they are about to fill it.
    if (at < source.text.length)
      complain("field-empty", { start, end: at }, `${field.name}:`);
    return { terms: [], end: at };
  }
  const value = source.valueAt(at);
  if (value.isUnpaired)
    complain("quote-unpaired", { start: at, end: at + 1 }, '"');
  const piece: Piece = { start, end: value.end };
  const shape = {
    ...piece,
    isNegated,
    isUnfinished: !value.isQuoted && source.isUnfinished(value.end),
  };
  if (field?.isKnown && !isWordField(field.name)) {
    const filter = readFilter(field.name, value.text, shape);
    if (filter.complaint) complain(filter.complaint, piece, value.text);
    const fallback = filter.complaint ? plainTerms(value.text, shape) : [];
    return { terms: filter.term ? [filter.term] : fallback, end: value.end };
  }
  const wordField =
    field?.isKnown && isWordField(field.name) ? { field: field.name } : {};
  if (value.isQuoted)
    return {
      terms: phraseTerm(value.text, { ...shape, ...wordField }),
      end: value.end,
    };
  const near = nearAt(source, at);
  if (near) {
    const end = { ...shape, end: near.end, isUnfinished: false, ...wordField };
    if (near.complaint)
      complain(
        near.complaint,
        { start, end: near.end },
        source.text.slice(at, near.end),
      );
    return {
      terms: near.complaint
        ? plainTerms(near.inside, end)
        : [
            {
              kind: "near",
              words: near.words,
              distance: near.distance,
              ...end,
            },
          ],
      end: near.end,
    };
  }
  const whole =
    field && !field.isKnown ? source.text.slice(from, value.end) : value.text;
  const words = wordTerms(whole, { ...shape, ...wordField });
  if (words.complaint) complain(words.complaint, piece, whole);
  return { terms: words.terms, end: value.end };
}

function isWordField(name: string): name is WordField {
  return (WORD_FIELDS as readonly string[]).includes(name);
}
