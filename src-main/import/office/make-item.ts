import type { ImportFormat, ReadItem } from "../reader";
import type { Draft } from "./draft";
import { draftedLanguage } from "./drafted-language";
import { takeFrontMatter } from "./front-matter";
import { joinDrafts } from "./join-drafts";
import type { PictureStore } from "../picture-store";
import type { SourceMetadata } from "./source-metadata";
import { READ, Steps } from "./steps";
import type { Warnings } from "./warnings";
import { writeDrafts } from "./write-drafts";
import type { StructuredText } from "#domain/text/blocks";
import type { ReadResource } from "../reader";

/** Everything that was read of a word processor's document. */
export interface OfficeDocument {
  readonly format: ImportFormat;
  /** Of the canonical text. */
  readonly version: number;
  readonly drafts: readonly Draft[];
  readonly metadata: SourceMetadata;
  readonly pictures: PictureStore;
  readonly warnings: Warnings;
  readonly progress: (share: number) => void;
}

/** Makes the item: what the document says on its front wins over what its package says, but for the title. */
export function makeItem(document: OfficeDocument): ReadItem {
  const { metadata, pictures, warnings } = document;
  const front = takeFrontMatter(joinDrafts(document.drafts), metadata.title);
  const language = metadata.language ?? draftedLanguage(front.drafts);
  const structured = writeDrafts(
    front.drafts,
    document.version,
    language,
    new Steps(document.progress, READ, 1, front.drafts.length),
  );
  document.progress(1);
  const date = front.date ?? metadata.date;
  const description = front.description ?? metadata.description;
  const { creators } = front.creators.length > 0 ? front : metadata;
  return {
    format: document.format,
    metadata: {
      ...(front.title === undefined ? {} : { title: front.title }),
      creators,
      ...(date === undefined ? {} : { date }),
      ...(metadata.language === undefined
        ? {}
        : { language: metadata.language }),
      ...(description === undefined ? {} : { description }),
      tags: metadata.tags,
      ...(Object.keys(metadata.extra).length > 0
        ? { extra: metadata.extra }
        : {}),
    },
    structured,
    resources: usedPictures(structured, pictures),
    warnings: warnings.all,
  };
}

/** The pictures that blocks of the text show; others of the file are not kept. */
function usedPictures(
  structured: StructuredText,
  pictures: PictureStore,
): ReadResource[] {
  const shown = new Set(structured.blocks.map((block) => block.resource));
  return pictures.list().filter(({ id }) => shown.has(id));
}
