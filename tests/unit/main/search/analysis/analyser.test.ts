import { Analyser } from "#main/search/analysis/analyser";
import fc from "fast-check";
import { expect, test } from "vitest";

const LANGUAGES =
  "en de fr es it pt nl sv ru fi da no hu ro tr pl ca und".split(" ");
const word = fc.stringMatching(
  /^[A-Za-z0-9][\p{L}\p{N}\p{M}\u{AD}a-z]{0,10}(?:['’]?[a-zéß]{1,9}){0,2}$/u,
);

test("a word that tells its first letter has a token, which begins with that", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LANGUAGES),
      fc.array(word, { maxLength: 8 }),
      (language, words) => {
        const found = new Analyser().words(words.join(" "), language);
        for (const { first, token } of found) {
          if (first !== undefined)
            expect(token.charCodeAt(0), token).toBe(first);
          expect(token).not.toBe("");
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

test("words of English tell their first letter without being stemmed", () => {
  const [word] = new Analyser().words("Treaties", "en");
  expect(word).toMatchObject({ first: "t".charCodeAt(0), token: "treati" });
});
