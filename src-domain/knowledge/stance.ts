/** The closed set of stances, from support to silence; `none-stated` is itself a finding with evidence. */
export const STANCES = [
  "supports",
  "conditional",
  "open",
  "opposes",
  "none-stated",
] as const;
export type Stance = (typeof STANCES)[number];

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  supports: "supports",
  conditional: "conditional",
  open: "open",
  opposes: "opposes",
  "none-stated": "none stated",
};

/** The letter that stands for a stance beside its colour and shape. */
export const STANCE_LETTERS: Readonly<Record<Stance, string>> = {
  supports: "S",
  conditional: "C",
  open: "?",
  opposes: "O",
  "none-stated": "–",
};
