import { describeByCfi } from "#domain/cfi/describe-by-cfi";
import { findByCfi } from "#domain/cfi/find-by-cfi";
import { parseCfi } from "#domain/cfi/parse-cfi";
import { readSourcePlaces } from "#domain/cfi/read-source-places";
import {
  firstLetter,
  lastLetter,
  type SourcePlaces,
} from "#domain/cfi/source-places";
import type { TextRange } from "#domain/text/blocks";
import { lettersOf } from "#domain/text/skeleton";
import type { ReadItem } from "#main/import/reader";
import { unzipSync } from "fflate";
import { walkCfi } from "../epub/walk-cfi";

/** What came of random ranges of a book. */
export interface CfiCounts {
  readonly ranges: number;
  /** So many have a CFI; the others lie where a book leads nobody to (drawings, fallbacks, repaired documents). */
  described: number;
  /** Of these lead a plain walker of the DOM to the very letters of the passage. */
  equal: number;
  /** Lead it to those, among others that an item leaves out (numbers of notes, page numbers) or has elsewhere (notes). */
  among: number;
  /** CFIs that do not come back to their range, or lead to other letters. */
  readonly wrong: string[];
}

const LONGEST = 600;

/** Describes random ranges of a book by CFIs, and follows these with the program and without it. */
export function measureCfis(
  bytes: Uint8Array,
  { structured, places: file }: ReadItem,
  ranges: number,
): CfiCounts {
  const { text } = structured;
  const counts = { ranges, described: 0, equal: 0, among: 0, wrong: [] };
  const places = readSourcePlaces(file, text.length);
  if (!places) throw new Error("The places cannot be read");
  const files = unzipSync(bytes);
  const read = (path: string): string | undefined => {
    const bytesOf = files[path];
    const encoding = bytesOf?.[0] === 0xff ? "utf-16le" : "utf-8";
    return bytesOf && new TextDecoder(encoding).decode(bytesOf);
  };
  for (const range of randomRanges(text.length, ranges))
    measure(text, places, range, read, counts);
  return counts;
}

function measure(
  text: string,
  places: SourcePlaces,
  range: TextRange,
  read: (path: string) => string | undefined,
  counts: CfiCounts,
): void {
  const described = describeByCfi(places, range);
  if (!described) return;
  counts.described += 1;
  const start = firstLetter(places, range)?.offset ?? 0;
  const end = (lastLetter(places, range)?.offset ?? 0) + 1;
  const cfi = parseCfi(described.value);
  const found = cfi && findByCfi(text, places, cfi);
  const walked = lettersOf(walkCfi(described.value, read));
  const isSame = found?.start === start && found.end === end;
  if (isSame && walked === lettersOf(text.slice(start, end))) counts.equal += 1;
  else if (
    isSame &&
    isAmong(sourceLetters(text, places, { start, end }), walked)
  )
    counts.among += 1;
  else counts.wrong.push(described.value);
}

/** Letters of a range that stand in the source: formulas and descriptions of pictures are the reader's own words. */
function sourceLetters(
  text: string,
  { offsets, lengths }: SourcePlaces,
  { start, end }: TextRange,
): string {
  let letters = "";
  offsets.forEach((offset, index) => {
    const until = offset + (lengths[index] ?? 0);
    if (offset < end && until > start)
      letters += text.slice(Math.max(start, offset), Math.min(end, until));
  });
  return lettersOf(letters);
}

/** Tells whether letters stand among others in the same order. */
function isAmong(letters: string, others: string): boolean {
  let at = 0;
  for (const letter of others) if (letter === letters[at]) at += 1;
  return at === letters.length;
}

/** Half of them are passages, half longer than a paragraph; the same each time. */
function* randomRanges(length: number, count: number): Generator<TextRange> {
  let state = 7;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let index = 0; index < count; index += 1) {
    const start = random(length);
    const size = 1 + random(index % 2 === 0 ? 60 : LONGEST);
    yield { start, end: Math.min(length, start + size) };
  }
}
