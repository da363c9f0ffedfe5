import { fail, ok, type Result } from "#domain/result";
import { nameBinary, UNKNOWN_KIND } from "./format/name-binary";
import { peekText } from "./format/peek-text";
import { textFormat } from "./format/text-format";
import { zipFormat } from "./format/zip-format";
import type { ImportFormat, ReadFailure, ReadHints } from "./reader";

/** The PDF mark may have up to 1,024 bytes before it (ISO 32000-1, implementation note 13). */
const PDF_REACH = 1_024;

/**
 * Tells the format of a file by its bytes; its name decides only between text and Markdown that look alike. Fails with
 * `unsupported-format` and what the file is in words, `password-needed` for an encrypted Office document, and
 * `damaged-file` with the detail `empty`.
 */
export async function detectFormat(
  bytes: Uint8Array,
  hints: ReadHints,
): Promise<Result<ImportFormat | "json-lines", ReadFailure>> {
  if (bytes.length === 0)
    return fail({ code: "damaged-file", detail: "empty" });
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isPdf(view, hints)) return ok("pdf");
  const isZip = ["PK\u0003\u0004", "PK\u0005\u0006"].includes(
    view.toString("latin1", 0, 4),
  );
  if (isZip) return zipFormat(bytes);
  const text = peekText(bytes);
  // Text first: short marks such as "BM" or "MZ" may begin a sentence.
  if (text !== undefined) return textFormat(text, () => wholeText(view), hints);
  return fail(claimOf(await nameBinary(bytes), hints));
}

/** A PDF that lost its mark still has its objects. */
function isPdf(view: Buffer, { fileName = "" }: ReadHints): boolean {
  const head = view.subarray(0, PDF_REACH);
  if (head.includes("%PDF-")) return true;
  const startsWithObject = /^[^a-z]*\d+ \d+ obj\b/u.test(
    head.toString("latin1"),
  );
  if (!startsWithObject && !/\.pdf$/iu.test(fileName)) return false;
  return view.includes("endobj") || view.includes("startxref");
}

/** Bytes of no known kind under a name that promises a format we read are a damaged file of that format. */
function claimOf(
  failure: ReadFailure,
  { fileName = "" }: ReadHints,
): ReadFailure {
  const promised = /\.(pdf|epub|docx|odt)$/iu
    .exec(fileName)?.[1]
    ?.toLowerCase();
  if (!promised || failure.detail !== UNKNOWN_KIND) return failure;
  return { code: "damaged-file", detail: `named .${promised}, but not one` };
}

function wholeText(view: Buffer): string {
  return view.toString("utf8").replace(/^\uFEFF/u, "");
}
