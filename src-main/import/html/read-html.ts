import { fail, ok, type Result } from "#domain/result";
import { decodeText } from "../decode-text";
import type { Reader, ReadFailure, ReadItem } from "../reader";
import { declaredCharset } from "./html-charset";
import { readPage } from "./read-page";

/** Raise this when the same page would give another canonical text than before; also when `writeDom` changes. */
export const HTML_TEXT_VERSION = 2;

/** Reads a saved web page: its article, what it says about itself, and the pictures that are saved in it. */
export const htmlReader: Reader = {
  format: "html",
  version: HTML_TEXT_VERSION,
  read: (bytes, hints, context) => {
    const { text } = decodeText(bytes, { declared: declaredCharset(bytes) });
    context.progress(0.1);
    const item = readPage(text, hints, { version: HTML_TEXT_VERSION });
    return Promise.resolve(orRefused({ ...item, format: "html" }));
  },
};

/** A page of which nothing can be read is refused, with its title in the log. */
export function orRefused(item: ReadItem): Result<ReadItem, ReadFailure> {
  if (item.structured.blocks.length > 0) return ok(item);
  const { title = "" } = item.metadata;
  return fail({ code: "no-text", detail: `page without text: ${title}` });
}
