import { findMarks, type MarkedStretch } from "#domain/search/find-marks";
import type {
  HitGroup,
  HitPreview,
  Mark,
  TextHit,
  TextKind,
} from "#domain/search/hit";
import { behindHeading, cutSnippet, toMark } from "#domain/search/snippet";
import type { Analyser, AnalysedWord } from "../analysis/analyser";
import type { Statements } from "../index/statements";
import type { RankedRow } from "./best-rows";
import type { FieldMarkable } from "./match-expression";

const HITS_A_GROUP = 3;

export interface HitTools {
  readonly statements: Statements;
  readonly analyser: Analyser;
}

interface StoredRow {
  readonly doc: number;
  readonly key: string;
  readonly kind: TextKind;
  readonly id: string;
  readonly item: string | null;
  readonly title: string;
  readonly detail: string | null;
  readonly language: string | null;
  readonly date: string | null;
  readonly part: number;
  readonly start: number;
  readonly heading: string;
  readonly passage: string;
}

const STORED = `select document.doc, key, kind, id, item, title, detail, language, date, part, start, heading, passage
  from part join document on document.doc = part.doc`;

/** Groups rows by what they belong to, in the order of the best row of each, at most three rows of one. */
export function makeGroups(
  tools: HitTools,
  rows: readonly RankedRow[],
  marks: readonly FieldMarkable[],
  limit: number,
): HitGroup[] {
  const marker = new Marker(tools.analyser, marks);
  const groups = new Map<number, { first: StoredRow; hits: TextHit[] }>();
  for (const { row, doc, score } of rows) {
    const group = groups.get(doc);
    if (group ? group.hits.length >= HITS_A_GROUP : groups.size >= limit)
      continue;
    const stored = tools.statements.get<StoredRow>(
      `${STORED} where part.row = ?`,
      [row],
    );
    if (!stored) continue;
    const hit = toHit(stored, score, marker);
    if (group) group.hits.push(hit);
    else groups.set(doc, { first: stored, hits: [hit] });
  }
  return [...groups.values()].map(({ first, hits }) =>
    toGroup(first, hits, marker),
  );
}

/** The passage of a hit in full; `undefined` if it is gone. */
export function makePreview(
  { statements, analyser }: HitTools,
  hit: string,
  marks: readonly FieldMarkable[],
): HitPreview | undefined {
  const stored = findStored(statements, hit);
  if (!stored) return undefined;
  const marker = new Marker(analyser, marks);
  const { text, found } = marker.body(stored);
  const begin = behindHeading(text, stored.heading);
  return {
    title: stored.title,
    heading: stored.heading,
    headingMarks: marker.heading(stored),
    snippet: {
      text: text.slice(begin),
      marks: found
        .filter(({ start }) => start >= begin)
        .map((each) => toMark(each, begin)),
      offset: stored.start + begin,
      isCutBefore: false,
      isCutAfter: false,
    },
  };
}

/** The row that a hit's id means: `<key>#<part>`, or `<key>@<offset>` for the passage that begins there. */
export function findStored(
  statements: Statements,
  hit: string,
): (StoredRow & { readonly row: number }) | undefined {
  const [, key = "", sign = "#", number = ""] =
    /^(.*)([#@])(\d+)$/su.exec(hit) ?? [];
  return statements.get(
    `${STORED.replace("select ", "select part.row, ")} where document.key = ? and ${sign === "#" ? "part.part" : "part.start"} = ?`,
    [key, Number(number)],
  );
}

function toHit(stored: StoredRow, score: number, marker: Marker): TextHit {
  const { key, part, start, heading } = stored;
  const { text, words, found } = marker.body(stored);
  const begin = behindHeading(text, heading);
  const snippet = cutSnippet(text, words, found, start, begin);
  const first = snippet.marks[0] ?? found[0];
  const base = snippet.marks[0] ? snippet.offset : start;
  return {
    id: `${key}#${part}`,
    heading,
    headingMarks: marker.heading(stored),
    score,
    snippet,
    target: first
      ? { start: base + first.start, end: base + first.end }
      : { start, end: start + text.length },
  };
}

function toGroup(
  stored: StoredRow,
  hits: readonly TextHit[],
  marker: Marker,
): HitGroup {
  const { kind, id, item, title, detail, language, date } = stored;
  return {
    kind,
    id,
    ...(item === null ? {} : { itemId: item }),
    title,
    titleMarks: marker.title(stored).map((each) => toMark(each, 0)),
    detail: detail ?? "",
    ...(date === null ? {} : { date }),
    ...(language === null ? {} : { language }),
    score: hits[0]?.score ?? 0,
    hits,
  };
}

/** Finds what answers a query in titles and passages, each by the fields that are asked for there. */
class Marker {
  readonly #analyser: Analyser;
  readonly #inHeading: (isInPassage: boolean) => readonly FieldMarkable[];
  readonly #inBody: readonly FieldMarkable[];
  readonly #inTitle: readonly FieldMarkable[];

  constructor(analyser: Analyser, marks: readonly FieldMarkable[]) {
    this.#analyser = analyser;
    const named = marks.filter(({ field }) => field === "name");
    this.#inHeading = (isInPassage) =>
      isInPassage
        ? [...this.#inBody, ...named]
        : marks.filter(({ field }) => field === undefined || field === "name");
    this.#inBody = marks.filter(
      ({ field }) =>
        field === undefined || field === "body" || field === "note",
    );
    this.#inTitle = marks.filter(
      ({ field }) => field !== "body" && field !== "tag",
    );
  }

  body({ passage: text, language }: StoredRow): {
    readonly text: string;
    readonly words: readonly AnalysedWord[];
    readonly found: readonly MarkedStretch[];
  } {
    const words = this.#analyser.words(text, language ?? "");
    return { text, words, found: findMarks(words, this.#inBody) };
  }

  /** A heading is sought by its field, and by those of the text where it stands in the passage. */
  heading({ heading, passage, language }: StoredRow): Mark[] {
    if (heading === "") return [];
    const isInPassage = behindHeading(passage, heading) > 0;
    const marks = this.#inHeading(isInPassage);
    const words = this.#analyser.words(heading, language ?? "");
    return findMarks(words, marks).map((each) => toMark(each, 0));
  }

  title({ title, language }: StoredRow): MarkedStretch[] {
    const words = this.#analyser.words(title, language ?? "");
    return findMarks(words, this.#inTitle);
  }
}
