/** A date in CSL-JSON: one day, month or year, or two for an interval. */
export interface CslDate {
  readonly "date-parts": readonly (readonly number[])[];
  readonly circa?: true;
}

/** A person in parts, or a body as a whole. */
export type CslName =
  | {
      readonly family: string;
      readonly given?: string;
      readonly suffix?: string;
    }
  | { readonly literal: string };

/** One work in CSL-JSON (Citation Style Language 1.0.2, csl-data.json), as far as the program knows of it. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly publisher?: string;
  readonly "container-title"?: string;
  readonly genre?: string;
  readonly URL?: string;
  readonly language?: string;
  readonly abstract?: string;
  readonly keyword?: string;
  readonly "citation-key"?: string;
}
