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

/** W3C Web Annotation Data Model, section 4.2.1: a place in the original, such as `page=12` of a PDF (RFC 3778). */
export interface FragmentSelector {
  readonly type: "FragmentSelector";
  readonly value: string;
  readonly conformsTo?: string;
}

export type Selector =
  TextQuoteSelector | TextPositionSelector | FragmentSelector;

/**
 * Where selectors lead: `exact` (as described), `moved` (the quotation stands, alone or clearly by its context, at
 * another place than described) or `orphan` (not found, or not to be told apart from another place).
 */
export type Anchor =
  | { readonly state: "exact"; readonly start: number; readonly end: number }
  | { readonly state: "moved"; readonly start: number; readonly end: number }
  | { readonly state: "orphan" };

/** Tells whether a value from a file is a selector that the program knows, with fields of the right types. */
export function isSelector(value: unknown): value is Selector {
  if (typeof value !== "object" || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  switch (fields["type"]) {
    case "TextQuoteSelector":
      return (
        typeof fields["exact"] === "string" &&
        isTextOrAbsent(fields["prefix"]) &&
        isTextOrAbsent(fields["suffix"])
      );
    case "TextPositionSelector":
      return (
        Number.isInteger(fields["start"]) && Number.isInteger(fields["end"])
      );
    case "FragmentSelector":
      return typeof fields["value"] === "string";
    default:
      return false;
  }
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}
