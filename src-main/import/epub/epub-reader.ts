import { fail, ok } from "#domain/result";
import type { StructuredText } from "#domain/text/blocks";
import { openArchive } from "../archive/archive";
import type { Reader } from "../reader";
import { settleInternalLinks } from "../settle-internal-links";
import { BookFiles } from "./book-files";
import { detectProtection } from "./detect-protection";
import { findPackage } from "./find-package";
import { placeContents } from "./place-contents";
import { readBookMetadata } from "./read-book-metadata";
import { readContents } from "./read-contents";
import { decodeMarkup } from "./read-markup";
import { readPackage } from "./read-package";
import { markRightToLeft } from "./right-to-left";
import { writeBook } from "./write-book";
import { parseXmlTree } from "./xml-tree";

const VERSION = 2;

/** Reads EPUB 2 and 3 (https://www.w3.org/TR/epub-33/, and OPF 2.0.1): the parts of the spine, one behind the other. */
export const epubReader: Reader = {
  format: "epub",
  version: VERSION,
  read: async (bytes, _hints, context) => {
    const opened = await openArchive(bytes, context);
    if (!opened.ok) return opened;
    const archive = opened.value;
    const files = new BookFiles(archive.names());
    const protection = await detectProtection(archive, files);
    if (protection !== undefined)
      return fail({ code: "drm-protected", detail: protection });
    const path = await findPackage(archive, files);
    if (path === undefined)
      return fail({
        code: "unsupported-format",
        detail: "no package document",
      });
    const packed = await archive.read(path);
    if (!packed.ok) return packed;
    const root = parseXmlTree(decodeMarkup(packed.value));
    if (!root)
      return fail({ code: "damaged-file", detail: `cannot read ${path}` });
    const book = readPackage(root, path, files);
    const metadata = readBookMetadata(book);
    const written = await writeBook(
      archive,
      files,
      book,
      metadata.language,
      VERSION,
      context,
    );
    const warnings = [
      ...archive.warnings,
      ...book.warnings,
      ...written.warnings,
    ];
    if (written.structured.blocks.length === 0)
      return fail({
        code: "damaged-file",
        detail: `nothing to read: ${warnings[0]?.detail ?? "an empty book"}`,
      });
    const told = placeContents(
      await readContents(archive, files, book),
      written.anchors,
    );
    const offsets = written.linked.map((place) => written.anchors.find(place));
    const settled = settleInternalLinks(
      written.structured,
      (at) => offsets[at],
    );
    const structured: StructuredText = {
      ...markRightToLeft(settled),
      ...(told.contents.length > 0 ? { contents: told.contents } : {}),
      ...(told.pages.length > 0 ? { pages: told.pages } : {}),
    };
    return ok({
      format: "epub",
      metadata,
      structured,
      places: written.places,
      resources: written.resources,
      warnings: [...warnings, ...told.warnings],
    });
  },
};
