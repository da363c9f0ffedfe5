import type { Knowledge } from "#domain/knowledge/knowledge";
import type { ItemSource } from "../library/library-item";
import type { LoadedCorpus } from "../library/load-corpus";
import type { NoteStore } from "../notes/note-store";
import type { SearchSource } from "./protocol";

/** The bundled items under the titles they have now, what is known from them, and the user's notes. */
export async function searchSource(
  corpus: LoadedCorpus,
  items: Pick<ItemSource, "find">,
  notes: NoteStore | undefined,
  knowledge: Knowledge = corpus.knowledge,
): Promise<SearchSource> {
  const files = notes ? await notes.scan() : [];
  return {
    items: [...corpus.items.values()].map(({ metadata, structured }) => {
      const { id, title, tags, kind } =
        items.find(metadata.id)?.metadata ?? metadata;
      return { id, title, tags, kind, structured: structured() };
    }),
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
