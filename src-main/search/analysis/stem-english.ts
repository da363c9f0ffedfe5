import { porterStem } from "./porter";

/**
 * The stem of a folded English word, by Porter's algorithm as lunr has it.
 * British -ise, -isation and -our spellings are brought to the American ones first, so that both find each other, and
 * nouns in -acy to their adjective, which Porter leaves apart: legitimise, legitimate and legitimacy are one word here.
 */
export function stemEnglish(folded: string): string {
  return porterStem(toAmerican(folded));
}

/** Words in -ise that are not verbs of that kind, or whose Americans write them so too. */
const KEEPS_S =
  /^(?:adv|comprom|compr|desp|dev|disgu|enterpr|exerc|franch|improv|otherw|prec|prem|prom|ra|prais|r|superv|surpr|telev|w|conc|likew|no|po|ar|cru|bru|pra|merchand|expert|parad)is/u;

/** The letters that each expression needs are looked for first: few words have them. */
function toAmerican(word: string): string {
  if (word.length > 5 && word.includes("is") && !KEEPS_S.test(word)) {
    const american = word.replace(
      /is(e|ed|es|er|ers|ing|ation|ations|ational)$/u,
      "iz$1",
    );
    if (american !== word) return american;
  }
  if (word.length > 6 && word.includes("ac") && /ac(?:y|ies)$/u.test(word))
    return word.replace(/ac(?:y|ies)$/u, "ate");
  if (!word.includes("our")) return word;
  return word.replace(
    /^(behavi|neighb|lab|fav|hon|harb|col|endeav|arm)our/u,
    "$1or",
  );
}
