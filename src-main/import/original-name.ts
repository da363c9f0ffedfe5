import { extname } from "node:path";
import type { ImportFormat } from "./reader";

/** Endings an original may keep, the usual one first. */
const ENDINGS: Readonly<Record<ImportFormat, readonly [string, ...string[]]>> =
  {
    text: ["txt", "text", "asc", "log"],
    markdown: ["md", "markdown", "mdown", "mkd", "txt"],
    html: ["html", "htm", "xhtml", "xht"],
    mhtml: ["mhtml", "mht", "eml"],
    epub: ["epub"],
    pdf: ["pdf"],
    docx: ["docx", "docm", "dotx"],
    odt: ["odt", "ott", "fodt"],
    "json-record": ["json"],
  };

/** Name of the original within its item: the ending it had where that fits what it is, else the usual one. */
export function originalName(format: ImportFormat, fileName = ""): string {
  const ending = extname(fileName).slice(1).toLowerCase();
  const [usual, ...others] = ENDINGS[format];
  return `original.${others.includes(ending) ? ending : usual}`;
}
