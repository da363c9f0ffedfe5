import { parseHistoricalDate } from "#domain/historical-date";
import { cutPassages } from "#domain/search/cut-passages";
import { textWords } from "#domain/search/text-words";
import { fold } from "#domain/search/words";
import type { StructuredText } from "#domain/text/blocks";
import type { Analyser, TokenLine } from "../analysis/analyser";
import { analysisOf } from "../analysis/stemmers";
import type { SearchDocument } from "../protocol";
import type { RowFacts } from "./row-facts";
import { encoded, type Statements } from "./statements";
import type { Vocabulary } from "./vocabulary";

/** Stands among the tags of notes for `note:`; no word of a text begins so. */
export const NOTE_TOKEN = "_note";
/** Keeps phrases from reaching from one name or tag into the next. */
const BORDER = "_";

export interface WriteTools {
  readonly statements: Statements;
  readonly vocabulary: Vocabulary;
  readonly facts: RowFacts;
  readonly analyser: Analyser;
}

interface Part {
  readonly start: number;
  readonly heading: string;
  readonly text: string;
}

/**
 * Puts a document into the index, a passage at each step, so that a long book can give way to a query. The fingerprint
 * is written last: what was broken off is done anew.
 */
export function* writeDocument(
  tools: WriteTools,
  document: SearchDocument,
  structured: StructuredText | undefined,
): Generator<undefined, void> {
  const { statements, facts } = tools;
  removeDocument(tools, document.key);
  const doc = insertDocument(statements, document);
  const parts = partsOf(document, structured);
  const fixed = fixedTokens(tools, document);
  const fixedWords = wordsIn(fixed.title) + wordsIn(fixed.tags);
  let heading = "";
  let index = 0;
  for (const part of parts) {
    const headed = tokens(tools, part.heading, document.language);
    const names = `${headed} ${BORDER} ${fixed.names}`;
    const body = tokenLine(tools, part.text, document.language);
    const words = fixedWords + wordsIn(names) + body.words;
    const row = statements.run(
      "insert into part(doc, part, start, words, heading, passage) values(?, ?, ?, ?, ?, cast(? as text))",
      [doc, index, part.start, words, part.heading, encoded(part.text)],
    );
    statements.run(
      "insert into posting(rowid, title, body, names, tags) values(?, ?, cast(? as text), ?, ?)",
      [row, fixed.title, body.bytes, names, fixed.tags],
    );
    facts.put(row, { doc, kind: document.kind, words });
    if (part.heading !== "" && part.heading !== heading)
      insertName(tools, doc, part.heading, part.start);
    heading = part.heading;
    index += 1;
    yield;
  }
  if (document.kind === "passage" || document.kind === "note")
    insertName(tools, doc, document.title, null);
  insertRelations(statements, doc, document);
  statements.run("update document set fingerprint = ? where doc = ?", [
    document.fingerprint,
    doc,
  ]);
}

export function removeDocument(
  { statements, facts }: Pick<WriteTools, "statements" | "facts">,
  key: string,
): void {
  const found = statements.get<{ doc: number }>(
    "select doc from document where key = ?",
    [key],
  );
  if (!found) return;
  facts.remove(found.doc);
  const rows = [found.doc];
  statements.run(
    "delete from posting where rowid in (select row from part where doc = ?)",
    rows,
  );
  statements.run(
    "delete from name where rowid in (select row from named where doc = ?)",
    rows,
  );
  for (const table of [
    "part",
    "named",
    "tagged",
    "link",
    "evidence",
    "document",
  ])
    statements.run(`delete from ${table} where doc = ?`, rows);
}

function insertDocument(
  statements: Statements,
  document: SearchDocument,
): number {
  const { key, kind, id, itemId, title, detail, tags, language, date } =
    document;
  const span = date === undefined ? undefined : parseHistoricalDate(date);
  return statements.run(
    `insert into document(key, fingerprint, kind, id, item, title, detail, tags, shown_only, language, analysis, date, first_day, last_day)
     values(?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      key,
      kind,
      id,
      itemId ?? null,
      title,
      detail ?? null,
      JSON.stringify(tags),
      document.isTitleShownOnly ? 1 : 0,
      language?.split("-")[0]?.toLowerCase() ?? null,
      analysisOf(language ?? "").code,
      date ?? null,
      span?.firstDay ?? null,
      span?.lastDay ?? null,
    ],
  );
}

function partsOf(
  { text }: SearchDocument,
  structured: StructuredText | undefined,
): Part[] {
  if (text.form === "plain")
    return [{ start: 0, heading: "", text: text.body }];
  const passages = structured ? cutPassages(structured) : [];
  const parts = passages.map(({ start, end, heading = "" }) => ({
    start,
    heading,
    text: structured?.text.slice(start, end) ?? "",
  }));
  // A text without words can still be found by its title and tags.
  return parts.length > 0 ? parts : [{ start: 0, heading: "", text: "" }];
}

function fixedTokens(
  tools: WriteTools,
  document: SearchDocument,
): { readonly title: string; readonly names: string; readonly tags: string } {
  const { language, title, names = [], tags, kind } = document;
  const lineUp = (each: readonly string[]): string =>
    each.map((one) => tokens(tools, one, language)).join(` ${BORDER} `);
  const tagTokens = lineUp(tags);
  return {
    title: document.isTitleShownOnly ? "" : tokens(tools, title, language),
    names: lineUp(names),
    tags: kind === "note" ? `${tagTokens} ${BORDER} ${NOTE_TOKEN}` : tagTokens,
  };
}

function tokens(tools: WriteTools, text: string, language?: string): string {
  return Buffer.from(tokenLine(tools, text, language).bytes).toString();
}

function tokenLine(
  { analyser, vocabulary }: WriteTools,
  text: string,
  language = "",
): TokenLine {
  return analyser.line(text, language, (folded, token) =>
    vocabulary.add(folded, token),
  );
}

/** How many tokens stand in a line, as FTS5 counts them. */
function wordsIn(line: string): number {
  return line.split(" ").filter((token) => token !== "").length;
}

function insertName(
  { statements }: WriteTools,
  doc: number,
  title: string,
  start: number | null,
): void {
  const row = statements.run(
    "insert into named(doc, start, title) values(?, ?, ?)",
    [doc, start, title],
  );
  const words = textWords(title).map(({ raw }) => fold(raw));
  statements.run("insert into name(rowid, title) values(?, ?)", [
    row,
    words.join(" "),
  ]);
}

function insertRelations(
  statements: Statements,
  doc: number,
  { tags, links = [], evidence = [] }: SearchDocument,
): void {
  for (const tag of tags)
    statements.run("insert or ignore into tagged values(?, ?)", [tag, doc]);
  for (const link of links)
    statements.run("insert or ignore into link values(?, ?)", [link, doc]);
  for (const { item, exact } of evidence)
    statements.run("insert into evidence values(?, ?, ?)", [doc, item, exact]);
}
