import type { Knowledge } from "#domain/knowledge/knowledge";
import type { LoadedCorpus } from "../library/load-corpus";
import type { NoteStore } from "../notes/note-store";
import type { SearchSource } from "./protocol";

/** Everything that can be found: the items of all collections, what is known from them, and the user's notes. */
export async function searchSource(
  corpus: LoadedCorpus,
  notes: NoteStore | undefined,
  knowledge: Knowledge = corpus.knowledge,
): Promise<SearchSource> {
  const files = notes ? await notes.scan() : [];
  return {
    items: [...corpus.items.values()].map(
      ({ metadata: { id, title, tags, kind }, structured }) => ({
        id,
        title,
        tags,
        kind,
        structured: structured(),
      }),
    ),
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
