import type { AnnotationView } from "#bridge/contract/annotations";
import type { PlacedAnnotation } from "../annotations/annotations-session.svelte";

/** An annotation that says something, as it stands after the text on paper. */
export interface NumberedNote {
  /** Its number in the text; none for one whose passage does not stand there any more. */
  readonly number: number | undefined;
  readonly annotation: AnnotationView;
}

/** Annotations with words of their own, numbered in the order in which their passages end; orphans last, without a number. */
export function numberNotes(
  annotations: readonly AnnotationView[],
): NumberedNote[] {
  const telling = annotations.filter(
    ({ comment, tags }) => comment.trim() !== "" || tags.length > 0,
  );
  const placed = telling
    .filter(isPlaced)
    .sort(({ anchor: a }, { anchor: b }) => a.end - b.end || a.start - b.start);
  return [
    ...placed.map((annotation, index) => ({ number: index + 1, annotation })),
    ...telling
      .filter((each) => !isPlaced(each))
      .map((annotation) => ({ number: undefined, annotation })),
  ];
}

/** Tells whether an annotation has its place in the text. */
export function isPlaced(
  annotation: AnnotationView,
): annotation is PlacedAnnotation {
  return annotation.anchor.state !== "orphan";
}
