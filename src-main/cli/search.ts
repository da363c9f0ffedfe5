import type { Hit, HitList } from "#domain/search/hit";
import { describe } from "#domain/text/anchor";
import { ok } from "#domain/result";
import type { ItemSource } from "../library/library-item";
import { SearchEngine } from "../search/search-engine";
import { readSearchText } from "../search/read-search-text";
import { searchSource } from "../search/search-source";
import { searchTexts } from "../search/search-text";
import { readOnlyNotes } from "./read-only-notes";
import { usageFault, type CliContext, type CliOutcome } from "./run-cli";

/** `aide search QUERY`: as in the search box, on an index in memory. `-` reads queries from standard input, one a line. */
export async function search(context: CliContext): Promise<CliOutcome> {
  const { operands } = context.arguments;
  if (operands.length === 0) return usageFault("search needs a query");
  const corpus = await context.corpus();
  const engine = new SearchEngine(":memory:");
  const items = await context.items();
  engine.load(
    await searchSource(
      corpus,
      items,
      readOnlyNotes(context.library, items).store,
    ),
  );
  const store = await context.imported();
  for (const text of searchTexts(store)) engine.putText(text, readSearchText);
  const queries =
    operands[0] === "-" ? await linesOfInput() : [operands.join(" ")];
  for (const text of queries) await answer(context, items, engine, text);
  engine.close();
  return ok("done");
}

async function answer(
  { arguments: args, print }: CliContext,
  items: ItemSource,
  engine: SearchEngine,
  text: string,
): Promise<void> {
  // A terminal sends whole words: a space at the end says that the last one is finished.
  const found = engine.query({
    text: /\s$/u.test(text) ? text : `${text} `,
    limit: args.limit,
    any: args.isAny,
  });
  const hits = [...found.names, ...found.texts].filter(
    (hit) => args.kind === undefined || hit.kind === args.kind,
  );
  const shown = hits.slice(0, args.limit);
  if (args.isJson)
    print(JSON.stringify(await toJson(text, found, shown, items)));
  else {
    print(`${text}: ${found.total} texts, ${found.names.length} names`);
    for (const hit of shown)
      print(
        `  ${hit.kind}\t${hit.title}\t${hit.snippet?.text.replace(/\s+/gu, " ") ?? hit.detail}`,
      );
  }
  if (found.complaint) process.stderr.write(`${found.complaint}\n`);
}

async function toJson(
  query: string,
  { total, ms }: HitList,
  hits: readonly Hit[],
  items: ItemSource,
) {
  return {
    query,
    total,
    ms,
    hits: await Promise.all(hits.map((hit) => hitToJson(hit, items))),
  };
}

async function hitToJson(hit: Hit, items: ItemSource) {
  const { kind, id, itemId, title, score, snippet, target } = hit;
  const item = itemId === undefined ? undefined : items.find(itemId);
  const structured = await item?.structured();
  return {
    kind,
    id,
    ...(itemId === undefined ? {} : { itemId }),
    title,
    score,
    snippet: snippet?.text ?? "",
    ...(structured?.ok && target && target.end > target.start
      ? { selector: describe(structured.value.text, target) }
      : {}),
  };
}

async function linesOfInput(): Promise<string[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks)
    .toString("utf8")
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== "");
}
