import {
  HIGHLIGHT_COLOURS,
  type HighlightColour,
} from "#domain/annotation/annotation";
import type { Settings } from "#bridge/contract/settings";

/** A colour of highlight with its key and what it means to the person. */
export interface NamedColour {
  readonly colour: HighlightColour;
  readonly key: string;
  readonly name: string;
  /** Stands for it where there is no room for the name. */
  readonly letter: string;
}

/** The five colours with their names, in the order of their keys. */
export function namedColours(
  names: Settings["highlightNames"],
): readonly NamedColour[] {
  return HIGHLIGHT_COLOURS.map((colour, index) => ({
    colour,
    key: String(index + 1),
    name: names[colour],
    letter: [...names[colour]][0]?.toUpperCase() ?? "?",
  }));
}
