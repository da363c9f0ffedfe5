/**
 * Decodes the bytes of an XML part: by its byte order mark, else by the encoding its declaration names, else as UTF-8.
 * An unknown encoding is read as UTF-8 (XML 1.0, appendix F).
 */
export function decodeXml(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0x3c && second === 0) return "utf-16le";
  if (first === 0 && second === 0x3c) return "utf-16be";
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const named = /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/u.exec(
    head,
  )?.[1];
  // A declaration that could be read byte by byte cannot be UTF-16, whatever it says.
  if (named === undefined || /^utf-?16/iu.test(named)) return "utf-8";
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return "utf-8";
  }
}
