import type { TextRange } from "#domain/text/blocks";

/** Begins a note on a passage. */
export type MakeNote = (
  passage: TextRange & {
    readonly item: string;
    readonly exact: string;
    readonly itemTitle: string;
  },
) => void;
