import type { AnnotationsImported } from "#bridge/contract/annotations";
import {
  annotationsIn,
  fromWebAnnotation,
  type Json,
} from "#domain/annotation/web-annotation";
import type { Annotation } from "#domain/annotation/annotation";
import { fail, ok, type Result } from "#domain/result";
import { open } from "node:fs/promises";
import type { AnnotationContext } from "../annotation/annotation-operations";
import { readItem, type ReadItem } from "../annotation/read-item";
import { selectAnew } from "../annotation/select-anew";
import { contentHash } from "../storage/content-hash";
import { errorCode, errorDetail } from "../storage/error-detail";

/** A file of a hundred thousand long annotations is smaller. */
const MOST_BYTES = 200_000_000;
/** What may stand in a file's name; others get a name made from their id. */
const OWN_ID = /^[A-Za-z0-9_-]{1,100}$/u;

/**
 * Takes in the annotations of a W3C file: a collection, a page, a list or one alone. Those that are here already, by
 * their ids, are passed over; those that no longer lead into their item's text are kept as orphans. `item`: where
 * annotations on something unknown go, if their passage stands there; without it, or without the passage, they are
 * counted and left. Failures: `read-failed`, `bad-input`, `write-failed` (what was taken in before it stays).
 */
export async function importAnnotations(
  context: AnnotationContext,
  path: string,
  item: string | undefined,
  now: number,
): Promise<Result<AnnotationsImported>> {
  const json = await readJson(path);
  if (!json.ok) return json;
  const given = annotationsIn(json.value);
  if (given.length === 0)
    return fail({
      code: "bad-input",
      path,
      detail: "there is no W3C annotation in it",
    });
  const counts = {
    added: 0,
    known: 0,
    orphans: 0,
    elsewhere: 0,
    unreadable: 0,
  };
  const changed = new Set<string>();
  const items = new ReadItems(context.items);
  for (const each of given) {
    const read = fromWebAnnotation(each, {
      id: nameOf(each),
      ...(item === undefined ? {} : { item }),
    });
    if (!read.ok) {
      if (item === undefined && /item/u.test(read.failure))
        counts.elsewhere += 1;
      else counts.unreadable += 1;
      continue;
    }
    const annotation = settled(read.value, each, now);
    const on = await items.get(annotation.item);
    const isForeign = !isOn(each, annotation.item);
    const found = await on?.anchor(annotation.selectors, annotation.item);
    const isOrphan = found?.state === "orphan";
    if (!on || !found || (isForeign && isOrphan)) {
      counts.elsewhere += 1;
      continue;
    }
    if (await context.store.has(annotation.item, annotation.id)) {
      counts.known += 1;
      continue;
    }
    const selectors = await selectAnew(on, annotation.selectors, found);
    const added = await context.store.add(
      { ...annotation, selectors },
      each as Json,
      now,
    );
    if (!added.ok) return added;
    counts.added += 1;
    if (isOrphan) counts.orphans += 1;
    changed.add(annotation.item);
  }
  return ok({ ...counts, items: [...changed] });
}

async function readJson(path: string): Promise<Result<unknown>> {
  let text: string;
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > MOST_BYTES)
        return fail({ code: "bad-input", path, detail: "it is too large" });
      text = await file.readFile("utf8");
    } finally {
      await file.close();
    }
  } catch (error) {
    const detail = errorCode(error) ?? errorDetail(error);
    return fail({ code: "read-failed", path, detail });
  }
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/u, "")));
  } catch (error) {
    return fail({ code: "bad-input", path, detail: errorDetail(error) });
  }
}

/** A name for an annotation of another tool: the same each time, so that it is known when it comes again. */
function nameOf(json: unknown): string {
  const id = (json as { readonly id?: unknown }).id;
  const content = typeof id === "string" ? id : JSON.stringify(json);
  return `a_${contentHash(content).slice(0, 26)}`;
}

/** Ids become file names, and times that are still to come become now. */
function settled(
  annotation: Annotation,
  json: unknown,
  now: number,
): Annotation {
  const { id, createdAt } = annotation;
  return {
    ...annotation,
    id: OWN_ID.test(id) ? id : nameOf(json),
    ...(createdAt === undefined ? {} : { createdAt: Math.min(createdAt, now) }),
  };
}

/** Tells whether an annotation names an item of ours as its target itself. */
function isOn(json: unknown, item: string): boolean {
  const read = fromWebAnnotation(json, { id: "a" });
  return read.ok && read.value.item === item;
}

/** Each item is read when first needed; none is there for one that cannot be read. */
class ReadItems {
  readonly #items: AnnotationContext["items"];
  readonly #read = new Map<string, ReadItem | undefined>();

  constructor(items: AnnotationContext["items"]) {
    this.#items = items;
  }

  async get(id: string): Promise<ReadItem | undefined> {
    if (!this.#read.has(id)) {
      const read = await readItem(this.#items, id);
      this.#read.set(id, read.ok ? read.value : undefined);
    }
    return this.#read.get(id);
  }
}
