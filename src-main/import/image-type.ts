import type { ResourceType } from "./reader";

/* eslint-disable no-control-regex -- signatures hold control characters */
const SIGNATURES: readonly (readonly [ResourceType, RegExp])[] = [
  ["image/png", /^\x89PNG\r\n\x1a\n/u],
  ["image/jpeg", /^\xff\xd8\xff/u],
  ["image/gif", /^GIF8[79]a/u],
  ["image/webp", /^RIFF[^]{4}WEBP/u],
  ["image/avif", /^[^]{4}ftypavi[fs]/u],
  // The header after it has one of a few sizes; two letters alone begin many a text.
  ["image/bmp", /^BM[^]{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0/u],
];

/** How far into a drawing its first element may stand: after declarations, comments and a long list of names. */
const SVG_HEAD_BYTES = 4_096;

/** The type of a picture by its bytes; `undefined` for anything that is not one of the pictures that may be shown. */
export function imageTypeOf(bytes: Uint8Array): ResourceType | undefined {
  const head = Buffer.from(bytes.subarray(0, 32)).toString("latin1");
  const found = SIGNATURES.find(([, signature]) => signature.test(head));
  if (found) return found[0];
  return isSafeDrawing(bytes) ? "image/svg+xml" : undefined;
}

/**
 * Tells whether bytes are an SVG without entities of its own: these are what external files and bombs are made with.
 * Scripts in it are no matter, since a drawing is only ever shown as the source of an `img`.
 */
function isSafeDrawing(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, SVG_HEAD_BYTES)).toString();
  const start = head
    .replace(/^\uFEFF/u, "")
    .replace(/<!--[^]*?-->/gu, "")
    .trimStart();
  if (
    !/^(?:<\?xml\b[^>]*>\s*)?(?:<![Dd][Oo][Cc][^[\]<>]*>\s*)?(?:<\?[^>]*>\s*)*<(?:[a-z]+:)?svg[\s/>]/u.test(
      start,
    )
  )
    return false;
  return !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    "<!ENTITY",
  );
}
