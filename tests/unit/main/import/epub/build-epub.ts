import { buildZip, type ZipEntry } from "../archive/build-zip";

/** What of a small book differs from the plainest one. Files are by their name below `OEBPS/`. */
export interface BookParts {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly metadata?: string;
  /** `<item>` elements beside those made for the chapters. */
  readonly manifest?: string;
  readonly spine?: string;
  readonly spineAttributes?: string;
  readonly version?: string;
  /** Files outside `OEBPS/`. */
  readonly others?: Readonly<Record<string, string | Uint8Array>>;
}

/** A whole book of the given chapters, each the inside of a body; `chapter-1.xhtml` and so on. */
export function buildEpub(
  chapters: readonly string[],
  parts: BookParts = {},
): Uint8Array {
  const names = chapters.map((_, index) => `chapter-${index + 1}.xhtml`);
  const items = names.map(
    (name, index) =>
      `<item id="c${index + 1}" href="${name}" media-type="application/xhtml+xml"/>`,
  );
  const refs = names.map((_, index) => `<itemref idref="c${index + 1}"/>`);
  const files: Record<string, string | Uint8Array> = {
    mimetype: "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="${parts.version ?? "3.0"}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
${parts.metadata ?? "<dc:title>A book</dc:title><dc:language>en</dc:language>"}
</metadata>
<manifest>${items.join("")}${parts.manifest ?? ""}</manifest>
<spine ${parts.spineAttributes ?? ""}>${parts.spine ?? refs.join("")}</spine>
</package>`,
  };
  chapters.forEach((chapter, index) => {
    files[`OEBPS/${names[index] ?? ""}`] = xhtml(chapter);
  });
  for (const [name, data] of Object.entries(parts.files ?? {}))
    files[`OEBPS/${name}`] = data;
  return buildZip(
    Object.entries({ ...files, ...parts.others }).map(
      ([name, data]): ZipEntry => ({ name, data, method: 8 }),
    ),
  );
}

/** A content document around the inside of its body. */
export function xhtml(body: string, attributes = ""): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" ${attributes}>
<head><title>Not to be read</title></head><body>${body}</body></html>`;
}

export const CONTAINER = `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;
