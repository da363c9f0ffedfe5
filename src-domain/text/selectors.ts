/** W3C Web Annotation Data Model, section 4.2.4: the quoted text with some text before and after it. */
export interface TextQuoteSelector {
  readonly type: "TextQuoteSelector";
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** W3C Web Annotation Data Model, section 4.2.5: offsets into the text, here UTF-16 units of the canonical text. */
export interface TextPositionSelector {
  readonly type: "TextPositionSelector";
  readonly start: number;
  readonly end: number;
}

export type Selector = TextQuoteSelector | TextPositionSelector;

/**
 * Where selectors lead: `exact` (as described), `moved` (the quotation stands, alone or clearly by its context, at
 * another place than described) or `orphan` (not found, or not to be told apart from another place).
 */
export type Anchor =
  | { readonly state: "exact"; readonly start: number; readonly end: number }
  | { readonly state: "moved"; readonly start: number; readonly end: number }
  | { readonly state: "orphan" };
