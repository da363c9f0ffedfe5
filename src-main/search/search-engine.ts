import type {
  HitGroup,
  HitList,
  HitPreview,
  IndexState,
  NameHit,
} from "#domain/search/hit";
import { parseQuery } from "#domain/search/parse-query";
import type { Query } from "#domain/search/query";
import { Analyser } from "./analysis/analyser";
import { openIndex, type Rebuilt } from "./index/index-file";
import { readMark } from "./index/index-mark";
import { RowFacts } from "./index/row-facts";
import { IndexWriter } from "./index/index-writer";
import { Statements } from "./index/statements";
import { Vocabulary } from "./index/vocabulary";
import { FoundNames } from "./names/found-names";
import type { KnownName, SearchRequest } from "./protocol";
import { absentWords } from "./query/absent-words";
import { compileQuery, type Compiled } from "./query/compile-query";
import { findsAny } from "./query/find-rows";
import { KnownIndex } from "./query/known-index";
import { findStored, makeGroups, makePreview } from "./query/make-hits";
import { rankRows } from "./query/rank-rows";
import { otherSpellings } from "./query/spellings";
import { tellingTokens } from "./query/telling-words";

/** Rows that are looked at for each group that is shown: up to three of a group are. */
const ROWS_A_GROUP = 3;
/** Enough that passages behind many short cards come into view. */
const FEWEST_ROWS = 150;
const NO_CONTEXT = {};
/** Of its own it asks at most so many, and none after so long. */
const WARMING_QUESTIONS = 64;
const WARMING_MS = 300;
const WARMING_GROUPS = 5;

type Answer = Omit<HitList, "index" | "ms">;

/** An open index with everything that is asked of it. Owns the file. */
export class SearchEngine {
  readonly writer: IndexWriter;
  /** Why the index was made anew at opening, if it was. */
  readonly rebuilt: Rebuilt | undefined;
  readonly #close: () => void;
  readonly #statements: Statements;
  readonly #vocabulary: Vocabulary;
  readonly #facts: RowFacts;
  readonly #analyser = new Analyser();
  readonly #names: FoundNames;
  #known = new KnownIndex([]);

