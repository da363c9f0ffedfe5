const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;
const LONGEST = 60;

/** A file name stem for a title, safe on every system: lower-case letters and digits of any script, and hyphens. */
export function noteNameFor(title: string): string {
  const stem = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  const short = Array.from(stem).slice(0, LONGEST).join("").replace(/-+$/u, "");
  return short === "" || RESERVED.test(short)
    ? `note${short === "" ? "" : `-${short}`}`
    : short;
}
