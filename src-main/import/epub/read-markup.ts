import type { Archive } from "../archive/archive";
import { decodeText } from "../decode-text";

/** Text of a file of the book in the encoding that its bytes, its XML declaration or its `meta` tell; `undefined` when it cannot be had. */
export async function readMarkup(
  archive: Archive,
  path: string,
): Promise<string | undefined> {
  const bytes = await archive.read(path);
  return bytes.ok ? decodeMarkup(bytes.value) : undefined;
}

/** Decodes markup by its byte order mark, its declaration or, failing these, by its bytes. */
export function decodeMarkup(bytes: Uint8Array): string {
  const head = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.length, 1_024),
  ).toString("latin1");
  const declared =
    /<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/iu.exec(head)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1];
  return decodeText(bytes, { declared }).text;
}
