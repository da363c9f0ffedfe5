/** A named grouping of items, in reading order. */
export interface Collection {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly version: number;
  readonly licence: string;
  readonly items: readonly string[];
}
