/** Languages that are written from right to left unless their tag names another script. */
const RIGHT_TO_LEFT =
  /^(?:ar|arc|azb|ckb|dv|fa|glk|he|iw|ku-arab|lrc|mzn|nqo|pnb|ps|sd|syr|ug|ur|yi)(?:-|$)/iu;
const SCRIPT = /^[a-z]{2,8}-(?:[a-z]{3}-)?([a-z]{4})(?:-|$)/iu;
const RIGHT_TO_LEFT_SCRIPTS: ReadonlySet<string> = new Set([
  "adlm",
  "arab",
  "aran",
  "hebr",
  "mand",
  "nkoo",
  "rohg",
  "samr",
  "syrc",
  "thaa",
]);

/** Tells whether a language (BCP 47) is written from right to left; a script in its tag decides. */
export function isRightToLeft(language: string): boolean {
  const script = SCRIPT.exec(language)?.[1];
  return script === undefined
    ? RIGHT_TO_LEFT.test(language)
    : RIGHT_TO_LEFT_SCRIPTS.has(script.toLowerCase());
}
