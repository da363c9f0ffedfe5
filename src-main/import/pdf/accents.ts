/** Accents that stand alone, and as marks over the letter before them. */
const COMBINING: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "´": "\u0301",
  ˆ: "\u0302",
  "˜": "\u0303",
  "¯": "\u0304",
  "˘": "\u0306",
  "˙": "\u0307",
  "¨": "\u0308",
  "˚": "\u030A",
  "˝": "\u030B",
  ˇ: "\u030C",
};

/** Whether a text ends in an accent that stands alone. */
export function endsInAccent(text: string): boolean {
  return (text.at(-1) ?? "") in COMBINING;
}

/**
 * Puts an accent at the end of `before` over the first letter of `after`, as older TeX files print it (accent first, the
 * letter below it); `undefined` where there is no such pair.
 */
export function mergeAccent(
  before: string,
  after: string,
): { readonly before: string; readonly after: string } | undefined {
  const mark = COMBINING[before.at(-1) ?? ""];
  const letter = /^[\p{L}\u0131]/u.exec(after)?.[0];
  if (mark === undefined || letter === undefined) return undefined;
  const base = letter === "\u0131" ? "i" : letter;
  const merged = (base + mark).normalize("NFC");
  // A pair that no language writes as one letter is no accent.
  if (merged.length > 1) return undefined;
  return {
    before: before.slice(0, -1),
    after: merged + after.slice(letter.length),
  };
}
