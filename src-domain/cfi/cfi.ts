import type { FragmentSelector, Selector } from "../text/selectors";

/** Names the syntax as W3C Web Annotation asks of a fragment selector (section 4.2.1). */
export const CFI_SYNTAX = "http://idpf.org/epub/linking/cfi/epub-cfi.html";

/** `/4[body01]`: even numbers are elements, odd ones the text between them, each counted from its parent's beginning. */
export interface CfiStep {
  readonly step: number;
  /** The id that the element is said to have. */
  readonly id?: string;
}

/** A place in a book: steps through its package, then, behind each `!`, through the document they lead to. */
export interface CfiPoint {
  readonly documents: readonly (readonly CfiStep[])[];
  /** UTF-16 units into a text; before (0) or behind (1) an element. */
  readonly offset?: number;
  /** Text that is said to stand right before and right behind the place. */
  readonly before?: string;
  readonly after?: string;
}

/** An EPUB canonical fragment identifier: one place, or a range from one to another. */
export interface Cfi {
  readonly start: CfiPoint;
  readonly end?: CfiPoint;
}

/** Tells whether a selector is one; other programs write the syntax's name in several ways, or leave it out. */
export function isCfiSelector(each: Selector): each is FragmentSelector {
  if (each.type !== "FragmentSelector") return false;
  return each.conformsTo === undefined
    ? /^\s*#?epubcfi\(/u.test(each.value)
    : /^https?:\/\/(?:www\.)?idpf\.org\/epub\/linking\/cfi\b/u.test(
        each.conformsTo,
      );
}
