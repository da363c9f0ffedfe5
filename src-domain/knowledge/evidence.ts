import type {
  FragmentSelector,
  Selector,
  TextQuoteSelector,
} from "../text/selectors";

/** A passage a piece of knowledge rests on. */
export interface Evidence {
  readonly item: string;
  readonly selector: TextQuoteSelector;
  /** At which letter it stands, which tells equal passages apart (docs/decisions/0014); absent in older files. */
  readonly position?: FragmentSelector;
}

/** All that leads to the passage. */
export function selectorsOf({ selector, position }: Evidence): Selector[] {
  return position ? [selector, position] : [selector];
}
