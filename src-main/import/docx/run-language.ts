import type { RunLook } from "./run-look";
import type { WordContext } from "./word-context";

const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The language Word says letters are in: it keeps one for East Asian, one for right-to-left and one for other letters. */
export function languageOf(
  letters: string,
  look: RunLook,
  context: WordContext,
): string | undefined {
  if (!context.tellsLanguages) return undefined;
  const attribute = look.isRightToLeft
    ? "w:bidi"
    : EAST_ASIAN.test(letters)
      ? "w:eastAsia"
      : "w:val";
  return (
    look.language?.attributes[attribute] ??
    context.styles.language?.attributes[attribute]
  );
}
