import type { HitGroup, HitList } from "#domain/search/hit";
import type {
  KnownName,
  SearchDocument,
  SearchRequest,
} from "#main/search/protocol";
import { SearchEngine } from "#main/search/search-engine";

const READY = { state: "ready", done: 0, total: 0 } as const;

/** An item of one paragraph. */
export function itemOf(
  id: string,
  text: string,
  more: Partial<SearchDocument> = {},
): SearchDocument {
  const blocks =
    text === ""
      ? []
      : [{ kind: "paragraph" as const, start: 0, end: text.length, marks: [] }];
  return {
    key: `item/${id}`,
    fingerprint: text,
    kind: "passage",
    id,
    itemId: id,
    title: "",
    tags: [],
    text: { form: "structured", structured: { version: 1, text, blocks } },
    ...more,
  };
}

export function noteOf(
  id: string,
  body: string,
  more: Partial<SearchDocument> = {},
): SearchDocument {
  return {
    key: `note/${id}`,
    fingerprint: body,
    kind: "note",
    id,
    title: "",
    tags: [],
    text: { form: "plain", body },
    ...more,
  };
}

/** An engine in memory that holds these documents; items `i0`, `i1` and so on where texts are given. */
export function engineOf(
  documents: readonly (string | SearchDocument)[],
  names: readonly KnownName[] = [],
): SearchEngine {
  const engine = new SearchEngine(":memory:");
  engine.know(names);
  documents.forEach((each, index) =>
    engine.writer.put(
      typeof each === "string" ? itemOf(`i${index}`, each) : each,
    ),
  );
  return engine;
}

export function ask(
  engine: SearchEngine,
  text: string,
  more: Partial<SearchRequest> = {},
): HitList {
  return engine.query({ text, limit: 200, ...more }, READY);
}

/** Ids of what is found, in order of the alphabet. */
export function found(
  engine: SearchEngine,
  text: string,
  more: Partial<SearchRequest> = {},
): string[] {
  return ask(engine, text, more)
    .groups.map(({ id }) => id)
    .sort();
}

/** The words that are marked in what is shown of a group. */
export function marked({ hits }: HitGroup): string[] {
  return hits.flatMap(({ snippet: { text, marks } }) =>
    marks.map(({ start, end }) => text.slice(start, end)),
  );
}
