import { isElement, type DomElement, type DomNode } from "./dom";

/** The language (BCP 47) that an element says it is in. */
export function languageOf(element: DomElement): string | undefined {
  const language =
    element.getAttribute("lang") ?? element.getAttribute("xml:lang");
  return language && /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/iu.test(language.trim())
    ? language.trim()
    : undefined;
}

/** Language and direction that hold where an element stands. */
export function surroundings(root: DomElement): {
  language?: string;
  isRightToLeft: boolean;
} {
  let language: string | undefined;
  let direction: string | undefined;
  for (let at: DomNode | null = root; at; at = at.parentNode) {
    if (!isElement(at)) continue;
    language ??= languageOf(at);
    direction ??= at.getAttribute("dir")?.toLowerCase();
  }
  return {
    ...(language === undefined ? {} : { language }),
    isRightToLeft: direction === "rtl",
  };
}
