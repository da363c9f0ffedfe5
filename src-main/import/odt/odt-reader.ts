import { fail, ok, type Result } from "#domain/result";
import type { Draft } from "../office/draft";
import { draftNote } from "../office/draft-note";
import { makeItem } from "../office/make-item";
import { NoteLabels } from "../office/note-labels";
import { PictureStore } from "../picture-store";
import { PARSED, READ, Steps } from "../office/steps";
import { Warnings } from "../office/warnings";
import { childOf, descendantsOf, type XmlElement } from "../office/xml-tree";
import type {
  ReadContext,
  Reader,
  ReadFailure,
  ReadHints,
  ReadItem,
} from "../reader";
import { loadObjects, loadPictures } from "./load-parts";
import type { NoteBody, OdtContext } from "./odt-context";
import { OdtLists } from "./odt-lists";
import { readOdtMetadata } from "./odt-metadata";
import { OdtPackage } from "./odt-package";
import { OdtStyles } from "./odt-styles";
import { readOdtBlocks } from "./read-odt-blocks";

/** Raise this when the same document would give another canonical text than before. */
export const ODT_TEXT_VERSION = 1;

/** Cells that repetitions may make in one document. */
const MAX_REPEATED_CELLS = 20_000;

/** Reads OpenDocument texts. */
export const odtReader: Reader = {
  format: "odt",
  version: ODT_TEXT_VERSION,
  read: readOdt,
};

async function readOdt(
  bytes: Uint8Array,
  _hints: ReadHints,
  { progress }: ReadContext,
): Promise<Result<ReadItem, ReadFailure>> {
  const warnings = new Warnings();
  const opened = await OdtPackage.open(bytes, { progress }, warnings);
  if (!opened.ok) return opened;
  const parts = opened.value;
  const content = await parts.required("content.xml", (share) =>
    progress(PARSED * share),
  );
  if (!content.ok) return content;
  const body = childOf(content.value, "office:body");
  const text = childOf(body, "office:text");
  if (!text) return fail(noText(content.value, body));
  const pictures = new PictureStore();
  const styles = new OdtStyles(
    content.value,
    await parts.optional("styles.xml"),
  );
  const context: OdtContext = {
    styles,
    lists: new OdtLists(styles),
    notes: new NoteLabels(true),
    noteBodies: [],
    warnings,
    steps: new Steps(progress, PARSED, READ, text.children.length),
    pictureIds: await loadPictures(parts, text, pictures),
    addPicture: (picture) => pictures.add(picture),
    objects: await loadObjects(parts, text),
    tellsLanguages: tellsLanguages(content.value),
    repeats: { left: MAX_REPEATED_CELLS },
  };
  const drafts = readOdtBlocks(text, context);
  const item = makeItem({
    format: "odt",
    version: ODT_TEXT_VERSION,
    drafts: [...drafts, ...notesOf(context.noteBodies)],
    metadata: readOdtMetadata(await parts.optional("meta.xml")),
    pictures,
    warnings,
    progress,
  });
  return ok(item);
}

function noText(
  content: XmlElement,
  body: XmlElement | undefined,
): ReadFailure {
  const isOther =
    content.name !== "office:document-content" || body !== undefined;
  return {
    code: isOther ? "unsupported-format" : "damaged-file",
    detail: "an OpenDocument file without text",
  };
}

/** Footnotes before endnotes, each in the order of the text. */
function notesOf(bodies: readonly NoteBody[]): Draft[] {
  const inOrder = [
    ...bodies.filter(({ kind }) => kind === "footnote"),
    ...bodies.filter(({ kind }) => kind === "endnote"),
  ];
  return inOrder.flatMap(({ label, blocks }) => draftNote(label, blocks));
}

function tellsLanguages(content: XmlElement): boolean {
  const automatic = childOf(content, "office:automatic-styles");
  return descendantsOf(automatic, "style:text-properties").some(
    ({ attributes }) => attributes["fo:language"] !== undefined,
  );
}
