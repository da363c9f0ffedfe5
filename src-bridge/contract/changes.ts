/** The one message main sends: what kind of thing changed, and which ids. Whoever shows such things asks again. */
export interface Changes {
  readonly subject:
    | "library"
    | "positions"
    | "notes"
    | "reviews"
    | "settings"
    | "problems"
    | "search";
  readonly ids: readonly string[];
}

/** What the preload script puts on `window.aide`. */
export interface Bridge {
  request(name: string, input: unknown): Promise<unknown>;
  onChanges(listener: (changes: Changes) => void): () => void;
}
