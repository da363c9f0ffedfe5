import type {
  AnnotationChanged,
  AnnotationView,
} from "#bridge/contract/annotations";
import type {
  Annotation,
  AnnotationChanges,
} from "#domain/annotation/annotation";
import { fail, ok, type Result } from "#domain/result";
import type { TextRange } from "#domain/text/blocks";
import type { Selector } from "#domain/text/selectors";
import type { ItemSource } from "../library/library-item";
import type { AnchorInItem } from "./anchor-in-item";
import type { AnnotationStore } from "./annotation-store";
import { completeSelectors } from "./complete-selectors";
import { describePassage } from "./describe-passage";
import { readItem, type ReadItem } from "./read-item";

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
  const read = await readItem(items, item);
  if (!read.ok) return read;
  const folders = await foldersOf({ store, items }, item);
  const all = await Promise.all(folders.map((each) => store.list(each)));
  const views = await Promise.all(
    all.flat().map((each) => viewOf(read.value.anchor, each)),
  );
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
  const described = await selectPassage(items, passage);
  if (!described.ok) return described;
  const { selectors, anchor } = described.value;
  const made = await store.create(
    { item: passage.item, selectors, ...content },
    now,
  );
  return made.ok ? ok(await viewOf(anchor, made.value)) : made;
}

/** Failures: `not-found`, `write-failed`. */
export async function changeAnnotation(
  { store, items }: AnnotationContext,
  item: string,
  id: string,
  changes: AnnotationChanges,
  now: number,
): Promise<Result<AnnotationChanged>> {
  const read = await readItem(items, item);
  if (!read.ok) return read;
  const { structured, anchor } = read.value;
  const places = await read.value.places();
  const changed = await store.change(item, id, changes, now, (annotation) => ({
    ...annotation,
    selectors: completeSelectors(structured.text, places, annotation.selectors),
  }));
  if (!changed.ok) return changed;
  const { annotation, inverse } = changed.value;
  return ok({ annotation: await viewOf(anchor, annotation), inverse });
}

/** Puts an annotation on another passage. Failures: `not-found`, `bad-request`, `write-failed`. */
export async function attachAnnotation(
  context: AnnotationContext,
  passage: { readonly item: string } & TextRange,
  id: string,
  now: number,
): Promise<Result<AnnotationChanged>> {
  const described = await selectPassage(context.items, passage);
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
): Promise<Result<AnnotationView[]>> {
  const read = await readItem(items, item);
  if (!read.ok) return read;
  const views: AnnotationView[] = [];
  for (const path of trashed) {
    const restored = await store.restore(item, path);
    if (!restored.ok) return restored;
    views.push(await viewOf(read.value.anchor, restored.value));
  }
  return ok(views);
}

async function selectPassage(
  items: AnnotationContext["items"],
  { item, start, end }: { readonly item: string } & TextRange,
): Promise<
  Result<Pick<ReadItem, "anchor"> & { readonly selectors: readonly Selector[] }>
> {
  const read = await readItem(items, item);
  if (!read.ok) return read;
  const { structured, anchor, places } = read.value;
  if (start >= end || end > structured.text.length)
    return fail({
      code: "bad-request",
      detail: `no passage ${start}-${end} in ${item}`,
    });
  const range = { start, end };
  const selectors = describePassage(structured, await places(), range);
  return ok({ anchor, selectors });
}

async function viewOf(
  anchor: AnchorInItem,
  annotation: Annotation,
): Promise<AnnotationView> {
  const quote = annotation.selectors.find(
    (each) => each.type === "TextQuoteSelector",
  );
  return {
    ...annotation,
    anchor: await anchor(annotation.selectors, annotation.item),
    quote: quote?.exact ?? "",
  };
}

function placeOf({ anchor }: AnnotationView): number {
  return anchor.state === "orphan" ? Infinity : anchor.start;
}
