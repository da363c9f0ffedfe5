import { textWithin, wordsOf, type DomElement } from "./dom";

const LINE_NUMBER_CLASS = /^(?:lnum|line-?(?:nums?|numbers?|no))$/iu;

/** Whether an element is the number of a line of verse, which style sheets put into the margin: without them it would be one word with the line. */
export function isLineNumber(element: DomElement): boolean {
  return (
    wordsOf(element, "class").some((word) => LINE_NUMBER_CLASS.test(word)) &&
    /^\s*\d{1,5}\s*$/u.test(textWithin(element, 20))
  );
}
