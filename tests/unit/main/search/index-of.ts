import { Analyser } from "#main/search/analysis/analyser";
import { openIndex } from "#main/search/index/index-file";
import { IndexWriter } from "#main/search/index/index-writer";
import { RowFacts } from "#main/search/index/row-facts";
import { Statements } from "#main/search/index/statements";
import { Vocabulary } from "#main/search/index/vocabulary";

/** A new index in memory with what writes it and what is asked of it; `close` it. */
export function newIndex() {
  const { db } = openIndex(":memory:");
  const statements = new Statements(db);
  const vocabulary = new Vocabulary(statements);
  const facts = new RowFacts(statements);
  const analyser = new Analyser();
  const writer = new IndexWriter({
    file: ":memory:",
    db,
    statements,
    vocabulary,
    facts,
    analyser,
    contents: undefined,
  });
  const close = (): void => {
    statements.close();
    db.close();
  };
  return { statements, facts, writer, close };
}
