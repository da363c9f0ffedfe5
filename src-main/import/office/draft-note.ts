import type { Draft } from "./draft";

/** Makes the blocks of a note out of those of its body; tables and pictures in it stay what they are. */
export function draftNote(label: string, body: readonly Draft[]): Draft[] {
  return body.map((draft): Draft => {
    if (draft.kind === "table" || draft.kind === "figure") return draft;
    if (draft.kind === "rule") return draft;
    const { direction } = draft.extra;
    return {
      kind: "footnote",
      pieces: draft.pieces,
      extra: { label, ...(direction ? { direction } : {}) },
    };
  });
}
