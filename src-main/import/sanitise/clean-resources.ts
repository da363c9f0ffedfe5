import { createHash } from "node:crypto";
import { imageTypeOf } from "../image-type";
import { MOST_PICTURE_BYTES } from "../picture-store";
import type { ReadResource } from "../reader";
import { fieldsOf, listOf } from "./plain-values";

const MOST_PICTURES = 20_000;
/** Of all pictures together. */
const MOST_BYTES = 512 * 1024 * 1024;

export interface CleanResources {
  readonly resources: readonly ReadResource[];
  /** The id under which a picture is kept, by the id that the reader gave it; `undefined` where it is not kept. */
  readonly idOf: (given: unknown) => string | undefined;
  readonly leftOut: number;
}

/** Keeps pictures whose bytes are a picture's, under the hash of their bytes, whatever they were called. */
export function cleanResources(resources: unknown): CleanResources {
  const kept = new Map<string, ReadResource>();
  const ids = new Map<unknown, string>();
  let total = 0;
  let leftOut = 0;
  for (const resource of listOf(resources, Infinity)) {
    const { id: given, bytes } = fieldsOf(resource);
    const clean =
      kept.size < MOST_PICTURES && bytes instanceof Uint8Array
        ? pictureOf(bytes)
        : undefined;
    if (!clean || total + clean.bytes.length > MOST_BYTES) {
      leftOut += 1;
      continue;
    }
    ids.set(given, clean.id);
    if (kept.has(clean.id)) continue;
    kept.set(clean.id, clean);
    total += clean.bytes.length;
  }
  return {
    resources: [...kept.values()],
    idOf: (given) => ids.get(given),
    leftOut,
  };
}

function pictureOf(bytes: Uint8Array): ReadResource | undefined {
  if (bytes.length > MOST_PICTURE_BYTES) return undefined;
  const mediaType = imageTypeOf(bytes);
  if (!mediaType) return undefined;
  const id = createHash("sha256").update(bytes).digest("hex");
  return { id, mediaType, bytes };
}
