import { fail } from "#domain/result";
import { decodeText } from "../decode-text";
import type { Reader } from "../reader";
import { declaredCharset } from "./html-charset";
import { readMultipart, type MimeMessage, type MimePart } from "./multipart";
import { HTML_TEXT_VERSION, orRefused } from "./read-html";
import { readPage } from "./read-page";

/** Reads a page that a browser saved with all its parts in one file (RFC 2557). */
export const mhtmlReader: Reader = {
  format: "mhtml",
  version: HTML_TEXT_VERSION,
  read: (bytes, hints, context) => {
    const message = readMultipart(bytes);
    context.progress(0.1);
    const root = rootOf(message);
    if (!root)
      return Promise.resolve(
        fail({ code: "damaged-file", detail: "no page among the parts" }),
      );
    const declared = root.charset ?? declaredCharset(root.bytes);
    const { text } = decodeText(root.bytes, { declared });
    const location = addressOf(message, root);
    const pictures = new PartsByAddress(message.parts, location);
    const item = readPage(
      text,
      {
        ...hints,
        ...(location === undefined ? {} : { url: hints.url ?? location }),
      },
      {
        version: HTML_TEXT_VERSION,
        findPicture: (src) => pictures.find(src),
      },
    );
    return Promise.resolve(orRefused({ ...item, format: "mhtml" }));
  },
};

/** The part that is the page: the one that the message names, the one at its address, or the first page. */
function rootOf({ headers, start, parts }: MimeMessage): MimePart | undefined {
  const pages = parts.filter(({ type }) =>
    /^(?:text\/html|application\/xhtml\+xml)$/u.test(type),
  );
  const location =
    headers.get("snapshot-content-location") ?? headers.get("content-location");
  return (
    pages.find(({ id }) => id !== undefined && id === start) ??
    pages.find(
      (page) => page.location !== undefined && page.location === location,
    ) ??
    pages[0]
  );
}

function addressOf(
  { headers }: MimeMessage,
  root: MimePart,
): string | undefined {
  return [
    headers.get("snapshot-content-location"),
    root.location,
    headers.get("content-location"),
  ].find((address) => address !== undefined && /^https?:/iu.test(address));
}

/** The parts of a message by the addresses under which the page speaks of them. */
class PartsByAddress {
  readonly #parts = new Map<string, Uint8Array>();
  readonly #base: string | undefined;

  constructor(parts: readonly MimePart[], base: string | undefined) {
    this.#base = base;
    for (const { id, location, bytes } of parts) {
      if (id !== undefined) this.#parts.set(`cid:${id}`, bytes);
      if (location !== undefined)
        this.#parts.set(this.#absolute(location), bytes);
    }
  }

  find(address: string): Uint8Array | undefined {
    return this.#parts.get(address) ?? this.#parts.get(this.#absolute(address));
  }

  #absolute(address: string): string {
    try {
      return new URL(address, this.#base).href;
    } catch {
      return address;
    }
  }
}
