import lunr from "lunr";
import MiniSearch from "minisearch";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale } from "../build-if-stale.mjs";
import { repositoryRoot } from "../repository-root.mjs";
import { startOurs } from "./search/our-process.mjs";

const SUITE = join(
  process.env.AIDE_SUITES ?? join(repositoryRoot, "../shared/suites"),
  "cranfield",
);
const SHOWN = 200;

/**
 * How well hits are ordered, on the Cranfield collection (1,400 abstracts, queries with grades): nDCG of the first ten and
 * mean average precision, beside lunr and minisearch with the same weights. One word of a query suffices.
 */
export async function benchRelevance({ log }) {
  if (!existsSync(SUITE)) {
    log(`Not measured: the Cranfield collection is not at ${SUITE}`);
    return [];
  }
  await buildIfStale({ log });
  const documents = linesOf("documents.jsonl");
  const queries = linesOf("queries.jsonl");
  const orders = {
    ours: await ourOrders(documents, queries),
    minisearch: miniOrders(documents, queries),
    lunr: lunrOrders(documents, queries),
  };
  return [
    row("nDCG@10", orders, queries, ndcg, 0.365),
    row("MAP", orders, queries, averagePrecision, 0.31),
  ];
}

function linesOf(name) {
  return readFileSync(join(SUITE, name), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

function row(name, orders, queries, measure, goal) {
  const mean = (order) => {
    const values = queries.map(({ grades }, at) => measure(order[at], grades));
    const sum = values.reduce((total, value) => total + value, 0);
    return Math.round((sum / values.length) * 1_000) / 1_000;
  };
  const ours = mean(orders.ours);
  const value = mean(orders.minisearch);
  return {
    name,
    unit: "",
    ours,
    yardstick: { name: "minisearch", value },
    lunr: mean(orders.lunr),
    ratio: Math.round((ours / value) * 1_000) / 1_000,
    runs: queries.length,
    goal,
    ok: ours >= goal,
  };
}

async function ourOrders(documents, queries) {
  const folder = await mkdtemp(join(tmpdir(), "aide-memoire-bench-"));
  const ours = await startOurs(
    join(folder, "index.sqlite3"),
    documents.map(({ id, title, text }) => ({
      key: `item/${id}`,
      fingerprint: String(id),
      kind: "passage",
      id: String(id),
      itemId: String(id),
      title,
      tags: [],
      language: "en",
      text: { form: "plain", body: text },
    })),
  );
  await ours.tell();
  const orders = [];
  for (const { text } of queries) {
    const { groups } = await ours.ask(`${text} `, SHOWN, true);
    orders.push(groups.map(({ id }) => id));
  }
  await ours.stop();
  await rm(folder, { recursive: true });
  return orders;
}

function miniOrders(documents, queries) {
  const index = new MiniSearch({ fields: ["title", "text"] });
  index.addAll(documents);
  return queries.map(({ text }) =>
    index.search(text, { boost: { title: 3 } }).map(({ id }) => String(id)),
  );
}

function lunrOrders(documents, queries) {
  const index = lunr(function build() {
    this.field("title", { boost: 3 });
    this.field("text");
    for (const { id, title, text } of documents)
      this.add({ id: String(id), title, text });
  });
  return queries.map(({ text }) =>
    index
      .query((query) => {
        for (const token of lunr.tokenizer(text)) query.term(String(token));
      })
      .map(({ ref }) => ref),
  );
}

/** Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002, gain = grade). */
function ndcg(order, grades) {
  const gain = (values) =>
    values
      .slice(0, 10)
      .reduce((sum, value, at) => sum + value / Math.log2(at + 2), 0);
  const ideal = gain(Object.values(grades).sort((a, b) => b - a));
  return ideal === 0 ? 0 : gain(order.map((id) => grades[id] ?? 0)) / ideal;
}

function averagePrecision(order, grades) {
  const relevant = Object.keys(grades).filter((id) => grades[id] > 0);
  let [hits, sum] = [0, 0];
  order.forEach((id, at) => {
    if ((grades[id] ?? 0) === 0) return;
    hits += 1;
    sum += hits / (at + 1);
  });
  return relevant.length === 0 ? 0 : sum / relevant.length;
}
