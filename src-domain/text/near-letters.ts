/** What was changed before a place may have moved it by so many letters, and by this share of the way to it. */
const NEAR_LETTERS = 24;
const NEAR_SHARE = 0.03;

/** How far from the described letter a passage may stand and still be called near. */
export function nearLetters(expected: number): number {
  return NEAR_LETTERS + NEAR_SHARE * expected;
}
