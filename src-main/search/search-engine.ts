import { cutPassages } from "#domain/search/cut-passages";
import type { Hit, HitList } from "#domain/search/hit";
import { parseQuery } from "#domain/search/query";
import {
  cutSnippet,
  findMatches,
  type MatchTerm,
} from "#domain/search/snippet";
import { wordsOf } from "#domain/search/words";
import type { StructuredText } from "#domain/text/blocks";
import { createHash } from "node:crypto";
import { matchExpression } from "./match-expression";
import { NamesIndex } from "./names-index";
import {
  Postings,
  type FoundRow,
  type PostingRow,
  type StoredPassage,
} from "./postings";
import type {
  SearchNote,
  SearchRequest,
  SearchSource,
  SearchText,
} from "./protocol";
import { stem } from "./stem";

const PASSAGES_AN_ITEM = 3;
/** Shorter queries ask the names only: one or two letters match half of all text. */
const SHORTEST_FOR_TEXTS = 3;

/** A document's texts as they are cut for the index. */
interface SearchDocument {
  readonly kind: "passage" | "note";
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly text: string;
  readonly parts: readonly {
    readonly start: number;
    readonly end: number;
    readonly heading?: string;
  }[];
}

/** Beginning of the keys of imported texts, which are told apart from what is loaded at once. */
const TEXT_KEY = "text/";

/** Finds passages, notes and names. Owns the postings; the texts come from main, or from where main says they lie. */
export class SearchEngine {
  readonly #postings: Postings;
  readonly #documents = new Map<string, SearchDocument>();
  readonly #texts = new Map<string, SearchText>();
  #fingerprints = new Map<string, string>();
  #names: NamesIndex | undefined;
  /** True when the index file was absent, damaged or outdated and had to be built. */
  readonly wasRebuilt: boolean;

  constructor(file: string) {
    const { postings, isNew } = Postings.open(file);
    this.#postings = postings;
    this.wasRebuilt = isNew;
  }

