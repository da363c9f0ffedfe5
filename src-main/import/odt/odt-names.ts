import type { XmlRules } from "../office/parse-xml";

const OASIS = "urn:oasis:names:tc:opendocument:xmlns:";

const NAMESPACES = new Map<string, string>([
  ...[
    ["office", "office:1.0"],
    ["text", "text:1.0"],
    ["table", "table:1.0"],
    ["style", "style:1.0"],
    ["draw", "drawing:1.0"],
    ["fo", "xsl-fo-compatible:1.0"],
    ["svg", "svg-compatible:1.0"],
    ["meta", "meta:1.0"],
    ["manifest", "manifest:1.0"],
  ].map(([prefix, end]): [string, string] => [`${OASIS}${end}`, prefix ?? ""]),
  ["http://www.w3.org/1999/xlink", "xlink"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://www.w3.org/1998/Math/MathML", "math"],
]);

/** How the parts of an OpenDocument text are read; white space counts between and inside what holds letters. */
export const ODT_XML: XmlRules = {
  namespaces: NAMESPACES,
  keepsSpace: (name) => name.startsWith("text:"),
};
