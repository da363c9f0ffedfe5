import type { CardMark, NoteMark } from "#bridge/contract/library";
import type { TextRange } from "#domain/text/blocks";
import type { ReaderSession } from "../reader-session.svelte";
import type {
  AnnotationsSession,
  PlacedAnnotation,
} from "./annotations-session.svelte";

type PlacedPosition = ReaderSession["positions"][number];

/** Something that belongs to a place of the text and stands beside it. */
export type MarginEntry = {
  readonly key: string;
  readonly start: number;
} & (
  | { readonly kind: "position"; readonly of: PlacedPosition }
  | { readonly kind: "note"; readonly of: NoteMark }
  | { readonly kind: "card"; readonly of: CardMark }
  | { readonly kind: "annotation"; readonly of: PlacedAnnotation }
);

/** What belongs to the page in view, in the order of the text. */
export function marginEntries(
  session: ReaderSession,
  annotations: AnnotationsSession,
): MarginEntry[] {
  const { at, until } = session;
  const isInView = ({ start, end }: TextRange): boolean =>
    start < until && end > at;
  const positions = session.positions.filter(isInView).map((of) => ({
    kind: "position" as const,
    key: `position ${of.position.id} ${of.start}`,
    start: of.start,
    of,
  }));
  const notes = (session.document?.notes ?? []).filter(isInView).map((of) => ({
    kind: "note" as const,
    key: `note ${of.id}`,
    start: of.start,
    of,
  }));
  const cards = (session.document?.cards ?? []).filter(isInView).map((of) => ({
    kind: "card" as const,
    key: `card ${of.id}`,
    start: of.start,
    of,
  }));
  const marks = annotations.touching(at, until).map((of) => ({
    kind: "annotation" as const,
    key: `annotation ${of.id}`,
    start: of.anchor.start,
    of,
  }));
  return [...positions, ...notes, ...cards, ...marks].sort(
    (a, b) => a.start - b.start,
  );
}
