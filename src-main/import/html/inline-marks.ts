import type { MarkKind } from "#domain/text/blocks";
import { wordsOf, type DomElement } from "./dom";

const BY_NAME: Readonly<Record<string, MarkKind>> = {
  em: "emphasis",
  i: "emphasis",
  cite: "emphasis",
  dfn: "emphasis",
  var: "emphasis",
  strong: "strong",
  b: "strong",
  code: "code",
  kbd: "code",
  samp: "code",
  tt: "code",
  del: "strikethrough",
  s: "strikethrough",
  strike: "strikethrough",
  u: "underline",
  ins: "underline",
  sup: "superscript",
  sub: "subscript",
};

const BY_STYLE: readonly (readonly [RegExp, MarkKind])[] = [
  [/font-variant(?:-caps)?\s*:[^;]*\bsmall-caps\b/iu, "small-caps"],
  [/font-style\s*:\s*(?:italic|oblique)/iu, "emphasis"],
  [/font-weight\s*:\s*(?:bold|[6-9]00)/iu, "strong"],
  [/text-decoration(?:-line)?\s*:[^;]*\bline-through\b/iu, "strikethrough"],
  [/text-decoration(?:-line)?\s*:[^;]*\bunderline\b/iu, "underline"],
  [/vertical-align\s*:\s*super/iu, "superscript"],
  [/vertical-align\s*:\s*sub\b/iu, "subscript"],
];

const SMALL_CAPS = /^(?:small-?caps?|smcp|sc)$/u;

/** The marks that an inline element puts over its letters, by its name, its own style and the names of small capitals. */
export function marksOf(element: DomElement, name: string): MarkKind[] {
  const marks: MarkKind[] = [];
  const named = BY_NAME[name];
  if (named) marks.push(named);
  const style = element.getAttribute("style");
  if (style)
    for (const [pattern, kind] of BY_STYLE)
      if (pattern.test(style) && !marks.includes(kind)) marks.push(kind);
  if (
    !marks.includes("small-caps") &&
    wordsOf(element, "class").some((word) => SMALL_CAPS.test(word))
  )
    marks.push("small-caps");
  return marks;
}
