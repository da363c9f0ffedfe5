import type { SearchDocument } from "./protocol";

const ITEMS = 8;
const PARAGRAPHS = [
  "The ministers met behind closed doors and agreed on nothing in particular, but they agreed to say so together.",
  "A year later the same words stood in another treaty, and those who had written them remembered what they had meant.",
  "Neither delegation was willing to publish the letters; each of them said that the other had asked for silence.",
];

/**
 * Loads everything that indexing and asking need, and has both done on an index in memory: V8 compiles a function, of SQLite
 * as of ours, when it is first called, which would otherwise be waited for with the first question.
 *
 * @throws Error when SQLite cannot be loaded
 */
export async function setInMotion(): Promise<void> {
  const { SearchEngine } = await import("./search-engine");
  const engine = new SearchEngine(":memory:");
  try {
    for (let number = 0; number < ITEMS; number += 1)
      engine.writer.put(item(number));
    const steps = engine.warmUp({ state: "ready", done: ITEMS, total: ITEMS });
    while (!steps.next().done);
    engine.writer.remove([item(0).key]);
  } finally {
    engine.close();
  }
}

function item(number: number): SearchDocument {
  const id = String(number);
  const text = PARAGRAPHS.join("\n\n");
  let start = 0;
  const blocks = PARAGRAPHS.map((paragraph) => {
    const block = {
      kind: "paragraph" as const,
      start,
      end: start + paragraph.length,
      marks: [],
    };
    start = block.end + 2;
    return block;
  });
  return {
    key: `item/${id}`,
    fingerprint: id,
    kind: "passage",
    id,
    itemId: id,
    title: `Silence of ministers ${id}`,
    tags: ["treaty"],
    text: { form: "structured", structured: { version: 1, text, blocks } },
  };
}
