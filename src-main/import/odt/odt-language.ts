import type { Looks } from "./looks";
import type { OdtContext } from "./odt-context";

const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const COMPLEX =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Bengali}\p{Script=Tamil}]/u;

/** The language a document says letters are in: it keeps one each for Western, East Asian and complex scripts. */
export function languageOfLetters(
  letters: string,
  looks: Looks,
  { styles, tellsLanguages }: OdtContext,
): string | undefined {
  if (!tellsLanguages) return undefined;
  const key = EAST_ASIAN.test(letters)
    ? "languageAsian"
    : COMPLEX.test(letters)
      ? "languageComplex"
      : "language";
  return looks[key] ?? styles.standardLooks[key];
}
