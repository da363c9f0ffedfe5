import type { Draft } from "../office/draft";
import type { NoteLabels } from "../office/note-labels";
import type { Steps } from "../office/steps";
import type { Warnings } from "../office/warnings";
import type { XmlElement } from "../office/xml-tree";
import type { OdtStyles } from "./odt-styles";
import type { OdtLists } from "./odt-lists";

/** What reading any part of a document needs to know of the whole. */
export interface OdtContext {
  readonly styles: OdtStyles;
  readonly lists: OdtLists;
  readonly notes: NoteLabels;
  /** Notes met in the text, to be written at its end. */
  readonly noteBodies: NoteBody[];
  readonly warnings: Warnings;
  /** One step a paragraph. */
  readonly steps: Steps;
  /** Address of a picture inside the package -> its id; absent when it may not be shown. */
  readonly pictureIds: ReadonlyMap<string, string>;
  /** Keeps a picture that is written into the document itself. */
  readonly addPicture: (bytes: Uint8Array) => string | undefined;
  /** Address of an embedded object -> the root of its content. */
  readonly objects: ReadonlyMap<string, XmlElement>;
  /** False when nothing in the document says a language but its defaults, which nobody chose. */
  readonly tellsLanguages: boolean;
  /** Cells that repetitions may still make. */
  readonly repeats: { left: number };
}

/** A note and where it belongs. */
export interface NoteBody {
  readonly kind: "footnote" | "endnote";
  readonly label: string;
  readonly blocks: readonly Draft[];
}
