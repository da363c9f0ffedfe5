import { fail, ok, type Result } from "#domain/result";
import type { StructuredText } from "#domain/text/blocks";
import { TextWriter } from "#domain/text/text-writer";
import * as v from "valibot";
import { decodeText } from "../decode-text";
import { writeFragment } from "../html/write-fragment";
import { parseForeign } from "../markdown/parse-foreign";
import { readFields } from "../metadata/read-fields";
import { PictureStore } from "../picture-store";
import type { Reader, ReadFailure, ReadMetadata, ReadWarning } from "../reader";
import { readPlainText, type PlainText } from "../text/read-plain-text";

/** Raise this when the same record would give another canonical text than before; also when what it rests on changes. */
const VERSION = 1;

/** The text of a record, in one of three forms; anything else about it is taken as it comes. */
const BODIES = ["html", "markdown", "text"] as const;
const body = v.fallback(v.optional(v.string()), undefined);
const recordSchema = v.looseObject({ html: body, markdown: body, text: body });
type JsonRecord = v.InferOutput<typeof recordSchema>;

/**
 * Reads one JSON object: a text as `html`, `markdown` or `text`, and its metadata. Fields that the program has no place
 * for are kept.
 */
export const jsonRecordReader: Reader = {
  format: "json-record",
  version: VERSION,
  read: (bytes, _hints, { progress }) => {
    const record = parseRecord(decodeText(bytes).text);
    if (!record.ok) return Promise.resolve(record);
    const metadata = readFields(record.value, BODIES);
    const pictures = new PictureStore();
    const written = writeBody(record.value, metadata, pictures, progress);
    if (!written.ok) return Promise.resolve(written);
    return Promise.resolve(
      written.value.structured.text === ""
        ? fail({
            code: "damaged-file" as const,
            detail: "no text in the record",
          })
        : ok({
            format: "json-record" as const,
            ...written.value,
            resources: pictures.list(),
          }),
    );
  },
};

function parseRecord(text: string): Result<JsonRecord, ReadFailure> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return damaged(`not JSON: ${error instanceof Error ? error.message : ""}`);
  }
  const isObject =
    typeof value === "object" && value !== null && !Array.isArray(value);
  const record = isObject ? v.safeParse(recordSchema, value) : undefined;
  return record?.success ? ok(record.output) : damaged("not a JSON object");
}

function damaged(detail: string): Result<JsonRecord, ReadFailure> {
  return fail({ code: "damaged-file", detail: detail.slice(0, 200) });
}

interface WrittenBody {
  readonly metadata: ReadMetadata;
  readonly structured: StructuredText;
  readonly warnings: readonly ReadWarning[];
}

function writeBody(
  { html = "", markdown = "", text = "" }: JsonRecord,
  metadata: ReadMetadata,
  pictures: PictureStore,
  progress: (share: number) => void,
): Result<WrittenBody, ReadFailure> {
  const { title, url } = metadata;
  const written = (structured: StructuredText): Result<WrittenBody, never> =>
    ok({
      metadata,
      structured: { ...structured, version: VERSION },
      warnings: [],
    });
  if (title !== undefined && `${html}${markdown}${text}`.trim() === "")
    return written(titleAlone(title));
  if (html.trim() !== "") {
    const to = new TextWriter();
    writeFragment(html, to, { pictures, title, url });
    return written(to.finish(VERSION));
  }
  if (markdown.trim() !== "") {
    const parsed = parseForeign(markdown, {
      writeHtml: (fragment, to) => writeFragment(fragment, to, { url }),
      leavesOutTitle: (heading) => fold(heading) === fold(title ?? ""),
    });
    return parsed.ok ? written(parsed.value) : parsed;
  }
  return ok(fromText(readPlainText(text, title, progress), metadata));
}

/** What the record says about itself counts before what its text seems to say. */
function fromText(read: PlainText, metadata: ReadMetadata): WrittenBody {
  const { creators } = metadata;
  return {
    metadata: {
      ...read.metadata,
      ...metadata,
      creators: creators.length > 0 ? creators : read.metadata.creators,
    },
    structured: { ...read.structured, version: VERSION },
    warnings: read.warnings,
  };
}

/** Of some works only the title is known. */
function titleAlone(title: string): StructuredText {
  const to = new TextWriter();
  to.block("paragraph", {}, () => to.write(title));
  return to.finish(VERSION);
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
