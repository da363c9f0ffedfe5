import type { Line } from "./lines";

/** Lines of a text without the one that names its tags. */
export interface TaggedLines {
  readonly lines: readonly Line[];
  readonly tags: readonly string[];
}

const TAGS =
  /^(?:tags|tagged(?: as| with)?|filed under|keywords|topics|categories|schlagw[oö]rter|mots[- ]cl[ée]s)\s*:\s*(\S.*)$/iu;
const TAIL_LINES = 12;

/** Takes the tags that a page names below its text. All that the line says goes into the metadata. */
export function takeTags(lines: readonly Line[]): TaggedLines {
  const from = Math.max(1, lines.length - TAIL_LINES);
  const at = lines.findIndex(
    ({ text }, index) => index >= from && TAGS.test(text) && text.length <= 300,
  );
  const listed = TAGS.exec(lines[at]?.text ?? "")?.[1];
  const tags = listed?.split(/\s*[,;|]\s*/u).filter((tag) => tag !== "") ?? [];
  const areTags =
    tags.length > 0 &&
    tags.every((tag) => tag.split(" ").length <= 5 && !/[.!?]$/u.test(tag));
  return areTags
    ? { lines: lines.filter((_, index) => index !== at), tags }
    : { lines, tags: [] };
}
