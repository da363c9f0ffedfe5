import { nameOf, textWithin, wordsOf, type DomElement } from "./dom";

/** Text hidden from assistive technology is decoration if it is this short; longer, it is a page behind a dialog. */
const DECORATION_LETTERS = 400;

const DISPLAY_NONE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/iu;

/** Tells whether an element shows nothing, with all it holds, as far as its own attributes say. */
export function isHidden(element: DomElement): boolean {
  const style = element.getAttribute("style");
  // MediaWiki hides the formula that can be read and shows a picture of it.
  if (style && DISPLAY_NONE.test(style)) return !holdsFormula(element);
  if (element.getAttribute("hidden") !== null)
    return element.getAttribute("hidden") !== "until-found";
  if (element.getAttribute("aria-hidden") !== "true") return false;
  if (nameOf(element) === "math" || holdsFormula(element)) return false;
  return (
    textWithin(element, DECORATION_LETTERS).trim().length < DECORATION_LETTERS
  );
}

function holdsFormula(element: DomElement): boolean {
  return wordsOf(element, "class").some((word) =>
    /^(?:mwe-math-mathml|katex-mathml|mjx-assistive)/u.test(word),
  );
}
