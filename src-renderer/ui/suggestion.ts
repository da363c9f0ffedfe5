/** Something that a field offers to be chosen while one types (SuggestField.svelte). */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
  /** At the right, softly: a count. */
  readonly detail?: string;
}
