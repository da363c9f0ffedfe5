import type { AnnotationFormat } from "#bridge/contract/annotations";
import type { HighlightColour } from "#domain/annotation/annotation";
import {
  annotationsMarkdown,
  type AnnotatedItem,
} from "#domain/annotation/annotations-markdown";
import {
  toCollection,
  toWebAnnotation,
  type Json,
} from "#domain/annotation/web-annotation";
import { fail, ok, type Result } from "#domain/result";
import {
  foldersOf,
  type AnnotationContext,
} from "../annotation/annotation-operations";
import { errorDetail } from "../storage/error-detail";
import { replaceFile } from "../storage/replace-file";
import type { AnnotationFile } from "../annotation/annotation-file";
import { readItem } from "../annotation/read-item";

export const ANNOTATION_ENDINGS: Readonly<Record<AnnotationFormat, string>> = {
  "json-ld": "jsonld",
  markdown: "md",
};

/** How annotations are written out. */
export interface AnnotationExport {
  /** Of one item; of all without it. */
  readonly item?: string;
  readonly format: AnnotationFormat;
  /** What a highlight's colour means to the person. */
  readonly nameOf: (colour: HighlightColour) => string;
  /** An item in a list of references; its title where it cannot be cited. */
  readonly referenceOf: (item: string) => Promise<string>;
}

/** Writes annotations into a file, whole or not at all. Failure: `write-failed`. */
export async function exportAnnotations(
  context: AnnotationContext,
  options: AnnotationExport,
  path: string,
  now: number,
): Promise<Result<{ readonly path: string; readonly count: number }>> {
  const items =
    options.item === undefined
      ? await context.store.items()
      : await foldersOf(context, options.item);
  const files = new Map<string, readonly AnnotationFile[]>();
  for (const item of items.sort())
    files.set(item, await context.store.files(item));
  const text =
    options.format === "json-ld"
      ? collectionText([...files.values()].flat())
      : await markdownText(context, files, options);
  try {
    await replaceFile(path, text, { now });
  } catch (error) {
    return fail({ code: "write-failed", path, detail: errorDetail(error) });
  }
  return ok({ path, count: [...files.values()].flat().length });
}

function collectionText(files: readonly AnnotationFile[]): string {
  const all: Json[] = files.map(({ annotation, json }) =>
    toWebAnnotation(annotation, json),
  );
  return `${JSON.stringify(toCollection("Aide-Mémoire", all), null, 2)}\n`;
}

async function markdownText(
  { items }: AnnotationContext,
  files: ReadonlyMap<string, readonly AnnotationFile[]>,
  { nameOf, referenceOf }: AnnotationExport,
): Promise<string> {
  const annotated: AnnotatedItem[] = [];
  for (const [id, ofItem] of files) {
    if (ofItem.length === 0) continue;
    const item = items.find(id);
    const read = await readItem(items, id);
    const { text, pages = [] } = read.ok ? read.value.structured : { text: "" };
    const anchored = ofItem.map(async ({ annotation }) => {
      const { selectors, item: madeOn } = annotation;
      const found = read.ok && (await read.value.anchor(selectors, madeOn));
      const isFound = found && found.state !== "orphan";
      return { annotation, start: isFound ? found.start : Infinity };
    });
    const placed = (await Promise.all(anchored)).sort(
      (a, b) => a.start - b.start,
    );
    annotated.push({
      id,
      title: item?.metadata.title ?? id,
      reference: await referenceOf(id),
      annotations: placed.map(({ annotation, start }) => {
        const { comment, tags, colour, motivation, selectors } = annotation;
        const quote = selectors.find(
          (each) => each.type === "TextQuoteSelector",
        );
        const isOrphan = start === Infinity;
        const page = isOrphan
          ? undefined
          : pages.findLast((each) => each.start <= start)?.label;
        return {
          quote: quote?.exact ?? text.slice(start, start + 80),
          comment,
          tags,
          colour,
          isBookmark: motivation === "bookmarking",
          isOrphan,
          ...(page === undefined ? {} : { page }),
        };
      }),
    });
  }
  return annotationsMarkdown(annotated, nameOf);
}
