import type {
  AnnotationChanged,
  AnnotationView,
} from "#bridge/contract/annotations";
import type {
  Annotation,
  AnnotationChanges,
} from "#domain/annotation/annotation";
import { fail, ok, type Result } from "#domain/result";
import { createAnchorer, describe, type Anchorer } from "#domain/text/anchor";
import type { StructuredText, TextRange } from "#domain/text/blocks";
import { describeByLetters } from "#domain/text/letter-position";
import { letterSumsOf, type LetterSums } from "#domain/text/letter-sums";
import type { Selector } from "#domain/text/selectors";
import type { ItemSource } from "../library/library-item";
import type { AnnotationStore } from "./annotation-store";

const letterSums = new WeakMap<StructuredText, LetterSums>();

export interface AnnotationContext {
  readonly store: AnnotationStore;
  readonly items: Pick<ItemSource, "find">;
}

/** What a new annotation holds beside its passage. */
export type AnnotationContent = Pick<
  Annotation,
  "motivation" | "colour" | "comment" | "tags"
>;

/** All annotations of an item, anchored, in the order of its text; orphans last. Failures: those of reading the item. */
export async function listAnnotations(
  { store, items }: AnnotationContext,
  item: string,
): Promise<Result<AnnotationView[]>> {
  const text = await textOf(items, item);
  if (!text.ok) return text;
  const anchorer = createAnchorer(text.value.text);
  const folders = await foldersOf({ store, items }, item);
  const all = await Promise.all(folders.map((each) => store.list(each)));
  const views = all.flat().map((each) => viewOf(anchorer, each));
  return ok(views.sort((a, b) => placeOf(a) - placeOf(b)));
}

/** The item itself, and those with annotations that were merged into it. */
export async function foldersOf(
  { store, items }: AnnotationContext,
  item: string,
): Promise<string[]> {
  const merged = (await store.items()).filter(
    (each) => each !== item && items.find(each)?.metadata.id === item,
  );
  return [item, ...merged];
}

/** Failures: `not-found` (item), `bad-request` (no such passage), `write-failed`. */
export async function createAnnotation(
  { store, items }: AnnotationContext,
  passage: { readonly item: string } & TextRange,
  content: AnnotationContent,
  now: number,
): Promise<Result<AnnotationView>> {
  const described = await describePassage(items, passage);
  if (!described.ok) return described;
  const { selectors, text } = described.value;
  const made = await store.create(
    { item: passage.item, selectors, ...content },
    now,
  );
  return made.ok ? ok(viewOf(createAnchorer(text), made.value)) : made;
}

/** Failures: `not-found`, `write-failed`. */
export async function changeAnnotation(
  { store, items }: AnnotationContext,
  item: string,
  id: string,
  changes: AnnotationChanges,
  now: number,
): Promise<Result<AnnotationChanged>> {
  const text = await textOf(items, item);
  if (!text.ok) return text;
  const changed = await store.change(item, id, changes, now);
  if (!changed.ok) return changed;
  const { annotation, inverse } = changed.value;
  return ok({
    annotation: viewOf(createAnchorer(text.value.text), annotation),
    inverse,
  });
}

/** Puts an annotation on another passage. Failures: `not-found`, `bad-request`, `write-failed`. */
export async function attachAnnotation(
  context: AnnotationContext,
  passage: { readonly item: string } & TextRange,
  id: string,
  now: number,
): Promise<Result<AnnotationChanged>> {
  const described = await describePassage(context.items, passage);
  if (!described.ok) return described;
  const { selectors } = described.value;
  return changeAnnotation(context, passage.item, id, { selectors }, now);
}

/** Moves annotations to the trash; what was moved before a failure stays moved and can be restored. */
export async function removeAnnotations(
  { store }: AnnotationContext,
  item: string,
  ids: readonly string[],
  now: number,
): Promise<Result<{ readonly trashed: readonly string[] }>> {
  const trashed: string[] = [];
  for (const id of ids) {
    const removed = await store.remove(item, id, now);
    if (!removed.ok && trashed.length === 0) return removed;
    if (removed.ok) trashed.push(removed.value);
  }
  return ok({ trashed });
}

/** Failures: `not-found`, `write-failed`. */
export async function restoreAnnotations(
  { store, items }: AnnotationContext,
  item: string,
  trashed: readonly string[],
  now: number,
): Promise<Result<AnnotationView[]>> {
  const text = await textOf(items, item);
  if (!text.ok) return text;
  const anchorer = createAnchorer(text.value.text);
  const views: AnnotationView[] = [];
  for (const path of trashed) {
    const restored = await store.restore(item, path, now);
    if (!restored.ok) return restored;
    views.push(viewOf(anchorer, restored.value));
  }
  return ok(views);
}

async function describePassage(
  items: AnnotationContext["items"],
  { item, start, end }: { readonly item: string } & TextRange,
): Promise<
  Result<{ readonly selectors: readonly Selector[]; readonly text: string }>
> {
  const structured = await textOf(items, item);
  if (!structured.ok) return structured;
  const { text, pages = [] } = structured.value;
  if (start >= end || end > text.length)
    return fail({
      code: "bad-request",
      detail: `no passage ${start}-${end} in ${item}`,
    });
  const page = pages.findLast((each) => each.start <= start);
  return ok({
    text,
    selectors: [
      ...describe(text, { start, end }),
      describeByLetters(sumsOf(structured.value), { start, end }),
      ...(page
        ? [{ type: "FragmentSelector" as const, value: `page=${page.label}` }]
        : []),
    ],
  });
}

/** Worked out once for a text as long as it is kept: of a long book that takes a fifth of a second. */
function sumsOf(structured: StructuredText): LetterSums {
  const known = letterSums.get(structured);
  if (known) return known;
  const made = letterSumsOf(structured.text);
  letterSums.set(structured, made);
  return made;
}

async function textOf(
  items: AnnotationContext["items"],
  id: string,
): Promise<Result<StructuredText>> {
  const item = items.find(id);
  return item
    ? item.structured()
    : fail({ code: "not-found", kind: "item", id });
}

function viewOf(anchorer: Anchorer, annotation: Annotation): AnnotationView {
  const quote = annotation.selectors.find(
    (each) => each.type === "TextQuoteSelector",
  );
  return {
    ...annotation,
    anchor: anchorer.anchor(annotation.selectors),
    quote: quote?.exact ?? "",
  };
}

function placeOf({ anchor }: AnnotationView): number {
  return anchor.state === "orphan" ? Infinity : anchor.start;
}
