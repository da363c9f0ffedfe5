import type { TextRange } from "#domain/text/blocks";

export type KnowledgeView = "matrix" | "actors" | "issues" | "events";

/** An item in the reader, and where in it. */
export interface ReaderPlace {
  readonly item: string;
  /** A passage to be lit. */
  readonly target?: TextRange;
  /** The sentences of the target are selected too, for what is to be made of them. */
  readonly selects?: true;
  /** Where one stands: a block, and the share of it above the view. Without it and a target: where one stood last. */
  readonly at?: { readonly offset: number; readonly within: number };
}

/** What can stand beside an item: a place of another item or of the same, or a note. */
export type Beside = ReaderPlace | { readonly note: string };

/** Every place the window can show. A place says what is shown, never how one came there. */
export type Route =
  | { readonly screen: "library" }
  | (ReaderPlace & {
      readonly screen: "reader";
      readonly beside?: Beside;
    })
  | { readonly screen: "search"; readonly query?: string }
  | {
      readonly screen: "actors";
      readonly view: KnowledgeView;
      readonly actor?: string;
      readonly issue?: string;
      readonly position?: string;
      readonly event?: string;
    }
  /** With `browse`, the list of all cards, and which one is chosen. */
  | {
      readonly screen: "study";
      readonly item?: string;
      readonly browse?: { readonly card?: string };
    }
  | {
      readonly screen: "notes";
      readonly note?: string;
      readonly target?: TextRange;
    }
  | { readonly screen: "settings" };

export type Screen = Route["screen"];
export type ReaderRoute = Extract<Route, { screen: "reader" }>;
