import { findMarks, type MarkedStretch } from "#domain/search/find-marks";
import type {
  HitGroup,
  HitPreview,
  TextHit,
  TextKind,
} from "#domain/search/hit";
import { cutSnippet, toMark } from "#domain/search/snippet";
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
  return {
    title: stored.title,
    heading: stored.heading,
    snippet: {
      text,
      marks: found.map((each) => toMark(each, 0)),
      offset: stored.start,
    },
  };
}

/** The row that a hit's id means. */
export function findStored(
  statements: Statements,
  hit: string,
): (StoredRow & { readonly row: number }) | undefined {
  const [, key = "", part = ""] = /^(.*)#(\d+)$/su.exec(hit) ?? [];
  return statements.get(
    `${STORED.replace("select ", "select part.row, ")} where document.key = ? and part.part = ?`,
    [key, Number(part)],
  );
}

function toHit(stored: StoredRow, score: number, marker: Marker): TextHit {
  const { key, part, start, heading } = stored;
  const { text, words, found } = marker.body(stored);
  const snippet = cutSnippet(text, words, found, start);
  const first = snippet.marks[0] ?? found[0];
  const base = snippet.marks[0] ? snippet.offset : start;
  return {
    id: `${key}#${part}`,
    heading,
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
  readonly #inBody: readonly FieldMarkable[];
  readonly #inTitle: readonly FieldMarkable[];

  constructor(analyser: Analyser, marks: readonly FieldMarkable[]) {
    this.#analyser = analyser;
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

  title({ title, language }: StoredRow): MarkedStretch[] {
    const words = this.#analyser.words(title, language ?? "");
    return findMarks(words, this.#inTitle);
  }
}
