const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;
const LONGEST = 60;
/** File systems count bytes: 255 at most, and a conflict's or version's name is longer than the note's. */
const LONGEST_BYTES = 150;

/** A file name stem for a title, safe on every system: lower-case letters and digits of any script, and hyphens. */
export function noteNameFor(title: string): string {
  const stem = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  const short = cut(stem).replace(/-+$/u, "");
  return short === "" || RESERVED.test(short)
    ? `note${short === "" ? "" : `-${short}`}`
    : short;
}

function cut(stem: string): string {
  let bytes = 0;
  return Array.from(stem)
    .slice(0, LONGEST)
    .filter((character) => (bytes += utf8Length(character)) <= LONGEST_BYTES)
    .join("");
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
