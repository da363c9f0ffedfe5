import { createHash } from "node:crypto";
import { imageTypeOf } from "./image-type";
import type { ReadResource } from "./reader";

/** A larger picture is left out: nobody reads one. */
export const MOST_PICTURE_BYTES = 32 * 1024 * 1024;

/** The pictures of an item while it is being read; equal pictures are one. */
export class PictureStore {
  readonly #byId = new Map<string, ReadResource>();

  /** Takes a picture's bytes, whatever they were said to be. @returns its id; `undefined` for what is no picture */
  add(bytes: Uint8Array): string | undefined {
    if (bytes.length === 0 || bytes.length > MOST_PICTURE_BYTES)
      return undefined;
    const mediaType = imageTypeOf(bytes);
    if (!mediaType) return undefined;
    const id = createHash("sha256").update(bytes).digest("hex");
    if (!this.#byId.has(id)) this.#byId.set(id, { id, mediaType, bytes });
    return id;
  }

  /** All pictures, in the order in which they came. */
  list(): readonly ReadResource[] {
    return [...this.#byId.values()];
  }
}
