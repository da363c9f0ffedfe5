/** Joins the parts of a formula; a function's name keeps its distance from what stands before. */
export function joinFormula(parts: readonly string[]): string {
  return parts.filter((each) => each !== "").join("");
}

/** Puts brackets around what would be misread without them. */
export function group(text: string): string {
  return text === "" || isSingle(text) ? text : `(${text})`;
}

/** Writes what stands raised (`^`) or lowered (`_`); nothing for nothing. */
export function script(sign: "^" | "_", text: string): string {
  return text === "" ? "" : sign + group(text);
}

/** One letter, one number, one word, or what is bracketed as a whole already. */
function isSingle(text: string): boolean {
  return (
    [...text].length === 1 ||
    /^[\p{L}\p{M}]+$/u.test(text) ||
    /^[\d.,]+$/u.test(text) ||
    /^\([^()]*\)$/u.test(text)
  );
}
