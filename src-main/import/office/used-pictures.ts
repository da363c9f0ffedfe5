import type { StructuredText } from "#domain/text/blocks";
import type { ReadResource } from "../reader";
import type { Pictures } from "./pictures";

/** The pictures that blocks of the text show; others of the file are not kept. */
export function usedPictures(
  structured: StructuredText,
  pictures: Pictures,
): ReadResource[] {
  const shown = new Set(structured.blocks.map((block) => block.resource));
  return pictures.all.filter(({ id }) => shown.has(id));
}
