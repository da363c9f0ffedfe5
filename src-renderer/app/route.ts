import type { TextRange } from "#domain/text/blocks";

export type KnowledgeView = "matrix" | "actors" | "issues" | "events";

/** Every place the window can show. A place says what is shown, never how one came there. */
export type Route =
  | { readonly screen: "library" }
  | {
      readonly screen: "reader";
      readonly item: string;
      readonly target?: TextRange;
    }
  | { readonly screen: "search"; readonly query?: string }
  | {
      readonly screen: "actors";
      readonly view: KnowledgeView;
      readonly actor?: string;
      readonly issue?: string;
      readonly position?: string;
      readonly event?: string;
    }
  | { readonly screen: "study"; readonly item?: string }
  | {
      readonly screen: "notes";
      readonly note?: string;
      readonly target?: TextRange;
    }
  | { readonly screen: "settings" };

export type Screen = Route["screen"];
