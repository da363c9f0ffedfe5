import type { ItemKind } from "#domain/library/item";
import { parseCreator } from "#domain/library/parse-creator";
import type { ItemRecord } from "../library/item-record";
import { originalName } from "./original-name";
import type { ReadFacts } from "./protocol";
import type { ImportFormat, ReadHints } from "./reader";
import type { StagedOriginal } from "./stage-original";

const KINDS: Readonly<Partial<Record<ImportFormat, ItemKind>>> = {
  html: "web-page",
  mhtml: "web-page",
  epub: "book",
};

/** The record of a new item, from what was read of it. */
export function recordOf(
  staged: StagedOriginal,
  facts: ReadFacts,
  hints: ReadHints,
  now: number,
): ItemRecord {
  const { metadata, format } = facts;
  const fileName = hints.fileName ?? "";
  const url = metadata.url ?? hints.url;
  const { date, publisher } = metadata;
  return {
    id: staged.id,
    read: {
      title: metadata.title ?? (stemOf(fileName) || "Untitled"),
      kind: metadata.kind ?? KINDS[format] ?? "document",
      creators: metadata.creators.map(parseCreator),
      ...(date === undefined ? {} : { date }),
      language: metadata.language ?? "und",
      ...(publisher === undefined ? {} : { publisher }),
      ...(url === undefined ? {} : { url }),
      summary: metadata.description ?? "",
      tags: metadata.tags,
    },
    corrections: {},
    source: {
      fileName,
      bytes: staged.bytes,
      sha256: staged.sha256,
      ...(hints.url === undefined ? {} : { url: hints.url }),
    },
    importedAt: now,
    format,
    original: originalName(format, fileName),
    readerVersion: facts.readerVersion,
    textHash: facts.textHash,
    words: facts.words,
    warnings: facts.warnings,
    extra: metadata.extra ?? {},
  };
}

function stemOf(fileName: string): string {
  return fileName
    .replace(/\.[^.\s]{1,8}$/u, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
