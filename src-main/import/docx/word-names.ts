import type { XmlRules } from "../office/parse-xml";

/** Last part of the addresses of ECMA-376 namespaces, which the transitional and the strict form share. */
const FAMILIES: readonly (readonly [string, string, string])[] = [
  ["w", "wordprocessingml/2006/main", "wordprocessingml/main"],
  ["m", "officeDocument/2006/math", "officeDocument/math"],
  ["r", "officeDocument/2006/relationships", "officeDocument/relationships"],
  ["a", "drawingml/2006/main", "drawingml/main"],
  ["pic", "drawingml/2006/picture", "drawingml/picture"],
  ["c", "drawingml/2006/chart", "drawingml/chart"],
  ["dgm", "drawingml/2006/diagram", "drawingml/diagram"],
  [
    "wp",
    "drawingml/2006/wordprocessingDrawing",
    "drawingml/wordprocessingDrawing",
  ],
  [
    "custom",
    "officeDocument/2006/custom-properties",
    "officeDocument/customProperties",
  ],
];

const NAMESPACES = new Map<string, string>([
  ...FAMILIES.flatMap(([prefix, transitional, strict]): [string, string][] => [
    [`http://schemas.openxmlformats.org/${transitional}`, prefix],
    [`http://purl.oclc.org/ooxml/${strict}`, prefix],
  ]),
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", "rel"],
  [
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "cp",
  ],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://purl.org/dc/terms/", "dcterms"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["urn:schemas-microsoft-com:office:office", "o"],
  ["http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"],
  ["http://schemas.microsoft.com/office/word/2010/wordml", "w14"],
]);

const LETTERS = /:(?:t|instrText)$/u;

/** How the parts of a Word document are read; white space counts only where letters stand. */
export const WORD_XML: XmlRules = {
  namespaces: NAMESPACES,
  keepsSpace: (name) => LETTERS.test(name),
};
