import { complaintSentence } from "#domain/search/complaint";
import {
  NAME_KINDS,
  TEXT_KINDS,
  type HitList,
  type TextHit,
} from "#domain/search/hit";
import { LONGEST_QUERY } from "#domain/search/query";
import { withoutRepeats } from "#domain/search/without-repeats";
import { describe } from "#domain/text/anchor";
import type { TextRange } from "#domain/text/blocks";
import { ok } from "#domain/result";
import type { ItemSource } from "../library/library-item";
import { queryContext, type ContextSources } from "../search/query-context";
import { SearchEngine } from "../search/search-engine";
import { usageFault, type CliContext, type CliOutcome } from "./run-cli";
import { openSearched } from "./open-searched";

/** One line of what was found: a name, or a passage. */
interface Found {
  readonly kind: string;
  readonly id: string;
  readonly itemId?: string;
  readonly title: string;
  readonly detail: string;
  readonly score: number;
  readonly snippet?: string;
  readonly target?: TextRange;
}

const CARD_FILTERS = /(?:due|forgotten):/iu;

/** `aide search QUERY`: as in the search box, on an index in memory. `-` reads queries from standard input, one a line. */
export async function search(context: CliContext): Promise<CliOutcome> {
  const { operands, kind } = context.arguments;
  if (operands.length === 0) return usageFault("search needs a query");
  const kinds: readonly string[] = [...TEXT_KINDS, ...NAME_KINDS];
  if (kind !== undefined && !kinds.includes(kind))
    return usageFault(
      `--kind takes one of ${[...new Set(kinds)].join(", ")}, not “${kind}”`,
    );
  const queries =
    operands[0] === "-" ? await linesOfInput() : [operands.join(" ")];
  const engine = new SearchEngine(":memory:");
  const asksForCards = queries.some((text) => CARD_FILTERS.test(text));
  const sources = await openSearched(context, engine, asksForCards);
  const items = await context.items();
  for (const text of queries.map(readable))
    await answer(context, { items, engine, sources }, text);
  engine.close();
  return ok("done");
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** As much of a query as the search box reads. */
function readable(text: string): string {
  if (text.length > LONGEST_QUERY)
    process.stderr.write(
      `Only the first ${LONGEST_QUERY} letters of the query are searched.\n`,
    );
  return text.slice(0, LONGEST_QUERY);
}

interface Searched {
  readonly items: ItemSource;
  readonly engine: SearchEngine;
  readonly sources: ContextSources;
}

async function answer(
  { arguments: args, print }: CliContext,
  { items, engine, sources }: Searched,
  text: string,
): Promise<void> {
  // A terminal sends whole words: a space at the end says that the last one is finished.
  const typed = /\s$/u.test(text) ? text : `${text} `;
  const query =
    args.kind !== undefined && isTextKind(args.kind)
      ? `${typed}kind:${args.kind} `
      : typed;
  const found = engine.query(
    {
      text: query,
      limit: args.limit,
      any: args.isAny,
      context: queryContext(query, sources),
    },
    { state: "ready", done: 0, total: 0 },
  );
  const hits = linesOf(found)
    .filter(({ kind }) => args.kind === undefined || kind === args.kind)
    .slice(0, args.limit);
  if (args.isJson)
    print(JSON.stringify(await toJson(text, found, hits, items)));
  else {
    print(
      `${text}: ${counted(found.total, "text")}, ${counted(found.names.length, "name")}`,
    );
    for (const hit of hits)
      print(
        `  ${hit.kind}\t${hit.title}\t${hit.snippet?.replace(/\s+/gu, " ") ?? hit.detail}`,
      );
    for (const { start, end } of found.absent)
      print(`  No text holds: ${query.slice(start, end)}`);
    for (const spelling of found.spellings)
      print(`  Did you mean: ${spelling.text.trim()}`);
  }
  for (const complaint of found.query.complaints)
    process.stderr.write(`${complaintSentence(complaint)}\n`);
}

function isTextKind(kind: string): boolean {
  return (TEXT_KINDS as readonly string[]).includes(kind);
}

/** Names first, then passages: the order of the screen. */
function linesOf(hits: HitList): Found[] {
  return [
    ...hits.names,
    ...withoutRepeats(hits).flatMap(
      ({ hits, kind, id, itemId, title, detail }) =>
        hits.map((hit): Found => ({
          kind,
          id: kind === "passage" ? hit.id.replace(/^item\//u, "") : id,
          ...(itemId === undefined ? {} : { itemId }),
          title,
          detail,
          score: hit.score,
          snippet: shownText(hit),
          ...(kind === "passage" ? { target: hit.target } : {}),
        })),
    ),
  ];
}

/** What was found of a passage, with its heading where that alone answers the query. */
function shownText({ heading, headingMarks, snippet }: TextHit): string {
  const isInHeading = headingMarks.length > 0 && snippet.marks.length === 0;
  return isInHeading ? `${heading}\n\n${snippet.text}` : snippet.text;
}

async function toJson(
  query: string,
  { total, ms }: HitList,
  hits: readonly Found[],
  items: ItemSource,
) {
  return {
    query,
    total,
    ms,
    hits: await Promise.all(hits.map((hit) => hitToJson(hit, items))),
  };
}

async function hitToJson(hit: Found, items: ItemSource) {
  const { kind, id, itemId, title, score, snippet, target } = hit;
  const item = itemId === undefined ? undefined : items.find(itemId);
  const structured = await (target && item?.structured());
  return {
    kind,
    id,
    ...(itemId === undefined ? {} : { itemId }),
    title,
    score,
    snippet: snippet ?? "",
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
