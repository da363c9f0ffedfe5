import { fail, ok, type Result } from "#domain/result";
import { nameBinary } from "../format/name-binary";
import type { Draft } from "../office/draft";
import { takeFrontMatter } from "../office/front-matter";
import { joinDrafts } from "../office/join-drafts";
import { Pictures } from "../office/pictures";
import { draftedLanguage } from "../office/drafted-language";
import { usedPictures } from "../office/used-pictures";
import { Warnings } from "../office/warnings";
import { writeDrafts } from "../office/write-drafts";
import type {
  ReadContext,
  Reader,
  ReadFailure,
  ReadHints,
  ReadItem,
} from "../reader";
import type { CoreProperties } from "./core-properties";
import { loadDocument, type LoadedDocument } from "./load-document";
import { readBlocks } from "./read-blocks";
import { readNotes } from "./read-notes";
import { WordPackage } from "./word-package";

/** Raise this when the same document would give another canonical text than before. */
export const DOCX_TEXT_VERSION = 1;

/** Reads Word documents of 2007 and later, macro-enabled ones too (their macros are never looked at). */
export const docxReader: Reader = {
  format: "docx",
  version: DOCX_TEXT_VERSION,
  read: readDocx,
};

async function readDocx(
  bytes: Uint8Array,
  _hints: ReadHints,
  context: ReadContext,
): Promise<Result<ReadItem, ReadFailure>> {
  // An encrypted document and the Word of before 2007 come as compound files.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return fail(await nameBinary(bytes));
  const warnings = new Warnings();
  const opened = await WordPackage.open(bytes, context, warnings);
  if (!opened.ok) return opened;
  const pictures = new Pictures();
  const loaded = await loadDocument(opened.value, pictures, warnings, (share) =>
    context.progress(0.6 * share),
  );
  if (!loaded.ok) return loaded;
  const drafts = readDrafts(loaded.value);
  context.progress(0.8);
  const item = makeItem(drafts, loaded.value.core, pictures, warnings);
  context.progress(1);
  return ok(item);
}

function readDrafts({ body, notes, context }: LoadedDocument): Draft[] {
  const text = readBlocks(body, context);
  return joinDrafts([...text, ...readNotes(notes, context)]);
}

function makeItem(
  all: readonly Draft[],
  core: CoreProperties,
  pictures: Pictures,
  warnings: Warnings,
): ReadItem {
  const front = takeFrontMatter(all, core.title);
  const language = core.language ?? draftedLanguage(front.drafts);
  const structured = writeDrafts(front.drafts, DOCX_TEXT_VERSION, language);
  const date = front.date ?? core.date;
  const description = front.description ?? core.description;
  return {
    format: "docx",
    metadata: {
      ...(front.title === undefined ? {} : { title: front.title }),
      creators: front.creators.length > 0 ? front.creators : core.creators,
      ...(date === undefined ? {} : { date }),
      ...(core.language === undefined ? {} : { language: core.language }),
      ...(description === undefined ? {} : { description }),
      tags: core.tags,
      ...(Object.keys(core.extra).length > 0 ? { extra: core.extra } : {}),
    },
    structured,
    resources: usedPictures(structured, pictures),
    warnings: warnings.all,
  };
}
