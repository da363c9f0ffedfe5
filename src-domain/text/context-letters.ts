import { lettersOf } from "./skeleton";

/** Signs and white space may have been put in between the letters: so much more of the text is looked at. */
const SPARE_FACTOR = 4;
const SPARE_UNITS = 64;

/** Tells whether the letters of a quoted context come right after a place of a text. No letters come nowhere. */
export function isFollowedBy(text: string, at: number, context = ""): boolean {
  const sought = lettersOf(context);
  const near = text.slice(at, at + reach(context));
  return sought !== "" && lettersOf(near).startsWith(sought);
}

/** Tells whether the letters of a quoted context come right before a place of a text. No letters come nowhere. */
export function isPrecededBy(text: string, at: number, context = ""): boolean {
  const sought = lettersOf(context);
  const near = text.slice(Math.max(0, at - reach(context)), at);
  return sought !== "" && lettersOf(near).endsWith(sought);
}

function reach(context: string): number {
  return SPARE_FACTOR * context.length + SPARE_UNITS;
}
