import { fail, ok, type Result } from "#domain/result";
import type { PictureStore } from "../picture-store";
import { PARSED, READ, Steps } from "../office/steps";
import type { Warnings } from "../office/warnings";
import { childOf, descendantsOf, type XmlElement } from "../office/xml-tree";
import type { ReadFailure } from "../reader";
import { readCoreProperties } from "./core-properties";
import type { SourceMetadata } from "../office/source-metadata";
import { Fields } from "./fields";
import { ListCounters } from "./list-counters";
import { NoteLabels } from "../office/note-labels";
import { Numbering } from "./numbering";
import { readDiagram } from "./read-diagram";
import type { NotePart, NoteParts } from "./read-notes";
import { Styles } from "./styles";
import type { WordContext } from "./word-context";
import { targetOf, type Relationships, type WordPackage } from "./word-package";

/** Everything of a document that reading its text needs. */
export interface LoadedDocument {
  readonly body: XmlElement;
  readonly notes: NoteParts;
  readonly core: SourceMetadata;
  readonly context: WordContext;
}

/** Loads a document from its package. Only the main part must be there and whole. */
export async function loadDocument(
  parts: WordPackage,
  pictures: PictureStore,
  warnings: Warnings,
  progress: (share: number) => void,
): Promise<Result<LoadedDocument, ReadFailure>> {
  const ofPackage = await parts.relationshipsOf("");
  const name = targetOf(ofPackage, "officeDocument") ?? "word/document.xml";
  const main = await parts.required(name, (share) => progress(PARSED * share));
  if (!main.ok) return main;
  const body = childOf(main.value, "w:body");
  if (main.value.name !== "w:document")
    return fail({
      code: "unsupported-format",
      detail: `${main.value.name} instead of a Word document`,
    });
  if (!body)
    return fail({ code: "damaged-file", detail: "a document without body" });
  const relationships = await parts.relationshipsOf(name);
  const linked = (type: string): Promise<XmlElement | undefined> =>
    parts.optional(targetOf(relationships, type));
  const notes = await loadNotes(parts, relationships);
  const all = [relationships, ...Object.values(notes).map(relationshipsOf)];
  const styles = new Styles(await linked("styles"));
  const numbering = new Numbering(await linked("numbering"), styles);
  return ok({
    body,
    notes,
    core: readCoreProperties(
      await parts.optional(
        targetOf(ofPackage, "core-properties") ??
          targetOf(ofPackage, "metadata/core-properties") ??
          "docProps/core.xml",
      ),
      await parts.optional(targetOf(ofPackage, "custom-properties")),
    ),
    context: {
      styles,
      numbering,
      counters: new ListCounters(),
      notes: new NoteLabels(
        notes.footnote !== undefined && usesNotes(body, "w:footnoteReference"),
      ),
      warnings,
      steps: new Steps(progress, PARSED, READ, body.children.length),
      pictureIds: await loadPictures(parts, all, pictures),
      diagrams: await loadDiagrams(parts, relationships),
      tellsLanguages: descendantsOf(body, "w:lang").length > 0,
      relationships,
      fields: new Fields(body),
    },
  });
}

function usesNotes(body: XmlElement, name: string): boolean {
  return descendantsOf(body, name).length > 0;
}

async function loadNotes(
  parts: WordPackage,
  relationships: Relationships,
): Promise<NoteParts> {
  const footnote = await loadNotePart(
    parts,
    targetOf(relationships, "footnotes"),
  );
  const endnote = await loadNotePart(
    parts,
    targetOf(relationships, "endnotes"),
  );
  return {
    ...(footnote ? { footnote } : {}),
    ...(endnote ? { endnote } : {}),
  };
}

async function loadNotePart(
  parts: WordPackage,
  name: string | undefined,
): Promise<NotePart | undefined> {
  const root = await parts.optional(name);
  if (!root || name === undefined) return undefined;
  return { root, relationships: await parts.relationshipsOf(name) };
}

function relationshipsOf(part: NotePart): Relationships {
  return part.relationships;
}

async function loadPictures(
  parts: WordPackage,
  all: readonly Relationships[],
  pictures: PictureStore,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { type, target, isExternal } of all.flatMap((each) => [
    ...each.values(),
  ])) {
    if (isExternal || type !== "image" || ids.has(target)) continue;
    const bytes = await parts.read(target);
    const id = bytes.ok ? pictures.add(bytes.value) : undefined;
    if (id !== undefined) ids.set(target, id);
  }
  return ids;
}

async function loadDiagrams(
  parts: WordPackage,
  relationships: Relationships,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const diagrams = new Map<string, readonly string[]>();
  for (const { type, target, isExternal } of relationships.values())
    if (type === "diagramData" && !isExternal && !diagrams.has(target))
      diagrams.set(target, readDiagram(await parts.optional(target)));
  return diagrams;
}
