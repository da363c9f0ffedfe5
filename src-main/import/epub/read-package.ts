import type { CfiStep } from "#domain/cfi/cfi";
import type { ReadWarning } from "../reader";
import type { BookFiles } from "./book-files";
import {
  childElement,
  childElements,
  descendants,
  wordsOf,
  type XmlElement,
} from "./xml-tree";

/** A file that the package lists. */
export interface ManifestItem {
  readonly id: string;
  /** Its name in the archive, if it is there; else the name it should have. */
  readonly path: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
  /** Id of the item to be read in its place by those who cannot read it. */
  readonly fallback?: string;
}

/** A place of the spine in the package document. */
export interface Itemref extends CfiStep {
  readonly idref: string;
}

/** A part of the book, and the `itemref` that puts it there; none where there is no order but that of the list. */
export interface SpineItem extends ManifestItem {
  readonly itemref?: Itemref;
}

/** The package document of a book: what there is, and in what order it is read. */
export interface BookPackage {
  readonly path: string;
  readonly root: XmlElement;
  readonly manifest: ReadonlyMap<string, ManifestItem>;
  /** In reading order, with auxiliary (`linear="no"`) parts at their place: it is where the publisher put them. */
  readonly spine: readonly SpineItem[];
  /** Where the package document has its spine; `undefined` where it is not among the root's children. */
  readonly spineStep?: CfiStep;
  /** Path of the picture of the cover. */
  readonly cover?: string;
  /** Id of the EPUB 2 table of contents. */
  readonly tocId?: string;
  readonly warnings: readonly ReadWarning[];
}

/** Reads the package. Parts that it names and does not list are left out with a warning. */
export function readPackage(
  root: XmlElement,
  path: string,
  files: BookFiles,
): BookPackage {
  const manifest = readManifest(root, path, files);
  const spineElement =
    childElement(root, "spine") ?? descendants(root, "spine")[0];
  const warnings: ReadWarning[] = [];
  const spine: SpineItem[] = [];
  const listed = spineElement ? childElements(spineElement) : [];
  for (const [index, itemref] of listed.entries()) {
    if (itemref.name !== "itemref") continue;
    const idref = itemref.attributes.get("idref")?.trim() ?? "";
    const item = manifest.get(idref);
    if (item)
      spine.push({ ...item, itemref: { ...stepOf(itemref, index), idref } });
    else
      warnings.push({
        code: "book-part-missing",
        detail: `not listed: ${idref}`,
      });
  }
  if (spine.length === 0) {
    warnings.push({
      code: "book-without-order",
      detail: "files in the order they are listed in",
    });
    spine.push(...[...manifest.values()].filter(isText));
  }
  const cover = coverOf(root, manifest);
  const tocId = spineElement?.attributes.get("toc");
  const spineAt = spineElement ? childElements(root).indexOf(spineElement) : -1;
  return {
    path,
    root,
    manifest,
    spine,
    ...(spineElement && spineAt >= 0
      ? { spineStep: stepOf(spineElement, spineAt) }
      : {}),
    ...(cover === undefined ? {} : { cover }),
    ...(tocId === undefined ? {} : { tocId }),
    warnings,
  };
}

/** What leads to the element that is the `index`th of its parent. */
function stepOf({ attributes }: XmlElement, index: number): CfiStep {
  const id = attributes.get("id");
  return { step: 2 * (index + 1), ...(id ? { id } : {}) };
}

function readManifest(
  root: XmlElement,
  path: string,
  files: BookFiles,
): ReadonlyMap<string, ManifestItem> {
  const element =
    childElement(root, "manifest") ?? descendants(root, "manifest")[0];
  const manifest = new Map<string, ManifestItem>();
  for (const item of element ? childElements(element, "item") : []) {
    const id = item.attributes.get("id")?.trim() ?? "";
    const place = files.resolve(item.attributes.get("href") ?? "", path);
    if (!place || manifest.has(id)) continue;
    const fallback = item.attributes.get("fallback");
    manifest.set(id, {
      id,
      path: place.path,
      mediaType: (item.attributes.get("media-type") ?? "").trim().toLowerCase(),
      properties: wordsOf(item, "properties"),
      ...(fallback === undefined ? {} : { fallback }),
    });
  }
  return manifest;
}

function isText({ mediaType, properties }: ManifestItem): boolean {
  return mediaType === "application/xhtml+xml" && !properties.includes("nav");
}

/** EPUB 3 marks the cover in the list of files, EPUB 2 names it in the metadata. */
function coverOf(
  root: XmlElement,
  manifest: ReadonlyMap<string, ManifestItem>,
): string | undefined {
  const marked = [...manifest.values()].find(({ properties }) =>
    properties.includes("cover-image"),
  );
  const named = descendants(root, "meta").find(
    ({ attributes }) => attributes.get("name") === "cover",
  );
  return (marked ?? manifest.get(named?.attributes.get("content") ?? ""))?.path;
}
