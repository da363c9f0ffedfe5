/** The one message main sends: what kind of thing changed, and which ids. Whoever shows such things asks again. */
export interface Changes {
  readonly subject:
    | "library"
    | "positions"
    /** Ids are those of the items they are on. */
    | "annotations"
    | "notes"
    | "reviews"
    /** Actors, issues, positions, events and own cards. */
    | "knowledge"
    | "settings"
    | "problems"
    | "search"
    /** How far an item on its way to paper has come. */
    | "printing"
    /** It fills the screen, or does not any more. */
    | "window"
    /** The queue of files to import. */
    | "import"
    /** How far references are written. */
    | "citations";
  readonly ids: readonly string[];
}

/** The part of the DOM's `File` by which the contract, which knows no DOM, tells one. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}

/** What the preload script puts on `window.aide`. */
export interface Bridge {
  request(name: string, input: unknown): Promise<unknown>;
  onChanges(listener: (changes: Changes) => void): () => void;
  /** Where a file that was dropped on the window lies; empty for one that lies nowhere. */
  pathOf(file: DroppedFile): string;
}
