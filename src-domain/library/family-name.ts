import type { Creator } from "./creator";

/** Words that belong to the family name they stand before: "Jaap de Hoop Scheffer", "Ursula von der Leyen". */
const PARTICLES = new Set(
  "af al ben bin da dal de degli dei del della den der di do dos du el la le ten ter van vom von zu zum zur".split(
    " ",
  ),
);
const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv"]);
/** Words of bodies, by which "US Mission to NATO" is not taken for a person. */
const BODY_WORDS =
  /\b(?:academy|agency|assembly|association|authors|bank|bureau|centre|center|commission|committee|company|corporation|council|department|editors|embassy|foundation|government|group|institute|institution|international|mission|ministry|nations|office|organi[sz]ation|parliament|party|press|secretariat|service|society|states|team|times|treaty|union|university)\b/iu;
const NAME_WORD = /^\p{Lu}[\p{L}\p{M}.'’-]*$/u;
const LONGEST_NAME = 6;

/** The name a creator is sorted and cited by: the family name where it is known or can be told, else the whole name. */
export function familyNameOf(creator: Creator): string {
  return creator.family ?? splitName(creator.name)?.family ?? creator.name;
}

/**
 * Tells the parts of a person's name written the Western way ("Joshua Kucera", "Kucera, Joshua", "Jaap de Hoop
 * Scheffer"); `undefined` for one word, and for what looks like a body rather than a person.
 */
export function splitName(
  name: string,
): { readonly given: string; readonly family: string } | undefined {
  const trimmed = name.trim().replace(/\s+/gu, " ");
  if (BODY_WORDS.test(trimmed)) return undefined;
  const [before = "", after, more] = trimmed.split(/\s*,\s*/u);
  if (after !== undefined && more === undefined) {
    if (before !== "" && after !== "" && !isSuffix(after))
      return { given: after, family: before };
  }
  const words = before.split(" ");
  if (words.length < 2 || words.length > LONGEST_NAME) return undefined;
  if (!words.every((word) => NAME_WORD.test(word) || isParticle(word)))
    return undefined;
  let from = words.findIndex((word, at) => at > 0 && isParticle(word));
  if (from === -1) {
    from = words.length - 1;
    if (from > 1 && isSuffix(words[from] ?? "")) from -= 1;
  }
  const family = words.slice(from).join(" ");
  const given = words.slice(0, from).join(" ");
  return given === "" || family === "" ? undefined : { given, family };
}

function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}

function isSuffix(word: string): boolean {
  return SUFFIXES.has(word.toLowerCase().replace(/\.$/u, ""));
}
