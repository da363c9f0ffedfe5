import type { SourcePlacesFile } from "#domain/cfi/source-places-file";
import type { HistoricalDate } from "#domain/historical-date";
import type { ItemKind } from "#domain/library/item";
import type { ReadFailureCode } from "#domain/library/read-failure";
import type { Result } from "#domain/result";
import type { StructuredText } from "#domain/text/blocks";

export {
  READ_FAILURE_CODES,
  type ReadFailureCode,
} from "#domain/library/read-failure";

/** Formats that are read, told apart by content and never by name alone. */
export const IMPORT_FORMATS = [
  "text",
  "markdown",
  "html",
  "mhtml",
  "epub",
  "pdf",
  "docx",
  "odt",
  "json-record",
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** What is known about a file beside its bytes. None of it is trusted. */
export interface ReadHints {
  /** Name of the file, without folders. */
  readonly fileName?: string;
  /** Where the text was found, as an address. */
  readonly url?: string;
  /** Opens an encrypted file. */
  readonly password?: string;
}

/** What a reader is given beside the bytes. */
export interface ReadContext {
  /** Says that reading goes on, with the share done (0-1); ten seconds without a word count as stuck. */
  readonly progress: (share: number) => void;
}

/**
 * One reader of one format: bytes and hints in, a structured item out. Runs in a process that may be killed at any
 * moment, touches neither disk nor network, and returns expected failures as values.
 */
export interface Reader {
  readonly format: ImportFormat;
  /** Raised whenever the same bytes would give another canonical text than before. */
  readonly version: number;
  read(
    bytes: Uint8Array,
    hints: ReadHints,
    context: ReadContext,
  ): Promise<Result<ReadItem, ReadFailure>>;
}

/** What was read of one file. */
export interface ReadItem {
  readonly format: ImportFormat;
  readonly metadata: ReadMetadata;
  readonly structured: StructuredText;
  /** Where the letters stand in the source, of formats that can tell in a way that others understand. */
  readonly places?: SourcePlacesFile;
  readonly resources: readonly ReadResource[];
  readonly warnings: readonly ReadWarning[];
}

/** What the source says about itself; everything may be absent. Names after Dublin Core where it has one. */
export interface ReadMetadata {
  readonly title?: string;
  /** Names as written, one each ("Joshua Kucera"), without "By". */
  readonly creators: readonly string[];
  readonly date?: HistoricalDate;
  /** BCP 47. */
  readonly language?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly description?: string;
  readonly kind?: ItemKind;
  readonly tags: readonly string[];
  /** Fields that the program has no place for, kept as they came (plain JSON values). */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** A picture of an item. Its id is the SHA-256 of its bytes in hexadecimal, so equal pictures are one. */
export interface ReadResource {
  readonly id: string;
  readonly mediaType: ResourceType;
  readonly bytes: Uint8Array;
}

/** Pictures that may be shown. SVG only ever as an image, never as a document. */
export const RESOURCE_TYPES = [
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/avif",
  "image/bmp",
  "image/svg+xml",
] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

/** Something that was left out or guessed, worth telling. `code` in kebab-case, `detail` for a log. */
export interface ReadWarning {
  readonly code: string;
  readonly detail: string;
}

/** Why a file was refused. The sentence a person reads is made from the code, never here. */
export interface ReadFailure {
  readonly code: ReadFailureCode;
  readonly detail: string;
}
