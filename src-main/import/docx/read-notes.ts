import type { Draft } from "../office/draft";
import { childrenOf, type XmlElement } from "../office/xml-tree";
import { Fields } from "./fields";
import type { NoteKind, NoteReference } from "./note-labels";
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
  const done = new Set<string>();
  const bodies = {
    footnote: bodiesOf(parts.footnote),
    endnote: bodiesOf(parts.endnote),
  };
  for (let next = nextNote(); next; next = nextNote()) {
    done.add(next.label);
    const body = bodies[next.kind].get(next.id);
    const part = parts[next.kind];
    if (body && part)
      drafts[next.kind].push(...readNote(next, body, part, context));
  }
  return [...drafts.footnote, ...drafts.endnote];

  function nextNote(): NoteReference | undefined {
    return context.notes.references.find(({ label }) => !done.has(label));
  }
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
  return blocks.map((draft) =>
    draft.kind === "table" || draft.kind === "figure" || draft.kind === "rule"
      ? draft
      : {
          kind: "footnote",
          pieces: draft.pieces,
          extra: {
            label,
            ...(draft.extra.direction
              ? { direction: draft.extra.direction }
              : {}),
          },
        },
  );
}

function bodiesOf(part: NotePart | undefined): Map<string, XmlElement> {
  const { root } = part ?? {};
  return new Map(
    [...childrenOf(root, "w:footnote"), ...childrenOf(root, "w:endnote")].map(
      (note) => [note.attributes["w:id"] ?? "", note],
    ),
  );
}
