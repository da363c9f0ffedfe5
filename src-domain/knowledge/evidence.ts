import type { TextQuoteSelector } from "../text/selectors";

/** A passage a piece of knowledge rests on. */
export interface Evidence {
  readonly item: string;
  readonly selector: TextQuoteSelector;
}
