import { fail, ok, type Result } from "#domain/result";
import { nameBinary } from "../format/name-binary";
import { makeItem } from "../office/make-item";
import { PictureStore } from "../picture-store";
import { Warnings } from "../office/warnings";
import type {
  ReadContext,
  Reader,
  ReadFailure,
  ReadHints,
  ReadItem,
} from "../reader";
import { loadDocument } from "./load-document";
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
  { progress }: ReadContext,
): Promise<Result<ReadItem, ReadFailure>> {
  // An encrypted document and the Word of before 2007 come as compound files.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return fail(await nameBinary(bytes));
  const warnings = new Warnings();
  const opened = await WordPackage.open(bytes, { progress }, warnings);
  if (!opened.ok) return opened;
  const pictures = new PictureStore();
  const loaded = await loadDocument(opened.value, pictures, warnings, progress);
  if (!loaded.ok) return loaded;
  const { body, notes, core, context } = loaded.value;
  const text = readBlocks(body, context);
  const item = makeItem({
    format: "docx",
    version: DOCX_TEXT_VERSION,
    drafts: [...text, ...readNotes(notes, context)],
    metadata: core,
    pictures,
    warnings,
    progress,
  });
  return ok(item);
}
