import { SOFT_HYPHEN } from "../soft-hyphens";

/** Shorter words are never divided, and so many letters at least stay before and after the place. */
const LEAST_WORD = 6;
const LEAST_BEFORE = 2;
const LEAST_AFTER = 3;

/**
 * Words of letters alone; not what stands in an address or a number, where a hyphen would be taken for a part of it.
 */
const WORD =
  /(?<![\p{L}\p{N}\p{M}./@_\\-])\p{L}[\p{L}\p{M}’']*(?![\p{L}\p{N}\p{M}/@_\\]|[.:]\p{L})/gu;

/** Puts soft hyphens into the words of a text where `divide`, which knows one language, finds places for them. */
export function hyphenate(
  text: string,
  divide: (word: string) => string,
): string {
  return text.replace(WORD, (word) =>
    word.length < LEAST_WORD ? word : keepEnds(divide(word)),
  );
}

function keepEnds(divided: string): string {
  const parts = divided.split(SOFT_HYPHEN);
  while (parts.length > 1 && (parts[0]?.length ?? 0) < LEAST_BEFORE)
    parts.splice(0, 2, `${parts[0]}${parts[1]}`);
  while (parts.length > 1 && (parts.at(-1)?.length ?? 0) < LEAST_AFTER)
    parts.splice(-2, 2, `${parts.at(-2)}${parts.at(-1)}`);
  return parts.join(SOFT_HYPHEN);
}
