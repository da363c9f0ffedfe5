import type { Annotation } from "#domain/annotation/annotation";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { AnnotationStore } from "../../annotation/annotation-store";
import type { ItemSource } from "../../library/library-item";
import type { SearchDocument, ToldDocument } from "../protocol";
import { isoDay } from "./iso-day";
import type { DocumentSource } from "./search-source";

const PREFIX = "annotation/";
/** Raise it when what is indexed of an annotation changes. */
const FORM = 2;
/** So much of the quotation is shown. */
const SHOWN_LETTERS = 160;

export interface AnnotationParts {
  /** Folder of the library. */
  readonly library: string;
  readonly store: Pick<AnnotationStore, "items" | "list">;
  readonly items: Pick<ItemSource, "find">;
}

/**
 * Annotations by their comments and tags, and by the words they stand on. They are told by size and time of
 * their files: reading all of them at each start would take longer than everything else.
 */
export function annotationDocuments(parts: AnnotationParts): DocumentSource {
  return {
    prefix: PREFIX,
    async *tell(under = "") {
      const only = under.split("/")[1] ?? "";
      const items = only === "" ? await parts.store.items() : [only];
      for (const item of items) yield await toldOf(parts, item);
    },
    async get(key) {
      const [, item = "", id = ""] = key.split("/");
      const fingerprint = await printOf(parts, item, id);
      const all = await parts.store.list(item);
      const annotation = all.find((each) => each.id === id);
      return annotation && fingerprint !== undefined
        ? documentOf(annotation, fingerprint, parts.items)
        : undefined;
    },
  };
}

async function toldOf(
  parts: AnnotationParts,
  item: string,
): Promise<ToldDocument[]> {
  const folder = join(parts.library, "annotations", item);
  const names = await readdir(folder).catch(() => []);
  const ids = names
    .filter((name) => name.endsWith(".json") && !name.startsWith("."))
    .map((name) => name.slice(0, -".json".length));
  const told = await Promise.all(
    ids.map(async (id) => ({
      key: `${PREFIX}${item}/${id}`,
      fingerprint: await printOf(parts, item, id),
    })),
  );
  return told.flatMap(({ key, fingerprint }) =>
    fingerprint === undefined ? [] : [{ key, fingerprint }],
  );
}

async function printOf(
  { library, items }: AnnotationParts,
  item: string,
  id: string,
): Promise<string | undefined> {
  try {
    const path = join(library, "annotations", item, `${id}.json`);
    const { size, mtimeMs } = await stat(path);
    const { title = "", language = "" } = items.find(item)?.metadata ?? {};
    return `${FORM} ${size} ${mtimeMs} ${language} ${title}`;
  } catch {
    return undefined;
  }
}

function documentOf(
  { id, item, comment, tags, selectors, createdAt }: Annotation,
  fingerprint: string,
  items: Pick<ItemSource, "find">,
): SearchDocument {
  const { title = "", language = "und" } = items.find(item)?.metadata ?? {};
  const quote = selectors.find((each) => each.type === "TextQuoteSelector");
  const exact = quote && "exact" in quote ? quote.exact : "";
  return {
    key: `${PREFIX}${item}/${id}`,
    fingerprint,
    kind: "annotation",
    id,
    itemId: item,
    title,
    isTitleShownOnly: true,
    // What stands in the text is not said twice.
    detail: comment === "" ? "" : shortened(exact),
    tags,
    ...(createdAt === undefined ? {} : { date: isoDay(createdAt) }),
    ...(language === "und" ? {} : { language }),
    text: {
      form: "plain",
      body: [comment, exact].filter((line) => line !== "").join("\n\n"),
    },
  };
}

function shortened(quote: string): string {
  return quote.length > SHOWN_LETTERS
    ? `${quote.slice(0, SHOWN_LETTERS).trimEnd()}…`
    : quote;
}
