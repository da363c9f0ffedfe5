import {
  HIGHLIGHT_COLOURS,
  MOTIVATIONS,
  type Annotation,
} from "#domain/annotation/annotation";
import { isSelector, type Anchor, type Selector } from "#domain/text/selectors";
import * as v from "valibot";
import { request } from "./define";

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const comment = v.pipe(v.string(), v.maxLength(1_000_000));
const tags = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
  v.maxLength(200),
);
const colour = v.picklist(HIGHLIGHT_COLOURS);
const motivation = v.picklist(MOTIVATIONS);
const selectors = v.pipe(
  v.array(v.custom<Selector>(isSelector)),
  v.minLength(1),
  v.maxLength(20),
);

/** W3C JSON-LD that any program of the standard reads, or Markdown for people. */
export const ANNOTATION_FORMATS = ["json-ld", "markdown"] as const;
export type AnnotationFormat = (typeof ANNOTATION_FORMATS)[number];

/** Highlights, comments and bookmarks on passages. Every change is answered with what takes it back. */
export const annotations = {
  /** All of an item, in the order of the text; orphans last. */
  "annotations/list": request(v.strictObject({ item: id })).returns<
    readonly AnnotationView[]
  >(),
  "annotations/create": request(
    v.strictObject({
      item: id,
      start: offset,
      end: offset,
      motivation,
      colour,
      comment: v.optional(comment, ""),
      tags: v.optional(tags, []),
    }),
  ).returns<AnnotationView>(),
  /** Failures: `not-found`, `write-failed`. */
  "annotations/change": request(
    v.strictObject({
      item: id,
      id,
      changes: v.strictObject({
        colour: v.exactOptional(colour),
        comment: v.exactOptional(comment),
        tags: v.exactOptional(tags),
        motivation: v.exactOptional(motivation),
        selectors: v.exactOptional(selectors),
      }),
    }),
  ).returns<AnnotationChanged>(),
  /** Attaches an annotation, an orphan above all, to a passage that the person shows. */
  "annotations/attach": request(
    v.strictObject({ item: id, id, start: offset, end: offset }),
  ).returns<AnnotationChanged>(),
  /** Moves annotations to the trash. */
  "annotations/remove": request(
    v.strictObject({ item: id, ids: v.array(id) }),
  ).returns<{ readonly trashed: readonly string[] }>(),
  "annotations/restore": request(
    v.strictObject({ item: id, trashed: v.array(v.string()) }),
  ).returns<readonly AnnotationView[]>(),
  /** Asks with the system's dialog where to write an item's annotations, or all, to; `null` when cancelled. */
  "annotations/export": request(
    v.strictObject({
      item: v.exactOptional(id),
      format: v.picklist(ANNOTATION_FORMATS),
    }),
  ).returns<{ readonly path: string; readonly count: number } | null>(),
  /**
   * Asks with the system's dialog for a file of W3C annotations and takes them in; `null` when cancelled. `item`: where
   * annotations on what is unknown go, if their passage stands there. Failures: `read-failed`, `bad-input`,
   * `write-failed`.
   */
  "annotations/import": request(
    v.strictObject({ item: v.exactOptional(id) }),
  ).returns<AnnotationsImported | null>(),
};

/** What became of the annotations of a file. */
export interface AnnotationsImported {
  readonly added: number;
  /** Of the added: those that do not lead into their text any more. */
  readonly orphans: number;
  /** Here already. */
  readonly known: number;
  /** On items that are not in the library. */
  readonly elsewhere: number;
  readonly unreadable: number;
  /** Items that have new ones. */
  readonly items: readonly string[];
}

export interface AnnotationView extends Annotation {
  readonly anchor: Anchor;
  /** The words it was made on, whatever the text says now. */
  readonly quote: string;
}

export interface AnnotationChanged {
  readonly annotation: AnnotationView;
  /** The changes that take it back. */
  readonly inverse: {
    readonly colour?: Annotation["colour"];
    readonly comment?: string;
    readonly tags?: readonly string[];
    readonly motivation?: Annotation["motivation"];
    readonly selectors?: readonly Selector[];
  };
}
