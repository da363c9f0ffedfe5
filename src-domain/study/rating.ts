/** How well an answer was recalled: 1 again, 2 hard, 3 good, 4 easy (FSRS). */
export type Rating = 1 | 2 | 3 | 4;
export const RATINGS: readonly Rating[] = [1, 2, 3, 4];
export const RATING_WORDS: Readonly<Record<Rating, string>> = {
  1: "Again",
  2: "Hard",
  3: "Good",
  4: "Easy",
};
