import type { StructuredText } from "#domain/text/blocks";
import { changeMarks } from "../change-marks";
import { webAddress } from "./web-address";

/**
 * Turns links to anchors of the same document (`#name`) into links to offsets (`#12`), once every anchor's place is
 * known. A link to nowhere, or to an address a reader of texts may not follow, loses its mark and keeps its letters.
 */
export function resolveAnchors(
  structured: StructuredText,
  anchors: ReadonlyMap<string, number>,
): StructuredText {
  const last = structured.text.length;
  return changeMarks(structured, (mark) => {
    if (mark.kind !== "link") return [mark];
    const target = resolved(mark.target ?? "", anchors, last);
    return target === undefined ? [] : [{ ...mark, target }];
  });
}

function resolved(
  target: string,
  anchors: ReadonlyMap<string, number>,
  last: number,
): string | undefined {
  if (!target.startsWith("#")) return webAddress(target);
  const offset = anchors.get(target.slice(1));
  return offset === undefined ? undefined : `#${Math.min(offset, last)}`;
}
