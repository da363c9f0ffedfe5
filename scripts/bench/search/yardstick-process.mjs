// A bare engine as a child of Node: it is given passages, says when all of them are in, and how long each answer took it.
const [name, file] = process.argv.slice(2);
const engine =
  name === "minisearch" ? await bareMiniSearch() : await bareFts5(file);

process.on("message", (message) => {
  if (message.kind === "add") engine.add(message.passages);
  if (message.kind === "all") {
    engine.finish();
    process.send({ kind: "built" });
  }
  if (message.kind === "ask") {
    const startedAt = performance.now();
    engine[message.as](message.text);
    process.send({ kind: "answer", ms: performance.now() - startedAt });
  }
});
process.send({ kind: "started" });

/** Ids with scores. */
async function bareMiniSearch() {
  const { default: MiniSearch } = await import("minisearch");
  const index = new MiniSearch({ fields: ["title", "text"] });
  const boost = { title: 3 };
  const isLast = (_term, at, terms) => at === terms.length - 1;
  return {
    add: (passages) => index.addAll(passages),
    finish: () => undefined,
    whole: (text) => index.search(text, { combineWith: "AND", boost }),
    typed: (text) =>
      index.search(text, { combineWith: "AND", boost, prefix: isLast }),
  };
}

/** FTS5 with the text in the table, through the SQLite that ours has. The first ten, with snippets. */
async function bareFts5(path) {
  const { default: sqlite } = await import("node-sqlite3-wasm");
  const db = new sqlite.Database(path);
  db.exec("pragma journal_mode=off; pragma synchronous=off");
  db.exec(
    "create virtual table passage using fts5(title, body, tokenize='porter unicode61')",
  );
  db.exec("begin");
  const insert = db.prepare("insert into passage values(?, ?)");
  const select = db.prepare(
    "select rowid, title, snippet(passage, 1, '', '', '', 32) as shown from passage where passage match ? order by rank limit 10",
  );
  const quoted = (text) =>
    text
      .split(" ")
      .map((word) => `"${word}"`)
      .join(" ");
  return {
    add(passages) {
      for (const { title, text } of passages) insert.run([title, text]);
    },
    finish: () => db.exec("commit"),
    whole: (text) => select.all([quoted(text)]),
    typed: (text) => select.all([`${quoted(text)}*`]),
  };
}
