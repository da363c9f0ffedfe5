import type { Knowledge } from "#domain/knowledge/knowledge";
import type { ItemSource } from "../library/library-item";
import type { LoadedCorpus } from "../library/load-corpus";
import type { NoteStore } from "../notes/note-store";
import type { SearchItem, SearchSource } from "./protocol";

/** The bundled items under the titles they have now, what is known from them, and the user's notes. */
export async function searchSource(
  corpus: LoadedCorpus,
  items: Pick<ItemSource, "find">,
  notes: NoteStore | undefined,
  knowledge: Knowledge = corpus.knowledge,
): Promise<SearchSource> {
  const files = notes ? await notes.scan() : [];
  return {
    items: await itemsOf(corpus, items),
    notes: files.map(({ note: { id, title, tags, body } }) => ({
      id,
      title,
      tags,
      body,
    })),
    actors: knowledge.actors,
    issues: knowledge.issues,
  };
}

async function itemsOf(
  corpus: LoadedCorpus,
  items: Pick<ItemSource, "find">,
): Promise<SearchItem[]> {
  const told: SearchItem[] = [];
  for (const { metadata, structured } of corpus.items.values()) {
    const { id, title, tags, kind } =
      items.find(metadata.id)?.metadata ?? metadata;
    told.push({ id, title, tags, kind, structured: structured() });
    // Each text is parsed here for the first time: all together would hold up main for too long.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return told;
}
