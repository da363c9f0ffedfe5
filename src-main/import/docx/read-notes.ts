import { appendAll } from "../office/append-all";
import type { Draft } from "../office/draft";
import { draftNote } from "../office/draft-note";
import { childrenOf, type XmlElement } from "../office/xml-tree";
import { Fields } from "./fields";
import type { NoteKind, NoteReference } from "../office/note-labels";
import { readBlocks } from "./read-blocks";
import type { WordContext } from "./word-context";
import type { Relationships } from "./word-package";

/** One part that holds notes. */
export interface NotePart {
  readonly root: XmlElement;
  readonly relationships: Relationships;
}

/** The parts that hold notes, where there are any. */
export type NoteParts = Readonly<Partial<Record<NoteKind, NotePart>>>;

/**
 * Reads the notes the text refers to, in the order of their references, footnotes before endnotes. A note nobody refers
 * to is left out; one that refers to another brings it in after.
 */
export function readNotes(parts: NoteParts, context: WordContext): Draft[] {
  const drafts = { footnote: [] as Draft[], endnote: [] as Draft[] };
  const bodies = {
    footnote: bodiesOf(parts.footnote),
    endnote: bodiesOf(parts.endnote),
  };
  // Reading a note may add references, so that the list grows on the way.
  for (let at = 0; at < context.notes.references.length; at += 1) {
    const next = context.notes.references[at];
    if (!next) break;
    const body = bodies[next.kind].get(next.id);
    const part = parts[next.kind];
    if (body && part)
      appendAll(drafts[next.kind], readNote(next, body, part, context));
  }
  return [...drafts.footnote, ...drafts.endnote];
}

function readNote(
  { label }: NoteReference,
  body: XmlElement,
  part: NotePart,
  context: WordContext,
): Draft[] {
  const blocks = readBlocks(body, {
    ...context,
    relationships: part.relationships,
    fields: new Fields(body),
  });
  return draftNote(label, blocks);
}

function bodiesOf(part: NotePart | undefined): Map<string, XmlElement> {
  const { root } = part ?? {};
  return new Map(
    [...childrenOf(root, "w:footnote"), ...childrenOf(root, "w:endnote")].map(
      (note) => [note.attributes["w:id"] ?? "", note],
    ),
  );
}
