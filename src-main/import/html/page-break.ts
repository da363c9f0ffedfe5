import {
  oneLine,
  semanticsOf,
  textWithin,
  wordsOf,
  type DomElement,
} from "./dom";

const PAGE_CLASS = /^(?:page-?num(?:ber)?|pageno|page-?break|pb)$/u;
const PRINTED = /^\W*(?:p(?:age|g)?\b)?[.\s]*([\divxlc]{1,8})\W*$/iu;

/** The label of the printed page that begins at this element; `undefined` when none does. */
export function pageLabelOf(element: DomElement): string | undefined {
  const isTold = semanticsOf(element).includes("pagebreak");
  if (
    !isTold &&
    !wordsOf(element, "class").some((word) => PAGE_CLASS.test(word))
  )
    return undefined;
  const text = oneLine(textWithin(element, 40));
  const printed = PRINTED.exec(text)?.[1];
  // A class alone may mean a page of a gallery: only what prints a number counts.
  if (!isTold) return printed;
  const told = [
    element.getAttribute("title"),
    element.getAttribute("aria-label"),
    printed ?? (text.length <= 12 ? text : ""),
    /([\divxlc]+)$/iu.exec(element.getAttribute("id") ?? "")?.[1],
  ]
    .map((label) => oneLine(label ?? "").replace(/^page\s+|[.\s]+$/giu, ""))
    .find((label) => label !== "");
  return told?.slice(0, 40);
}
