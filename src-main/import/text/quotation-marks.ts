/** Tells whether one pair of quotation marks stands around a whole paragraph. */
export function isBetweenMarks(text: string): boolean {
  return /^(?:“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“”]*[“”])$/u.test(
    text.replace(/[.,]$/u, ""),
  );
}

/** A text without what stands between quotation marks in it. */
export function withoutQuoted(text: string): string {
  return text.replace(/“[^”]*”|"[^"]*"|«[^»]*»/gu, "");
}

/** Tells whether a paragraph opens quotation marks that it does not close. */
export function leavesMarksOpen(text: string): boolean {
  return (
    /^[“"«]/u.test(text) &&
    !/[”"»]$/u.test(text) &&
    !/[”»]/u.test(text) &&
    text.match(/["“«]/gu)?.length === 1
  );
}
