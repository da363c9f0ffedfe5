/** What the elements around a place make of it. Replaced as a whole on entering an element, put back on leaving. */
export interface Scope {
  /** Blocks are only line breaks here: inside a cell or a caption. */
  readonly isFlat: boolean;
  readonly isCode: boolean;
  /** 1-6 inside a heading. */
  readonly heading: number;
  readonly quote: number;
  readonly list: number;
  /** The list item that is being read; its first block is the item. */
  readonly item?: ItemHead | undefined;
  readonly note?: NoteScope | undefined;
  readonly language?: string | undefined;
  readonly isRightToLeft: boolean;
}

export interface ItemHead {
  readonly level: number;
  readonly number?: number;
  isUsed: boolean;
}

/** The footnote that is being read. */
export interface NoteScope {
  readonly label: string;
  /** Its text may begin with its number: a list item's does not. */
  readonly mayHoldMarker: boolean;
  /** A back-link at its beginning was left out, and with it perhaps half a pair of brackets. */
  hasLostMarker: boolean;
  hasBegun: boolean;
}

/** Where nothing is around. */
export const OUTER_SCOPE: Scope = {
  isFlat: false,
  isCode: false,
  heading: 0,
  quote: 0,
  list: 0,
  isRightToLeft: false,
};
