import { strToU8, zipSync, type Zippable } from "fflate";

const OASIS = "urn:oasis:names:tc:opendocument:xmlns:";

/** Namespaces that parts made here declare. */
export const NAMESPACES = [
  ...Object.entries({
    office: "office:1.0",
    text: "text:1.0",
    table: "table:1.0",
    style: "style:1.0",
    draw: "drawing:1.0",
    fo: "xsl-fo-compatible:1.0",
    svg: "svg-compatible:1.0",
    meta: "meta:1.0",
    manifest: "manifest:1.0",
  }).map(([prefix, end]) => `xmlns:${prefix}="${OASIS}${end}"`),
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(" ");

/** What a document is made of; everything but the text may be absent. */
export interface OdtSource {
  /** Inside `office:text`. */
  readonly text: string;
  /** Inside `office:automatic-styles`. */
  readonly automatic?: string;
  /** Inside `office:styles` of the document's styles. */
  readonly styles?: string;
  /** Inside `office:meta`. */
  readonly meta?: string;
  /** Further parts by name; they win over those made here. */
  readonly parts?: Readonly<Record<string, Uint8Array | string>>;
}

/** Makes an OpenDocument text. */
export function makeOdt(source: OdtSource): Uint8Array {
  const { text, automatic = "", styles, meta } = source;
  const parts: Record<string, string | Uint8Array> = {
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": `<office:document-content ${NAMESPACES}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
  };
  if (styles !== undefined)
    parts["styles.xml"] =
      `<office:document-styles ${NAMESPACES}><office:styles>${styles}</office:styles></office:document-styles>`;
  if (meta !== undefined)
    parts["meta.xml"] =
      `<office:document-meta ${NAMESPACES}><office:meta>${meta}</office:meta></office:document-meta>`;
  const files: Zippable = {};
  for (const [name, content] of Object.entries({ ...parts, ...source.parts }))
    files[name] = typeof content === "string" ? strToU8(content) : content;
  return zipSync(files);
}

/** A paragraph. */
export function p(inner: string, style = "Standard"): string {
  return `<text:p text:style-name="${style}">${inner}</text:p>`;
}

/** A style of letters. */
export function look(name: string, attributes: string): string {
  return `<style:style style:name="${name}" style:family="text"><style:text-properties ${attributes}/></style:style>`;
}

/** A style of paragraphs. */
export function paragraphStyle(
  name: string,
  inner = "",
  parent = "Standard",
): string {
  return `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}">${inner}</style:style>`;
}