  constructor(file: string) {
    const contents = readMark(file);
    const { db, rebuilt } = openIndex(file);
    this.rebuilt = rebuilt;
    const statements = new Statements(db);
    this.#statements = statements;
    this.#vocabulary = new Vocabulary(statements);
    this.#facts = new RowFacts(statements);
    this.#names = new FoundNames(statements, this.#vocabulary);
    this.writer = new IndexWriter({
      file,
      db,
      statements,
      vocabulary: this.#vocabulary,
      facts: this.#facts,
      analyser: this.#analyser,
      contents: rebuilt === undefined ? contents : undefined,
    });
    this.#close = () => {
      this.writer.commit();
      statements.close();
      db.close();
    };
  }

  /** Actors and issues with everything they are called. */
  know(names: readonly KnownName[]): void {
    this.#known = new KnownIndex(names);
    this.#names.know(names);
  }

  /** Names first, then texts grouped by what they belong to. */
  query(request: SearchRequest, index: IndexState): HitList {
    const startedAt = performance.now();
    // Each statement by itself would look anew whether the file has changed.
    return this.writer.transaction(() =>
      this.#answer(request, index, startedAt),
    );
  }

  #answer(
    request: SearchRequest,
    index: IndexState,
    startedAt: number,
  ): HitList {
    const query = parseQuery(request.text);
    const compiled = this.#compile(query, request);
    const answer = this.#find(query, compiled, request.limit, startedAt);
    // A name that holds none of the words was found by a typing error: the texts may be meant as well.
    const isFound =
      answer.total > 0 ||
      answer.names.some(({ titleMarks }) => titleMarks.length > 0);
    const spellings = isFound
      ? []
      : otherSpellings(
          query,
          { statements: this.#statements, vocabulary: this.#vocabulary },
          (text) => this.#finds({ ...request, text }),
        );
    const absent = answer.total > 0 ? [] : absentWords(query, this.#expression);
    const ms = performance.now() - startedAt;
    return { ...answer, spellings, absent, index, ms };
  }

  /** A hit in full. */
  preview(request: SearchRequest, hit: string): HitPreview | undefined {
    const { marks } = this.#compile(parseQuery(request.text), request);
    const { statements, analyser } = this.#tools;
    return makePreview({ statements, analyser }, hit, marks);
  }

  /** What shares most of the telling words of a hit, without what the hit belongs to. */
  like(hit: string, limit: number, index: IndexState): HitList {
    const startedAt = performance.now();
    const stored = findStored(this.#statements, hit);
    const tokens = stored
      ? tellingTokens(this.#tools, stored.passage, stored.language)
      : [];
    const compiled: Compiled = {
      fts:
        tokens.length === 0
          ? undefined
          : tokens.map((token) => `"${token}"`).join(" OR "),
      anyOf: undefined,
      isBeginning: false,
      clauses: [{ sql: "part.row <> ?", values: [stored?.row ?? -1] }],
      marks: tokens.map((token, term) => ({
        term,
        rows: [[{ tokens: new Set([token]) }]],
      })),
      expansions: [],
      complaints: [],
    };
    const query = { text: "", terms: [], complaints: [] };
    const answer =
      tokens.length === 0
        ? nothing(query)
        : { ...this.#find(query, compiled, limit, startedAt), names: [] };
    const ms = performance.now() - startedAt;
    return { ...answer, spellings: [], index, ms };
  }

  /**
   * Asks questions of its own, one at each step: the first dozens after the index was opened would otherwise take two and
   * three times as long as later ones, while V8 gets to know the code.
   */
  *warmUp(index: IndexState): Generator<undefined, void> {
    const titles = this.#statements.all<{ title: string }>(
      "select title from document limit ?",
      [WARMING_QUESTIONS],
    );
    let spent = 0;
    for (const [number, { title }] of titles.entries()) {
      const words = title.split(/\s+/u).slice(0, 1 + (number % 3));
      // As one types, and as one has typed.
      const text = words.join(" ") + (number % 2 === 0 ? " " : "");
      spent += this.query({ text, limit: WARMING_GROUPS }, index).ms;
      yield;
      if (spent > WARMING_MS) return;
    }
  }

  /** Gives back memory that only indexing needs. */
  rest(): void {
    this.#analyser.forget();
  }

  close(): void {
    this.#close();
  }

  get #tools() {
    return {
      statements: this.#statements,
      facts: this.#facts,
      analyser: this.#analyser,
    };
  }

  get #expression() {
    return {
      statements: this.#statements,
      vocabulary: this.#vocabulary,
      codes: this.writer.codes,
    };
  }

  #compile(query: Query, request: SearchRequest): Compiled {
    const { any = false, aliases = true, context = NO_CONTEXT } = request;
    const tools = { ...this.#expression, known: this.#known };
    return compileQuery(query, tools, { any, aliases, context });
  }

  #find(
    query: Query,
    compiled: Compiled,
    limit: number,
    startedAt: number,
  ): Answer {
    const wanted = Math.max(FEWEST_ROWS, limit * ROWS_A_GROUP);
    const { rows, total } = rankRows(this.#tools, compiled, wanted);
    const findMs = performance.now() - startedAt;
    const groups = makeGroups(this.#tools, rows, compiled.marks, limit);
    return {
      query: {
        ...query,
        complaints: [...query.complaints, ...compiled.complaints],
      },
      names: withoutFoundNotes(this.#names.find(query), groups),
      groups,
      expansions: compiled.expansions,
      spellings: [],
      absent: [],
      total,
      findMs,
    };
  }

  #finds(request: SearchRequest): boolean {
    const compiled = this.#compile(parseQuery(request.text), request);
    return findsAny(this.#statements, compiled);
  }
}

/** A note that is found by its words is not shown a second time for its title. */
function withoutFoundNotes(
  names: readonly NameHit[],
  groups: readonly HitGroup[],
): readonly NameHit[] {
  const notes = new Set(
    groups.filter(({ kind }) => kind === "note").map(({ id }) => id),
  );
  return names.filter(({ kind, id }) => kind !== "note" || !notes.has(id));
}

function nothing(query: Query): Answer {
  return {
    query,
    names: [],
    groups: [],
    expansions: [],
    spellings: [],
    absent: [],
    total: 0,
    findMs: 0,
  };
}