  /** Brings the index in line with everything there is; what is unchanged stays. */
  load(source: SearchSource): void {
    this.#documents.clear();
    this.#names = new NamesIndex(source);
    for (const { id, title, tags, structured } of source.items) {
      const parts = cutPassages(structured);
      this.#remember({
        kind: "passage",
        id,
        title,
        tags,
        text: structured.text,
        parts,
      });
    }
    for (const note of source.notes) this.#remember(toDocument(note));
    const kept = this.#postings.fingerprints();
    this.#fingerprints = kept;
    this.#postings.transaction(() => {
      for (const key of kept.keys())
        if (!this.#documents.has(key) && !key.startsWith(TEXT_KEY))
          this.#postings.remove(key);
      for (const [key, document] of this.#documents) {
        const fingerprint = fingerprintOf(document);
        if (kept.get(key) !== fingerprint)
          this.#index(key, document, fingerprint);
      }
    });
  }

  putNote(note: SearchNote): void {
    const document = toDocument(note);
    const key = this.#remember(document);
    this.#postings.transaction(() =>
      this.#index(key, document, fingerprintOf(document)),
    );
  }

  removeNote(id: string): void {
    const key = `note/${id}`;
    this.#documents.delete(key);
    this.#postings.transaction(() => this.#postings.remove(key));
  }

  /**
   * Takes in an imported text. What is indexed as it is told costs nothing; else `read` is asked for the text, and
   * `false` means that it is not there.
   */
  putText(
    text: SearchText,
    read: (text: SearchText) => StructuredText | undefined,
  ): boolean {
    const { id, title, tags, textHash } = text;
    const key = TEXT_KEY + id;
    this.#texts.set(key, text);
    const fingerprint = hashOf([title, tags, textHash]);
    if (this.#fingerprints.get(key) === fingerprint) return true;
    const structured = read(text);
    if (!structured) return false;
    const document: SearchDocument = {
      kind: "passage",
      id,
      title,
      tags,
      text: structured.text,
      parts: cutPassages(structured),
    };
    this.#postings.transaction(() =>
      this.#index(key, document, fingerprint, true),
    );
    this.#fingerprints.set(key, fingerprint);
    return true;
  }

  removeText(id: string): void {
    const key = TEXT_KEY + id;
    this.#texts.delete(key);
    this.#fingerprints.delete(key);
    this.#postings.transaction(() => this.#postings.remove(key));
  }

  /** All imported texts have been told: what is indexed besides belongs to none. */
  forgetOtherTexts(): void {
    const others = [...this.#fingerprints.keys()].filter(
      (key) => key.startsWith(TEXT_KEY) && !this.#texts.has(key),
    );
    if (others.length === 0) return;
    this.#postings.transaction(() => {
      for (const key of others) {
        this.#postings.remove(key);
        this.#fingerprints.delete(key);
      }
    });
  }

  /** Names first, then passages and notes by score, at most three passages of one item together. */
  query({ text, limit, any = false }: SearchRequest): HitList {
    const startedAt = performance.now();
    const query = parseQuery(text);
    const names = this.#names?.find(text) ?? [];
    const isLongEnough = query.terms.some((term) =>
      term.words.some((word) => word.length >= SHORTEST_FOR_TEXTS),
    );
    const complete = (prefix: string, most: number): string[] =>
      this.#postings.stemsOf(prefix, most);
    const { fts, match } = matchExpression(query, complete, any);
    const found = fts && isLongEnough ? this.#postings.find(fts, limit) : [];
    const { total, isCapped } =
      fts && isLongEnough
        ? this.#postings.count(fts)
        : { total: 0, isCapped: false };
    return {
      query: text,
      names,
      texts: groupByDocument(found).flatMap((row) => this.#toHit(row, match)),
      total,
      isCapped,
      ms: performance.now() - startedAt,
      ...(query.complaint ? { complaint: query.complaint } : {}),
    };
  }

  close(): void {
    this.#postings.close();
  }

  #remember(document: SearchDocument): string {
    const key = `${document.kind === "note" ? "note" : "item"}/${document.id}`;
    this.#documents.set(key, document);
    return key;
  }

  #index(
    key: string,
    document: SearchDocument,
    fingerprint: string,
    keepsPassages = false,
  ): void {
    const words = new Map<string, string>();
    const analyse = (text: string): string =>
      wordsOf(text)
        .map(({ folded }) => {
          const made = stem(folded);
          words.set(folded, made);
          return made;
        })
        .join(" ");
    const rows = document.parts.map((part, index): PostingRow => {
      const { start, heading = "" } = part;
      const text = document.text.slice(start, part.end);
      return {
        key,
        part: index,
        title: analyse(document.title),
        body: analyse(text),
        names: analyse(heading),
        tags: analyse(document.tags.join(" ")),
        ...(keepsPassages ? { passage: { start, heading, text } } : {}),
      };
    });
    this.#postings.put(key, fingerprint, rows, words);
  }

  #inMemory(row: FoundRow): FoundPassage | undefined {
    const document = this.#documents.get(row.key);
    const part = document?.parts[row.part];
    if (!document || !part) return undefined;
    const { start, end, heading = "" } = part;
    const text = document.text.slice(start, end);
    return { document, part: { start, heading, text } };
  }

  #kept(row: FoundRow): FoundPassage | undefined {
    const text = this.#texts.get(row.key);
    const part = text && this.#postings.passage(row.row);
    if (!text || !part) return undefined;
    const { id, title } = text;
    return { document: { kind: "passage", id, title }, part };
  }

  #toHit(row: FoundRow, match: MatchTerm): Hit[] {
    const found = this.#documents.has(row.key)
      ? this.#inMemory(row)
      : this.#kept(row);
    if (!found) return [];
    const { document, part } = found;
    const { text } = part;
    const words = wordsOf(text);
    const snippet = cutSnippet(text, words, match, part.start);
    const [first] = findMatches(words, match);
    const lit = snippet.marks[0]
      ? {
          start: snippet.offset + snippet.marks[0].start,
          end: snippet.offset + snippet.marks[0].end,
        }
      : first && {
          start: part.start + first.start,
          end: part.start + first.end,
        };
    return [
      {
        kind: document.kind,
        id:
          document.kind === "note" ? document.id : `${document.id}#${row.part}`,
        title: document.title,
        titleMarks: findMatches(wordsOf(document.title), match),
        detail: part.heading,
        score: row.score,
        snippet,
        target: lit ?? { start: part.start, end: part.start + text.length },
        ...(document.kind === "passage" ? { itemId: document.id } : {}),
      },
    ];
  }
}

interface FoundPassage {
  readonly document: Pick<SearchDocument, "kind" | "id" | "title">;
  readonly part: StoredPassage;
}

function toDocument(note: SearchNote): SearchDocument {
  const { id, title, tags, body } = note;
  return {
    kind: "note",
    id,
    title,
    tags,
    text: body,
    parts: [{ start: 0, end: body.length }],
  };
}

function fingerprintOf({ title, tags, text, parts }: SearchDocument): string {
  return hashOf([title, tags, text, parts]);
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64");
}

/** Keeps the order of the best row of each document, and puts its next best rows right after it. */
function groupByDocument(rows: readonly FoundRow[]): FoundRow[] {
  const groups = new Map<string, FoundRow[]>();
  for (const row of rows) {
    const group = groups.get(row.key) ?? [];
    if (group.length < PASSAGES_AN_ITEM) group.push(row);
    groups.set(row.key, group);
  }
  return [...groups.values()].flat();
}
