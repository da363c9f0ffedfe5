import { contentHash } from "#main/storage/content-hash";
import type { ReadResource, ResourceType } from "../reader";

/** The pictures of one document, each once however often it is shown. */
export class Pictures {
  readonly #byId = new Map<string, ReadResource>();

  get all(): ReadResource[] {
    return [...this.#byId.values()];
  }

  /** Keeps a picture and gives its id; `undefined` when its bytes are no picture that may be shown. */
  add(bytes: Uint8Array): string | undefined {
    const mediaType = pictureTypeOf(bytes);
    if (mediaType === undefined) return undefined;
    const id = contentHash(bytes);
    if (!this.#byId.has(id)) this.#byId.set(id, { id, mediaType, bytes });
    return id;
  }
}

/** Tells the type of a picture by its first bytes; names and declared types are not trusted. */
export function pictureTypeOf(bytes: Uint8Array): ResourceType | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (head.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (/^GIF8[79]a/u.test(head)) return "image/gif";
  if (/^RIFF[^]{4}WEBP/u.test(head)) return "image/webp";
  if (/^[^]{4}ftypavi[fs]/u.test(head)) return "image/avif";
  if (/^BM[^]{4}\0\0\0\0/u.test(head)) return "image/bmp";
  return isSvg(bytes) ? "image/svg+xml" : undefined;
}

function isSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 4_096));
  return /^\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[^])*-->\s*|<!DOCTYPE\s+svg[^>]*>\s*)*<(?:\w+:)?svg[\s>]/u.test(
    head,
  );
}
