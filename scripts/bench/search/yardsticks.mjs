import MiniSearch from "minisearch";
import sqlite from "node-sqlite3-wasm";

/** Bare minisearch on the same passages: the time to build it, and how it answers. */
export function buildMiniSearch(items) {
  const index = new MiniSearch({ fields: ["title", "text"] });
  const startedAt = performance.now();
  for (const { id, title, passages } of items)
    passages.forEach((text, at) =>
      index.add({ id: `${id}#${at}`, title, text }),
    );
  const boost = { title: 3 };
  const isLast = (_term, at, terms) => at === terms.length - 1;
  return {
    seconds: (performance.now() - startedAt) / 1_000,
    whole: (text) => index.search(text, { combineWith: "AND", boost }),
    typed: (text) =>
      index.search(text, { combineWith: "AND", boost, prefix: isLast }),
  };
}

/** Bare FTS5 with the text in the table, through the same SQLite. */
export function buildFts5(items, file) {
  const db = new sqlite.Database(file);
  db.exec("pragma journal_mode=off; pragma synchronous=off");
  db.exec(
    "create virtual table passage using fts5(title, body, tokenize='porter unicode61')",
  );
  const insert = db.prepare("insert into passage values(?, ?)");
  const startedAt = performance.now();
  db.exec("begin");
  for (const { title, passages } of items)
    for (const text of passages) insert.run([title, text]);
  db.exec("commit");
  const seconds = (performance.now() - startedAt) / 1_000;
  const select = db.prepare(
    "select rowid, title, snippet(passage, 1, '', '', '', 32) as shown from passage where passage match ? order by rank limit 10",
  );
  const quoted = (text) =>
    text
      .split(" ")
      .map((word) => `"${word}"`)
      .join(" ");
  return {
    seconds,
    whole: (text) => select.all([quoted(text)]),
    typed: (text) => select.all([`${quoted(text)}*`]),
    close() {
      insert.finalize();
      select.finalize();
      db.close();
    },
  };
}
