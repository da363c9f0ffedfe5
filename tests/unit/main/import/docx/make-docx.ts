import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Namespaces that parts made here declare. */
export const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${OFFICE}/relationships"`,
  `xmlns:m="${OFFICE}/math"`,
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(" ");

/** What a document is made of; everything but the body may be absent. */
export interface DocxSource {
  readonly body: string;
  /** Inside `w:styles`. */
  readonly styles?: string;
  /** Inside `w:numbering`. */
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  /** Inside `cp:coreProperties`. */
  readonly core?: string;
  /** Relationship elements of the document beside those of its parts. */
  readonly relationships?: string;
  /** Further parts by name; they win over those made here. */
  readonly parts?: Readonly<Record<string, Uint8Array | string>>;
}

/** Makes a Word document. */
export function makeDocx(source: DocxSource): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"/>`,
    "_rels/.rels": relationships(
      relationship(
        "doc",
        `${OFFICE}/relationships/officeDocument`,
        "word/document.xml",
      ) +
        relationship(
          "core",
          `${PACKAGE}/relationships/metadata/core-properties`,
          "docProps/core.xml",
        ),
    ),
    "word/document.xml": `<w:document ${NAMESPACES}><w:body>${source.body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relationships(
      ["styles", "numbering", "footnotes", "endnotes"]
        .map((name) =>
          relationship(name, `${OFFICE}/relationships/${name}`, `${name}.xml`),
        )
        .join("") + (source.relationships ?? ""),
    ),
  };
  for (const name of ["styles", "numbering", "footnotes", "endnotes"] as const)
    if (source[name] !== undefined)
      parts[`word/${name}.xml`] =
        `<w:${name} ${NAMESPACES}>${source[name]}</w:${name}>`;
  if (source.core !== undefined)
    parts["docProps/core.xml"] =
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${source.core}</cp:coreProperties>`;
  return zipSync(
    Object.fromEntries(
      Object.entries({ ...parts, ...source.parts }).map(([name, content]) => [
        name,
        typeof content === "string" ? strToU8(content) : content,
      ]),
    ),
  );
}

/** A relationship to a part or, with `mode`, to an address. */
export function relationship(
  id: string,
  type: string,
  target: string,
  mode = "Internal",
): string {
  const name = type.includes("/") ? type : `${OFFICE}/relationships/${type}`;
  return `<Relationship Id="${id}" Type="${name}" Target="${target}" TargetMode="${mode}"/>`;
}

function relationships(inner: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
}

/** A paragraph of one run; `style` and `properties` go into `w:pPr`. */
export function p(text: string, style?: string, properties = ""): string {
  const named = style === undefined ? "" : `<w:pStyle w:val="${style}"/>`;
  return `<w:p><w:pPr>${named}${properties}</w:pPr>${r(text)}</w:p>`;
}

/** A run; `look` goes into `w:rPr`. */
export function r(text: string, look = ""): string {
  return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph style. */
export function style(
  id: string,
  name: string,
  inner = "",
  type = "paragraph",
): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;
}
