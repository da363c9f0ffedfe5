import type { Steps } from "../office/steps";
import type { Warnings } from "../office/warnings";
import type { Fields } from "./fields";
import type { ListCounters } from "./list-counters";
import type { NoteLabels } from "../office/note-labels";
import type { Numbering } from "./numbering";
import type { Styles } from "./styles";
import type { Relationships } from "./word-package";

/** What reading any part of a document needs to know of the whole. */
export interface WordContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly counters: ListCounters;
  readonly notes: NoteLabels;
  readonly warnings: Warnings;
  /** One step a paragraph. */
  readonly steps: Steps;
  /** Name of a picture's part -> its id; absent when it may not be shown. */
  readonly pictureIds: ReadonlyMap<string, string>;
  /** Name of a diagram's part -> its texts. */
  readonly diagrams: ReadonlyMap<string, readonly string[]>;
  /** False when nothing in the document says a language but its defaults, which nobody chose. */
  readonly tellsLanguages: boolean;
  /** Of the part that is being read. */
  readonly relationships: Relationships;
  readonly fields: Fields;
}
