import type { AnnotationView } from "#bridge/contract/annotations";
import type { TextRange } from "#domain/text/blocks";
import type { AnnotationsSession } from "./annotations-session.svelte";

/** Those that joining would make one of: all under the selection, bookmarks aside. */
export function mergeable(
  session: AnnotationsSession,
  selected: TextRange | undefined,
): string[] {
  if (!selected) return [];
  return session
    .touching(selected.start, selected.end)
    .filter(({ motivation }) => motivation !== "bookmarking")
    .map(({ id }) => id);
}

/** Where a selection inside an annotation cuts it: at its beginning, or at its end when it begins with the annotation. */
export function cutPlace(
  annotation: AnnotationView | undefined,
  selected: TextRange | undefined,
): number | undefined {
  if (!annotation || annotation.anchor.state === "orphan" || !selected)
    return undefined;
  const { start, end } = annotation.anchor;
  const place = selected.start > start ? selected.start : selected.end;
  return place > start && place < end ? place : undefined;
}
