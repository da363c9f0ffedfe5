import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api.d.ts";
import type { ReadMetadata } from "#main/import/reader";
import { readPdfDate } from "./pdf-date";

/** What the file says about itself. */
export interface PdfMetadata {
  readonly metadata: ReadMetadata;
  /** Whether the file carries a structure of its own. */
  readonly isTagged: boolean;
}

/** Names that programs and not people put in the author's place. */
const NO_AUTHOR =
  /^(?:user|admin|administrator|owner|root|unknown|anonymous|author|default|none|windows user|microsoft office user|.*@.*|\W*)$/iu;
/** Titles that programs make up: names of files, "untitled". */
const NO_TITLE =
  /^(?:untitled.*|unknown|title|document\d*|.*\.(?:docx?|pdf|indd|qxp|qxd|dvi|tex|rtf|odt|xlsx?|pptx?|pub|wpd|html?|txt|ps)\d*|[\d\s_.-]*|[0-9a-f-]{16,})$/iu;
const LONGEST_TITLE = 300;

/** Reads XMP and the information dictionary, leaving out what programs fill in by themselves. */
export async function readMetadata(
  document: PDFDocumentProxy,
): Promise<PdfMetadata> {
  let found: Awaited<ReturnType<PDFDocumentProxy["getMetadata"]>>;
  try {
    found = await document.getMetadata();
  } catch {
    return { metadata: { creators: [], tags: [] }, isTagged: false };
  }
  const info = found.info as Readonly<Record<string, unknown>>;
  const xmp = (name: string): unknown => found.metadata?.get(name) ?? undefined;
  const title = firstOf([xmp("dc:title"), info["Title"]], isTitle);
  const creators = listOf(xmp("dc:creator"), info["Author"], splitNames).filter(
    (name) => !NO_AUTHOR.test(name),
  );
  const tags = listOf(xmp("dc:subject"), info["Keywords"], splitKeywords);
  const date =
    readPdfDate(info["CreationDate"]) ?? readPdfDate(xmp("xmp:createdate"));
  const language = languageOf(info["Language"] ?? xmp("dc:language"));
  const publisher = firstOf([xmp("dc:publisher")], isSaying);
  const description = firstOf(
    [xmp("dc:description"), info["Subject"]],
    isSaying,
  );
  return {
    isTagged: "hasStructTree" in found && found.hasStructTree === true,
    metadata: {
      creators,
      tags,
      ...(title === undefined ? {} : { title }),
      ...(date === undefined ? {} : { date }),
      ...(language === undefined ? {} : { language }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(description === undefined ? {} : { description }),
    },
  };
}

function isTitle(text: string): boolean {
  const bare = text.replace(/^microsoft \w+ - /iu, "");
  return (
    bare.length <= LONGEST_TITLE &&
    /\p{L}{2}/u.test(bare) &&
    !NO_TITLE.test(bare)
  );
}

function isSaying(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

function firstOf(
  values: readonly unknown[],
  serves: (text: string) => boolean,
): string | undefined {
  return values
    .map((value) =>
      textOf(Array.isArray(value) ? (value as unknown[])[0] : value),
    )
    .find((text) => text !== undefined && serves(text));
}

/** XMP's list when it has one, else the information dictionary's line cut up. */
function listOf(
  xmp: unknown,
  info: unknown,
  split: (text: string) => readonly string[],
): string[] {
  const texts = (Array.isArray(xmp) ? (xmp as unknown[]) : [xmp])
    .map(textOf)
    .filter((text) => text !== undefined);
  const one = texts.length > 0 ? texts : [textOf(info) ?? ""];
  const all = one.length === 1 ? split(one[0] ?? "") : one;
  return [...new Set(all.map((each) => each.trim()).filter(Boolean))];
}

/** Letters of a metadata field; control letters and what cannot be text go. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  // eslint-disable-next-line no-control-regex
  const text = value.replace(/[\u0000-\u001F\uFFFE\uFFFF]+/gu, " ").trim();
  return text === "" ? undefined : text.replace(/\s+/gu, " ");
}

/** Names are parted by semicolons or "and"; by commas only where no part is a family name alone ("Smith, John"). */
function splitNames(text: string): readonly string[] {
  const names = text.split(/\s*;\s*|\s+(?:and|und|et|y|&)\s+/iu);
  return names.flatMap((name) => {
    const parts = name.split(/\s*,\s*/u);
    return parts.every((part) => /\S\s+\S/u.test(part)) ? parts : [name];
  });
}

function splitKeywords(text: string): readonly string[] {
  return text.split(/\s*[;,]\s*/u).filter((tag) => tag.length <= 100);
}

/** A language tag in canonical form; `undefined` for what is none. */
function languageOf(value: unknown): string | undefined {
  const text = textOf(Array.isArray(value) ? (value as unknown[])[0] : value);
  if (text === undefined || !/^[a-z]{2,3}(?:[-_]|$)/iu.test(text))
    return undefined;
  try {
    return Intl.getCanonicalLocales(text.replace(/_/gu, "-"))[0];
  } catch {
    return undefined;
  }
}
