import type { Memory } from "#domain/study/memory";
import { replay } from "#domain/study/replay";
import { createScheduler } from "#domain/study/scheduler";
import { join } from "node:path";
import { AnnotationStore } from "../annotation/annotation-store";
import { describeCatalogue } from "../catalogue/describe-catalogue";
import type { SearchDocument } from "../search/protocol";
import type { ContextSources } from "../search/query-context";
import type { SearchEngine } from "../search/search-engine";
import { librarySource } from "../search/source/library-source";
import { readLogs } from "../study/read-logs";
import { readOnlyNotes } from "./read-only-notes";
import type { CliContext } from "./run-cli";

/** Puts everything that can be found into an engine, and returns what queries may ask besides. */
export async function openSearched(
  context: CliContext,
  engine: SearchEngine,
  asksForCards: boolean,
): Promise<ContextSources> {
  const { library, userData } = context;
  const items = await context.items();
  const imported = await context.imported();
  const [knowledge, cards] = [await context.knowledge(), await context.cards()];
  const source = librarySource({
    corpus: await context.corpus(),
    items,
    knowledge: () => knowledge,
    cards: () => cards,
    library: () => ({
      library,
      imported,
      notes: readOnlyNotes(library, items).store,
      annotations: new AnnotationStore({
        library,
        historyFolder: join(userData, "history", "annotations"),
      }),
    }),
  });
  engine.know(source.names());
  for await (const told of source.tell()) {
    const { documents } = await source.get(told.map(({ key }) => key));
    for (const document of documents)
      if (!engine.writer.put(document))
        await putReadAgain(context, engine, document);
  }
  const catalogue = await context.catalogue();
  const { collections } = await describeCatalogue(catalogue);
  const memories = asksForCards
    ? await memoriesOf(context)
    : new Map<string, Memory>();
  const now = Date.now();
  return {
    collections: () =>
      collections.map(({ id, title }) => ({
        title,
        items: () => catalogue.memberships().members(id),
      })),
    memories: () => memories,
    now,
    offsetMinutes: -new Date(now).getTimezoneOffset(),
  };
}

/** The parsed form of an imported text is a cache: without it the original is read again. */
async function putReadAgain(
  context: CliContext,
  engine: SearchEngine,
  document: SearchDocument,
): Promise<void> {
  const items = await context.items();
  const structured = await items.find(document.id)?.structured();
  if (!structured?.ok) return;
  const text = { form: "structured" as const, structured: structured.value };
  engine.writer.put({ ...document, text });
}

async function memoriesOf({
  library,
  userData,
}: CliContext): Promise<ReadonlyMap<string, Memory>> {
  const { lines } = await readLogs(library, join(userData, "quarantine"));
  return replay(lines, createScheduler());
}
