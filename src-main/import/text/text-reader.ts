import { fail, ok } from "#domain/result";
import { decodeText } from "../decode-text";
import type { Reader } from "../reader";
import { PLAIN_TEXT_VERSION, readPlainText } from "./read-plain-text";

/** Reads plain text in any encoding. Fails with `damaged-file` for a text of which nothing is left. */
export const textReader: Reader = {
  format: "text",
  version: PLAIN_TEXT_VERSION,
  read: (bytes, _hints, { progress }) => {
    const { text } = decodeText(bytes);
    progress(0.2);
    const read = readPlainText(text, undefined, progress);
    return Promise.resolve(
      read.structured.text === ""
        ? fail({ code: "damaged-file", detail: "empty" })
        : ok({ format: "text", resources: [], ...read }),
    );
  },
};
