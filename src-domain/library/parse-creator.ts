import type { Creator } from "./creator";

/** Words that persons do not have in their names. */
const ORGANISATION =
  /(?<!\p{L})(?:ministry|ministries|minister[s']*|office|council|committee|commission|department|division|bureau|agency|authority|secretariat|government|parliament|assembly|congress|senate|embassy|amembassy|mission|usmission|delegation|consulate|secstate|organi[sz]ation|association|alliance|union|league|federation|confederation|republic|state|states|nations|foundation|fund|trust|institute|institution|university|college|school|academy|center|centre|library|museum|archives?|society|group|team|staff|company|corporation|corp|inc|ltd|llc|gmbh|ag|party|movement|front|army|forces?|command|press|news|newspaper|times|post|journal|magazine|review|service|services|network|project|initiative|programme|program|forum|bank|court|tribunal|church|desk|board|editors?|wikileaks|wikipedia|reuters|associated|agence|ministerium|amt|министерство|правительство|комитет|совет)(?!\p{L})/iu;
const LINKING = /(?:^|\s)(?:of|for|and|&|the|des|für|pour)\s|^the\s/iu;
const SUFFIX = /^(?:jr|sr|junior|senior|ii|iii|iv)\.?$/iu;
const HONORIFIC =
  /^(?:dr|prof|professor|mr|mrs|ms|miss|sir|dame|amb|ambassador|gen|general|col|colonel|lt|capt|captain|rev|hon|h\.e|president|senator|sen|rep)\.?$/iu;
const PARTICLE =
  /^(?:van|von|vom|de|der|den|del|della|des|di|da|dos|das|do|du|la|le|les|ten|ter|te|zu|zum|zur|af|av|bin|ibn|bint|ben|al|el|d['’]|y|e|und)$/iu;

/**
 * Splits a name as written into given and family name: "Ursula von der Leyen", "Leyen, Ursula von der", "King, Martin
 * Luther, Jr.". Names of organisations, single names and names without spaces stay whole. A suffix stays with the family
 * name. Family names that come first without a comma cannot be told apart and are taken for given names.
 */
export function parseCreator(written: string): Creator {
  const name = written.replace(/\s+/gu, " ").replace(/^[\s,]+|[\s,]+$/gu, "");
  if (name === "" || isOrganisation(name)) return { name };
  const parts = name.split(/\s*,\s*/u).filter((part) => part !== "");
  const [first = "", ...others] = parts;
  const suffix = others.findLast((part) => SUFFIX.test(part));
  const [given, ...more] = others.filter((part) => part !== suffix);
  if (given !== undefined)
    return more.length === 0 ? inverted(first, given, suffix) : { name };
  return inOrder(suffix === undefined ? first : `${first} ${suffix}`, name);
}

/** Tells whether a name is that of a body, not of a person. */
export function isOrganisation(name: string): boolean {
  const words = name.split(" ");
  const isAbbreviation =
    words.length === 1 && /^[\p{Lu}\d&.-]{2,}$/u.test(name);
  return (
    isAbbreviation ||
    ORGANISATION.test(name) ||
    LINKING.test(name) ||
    /[\d&@/()]/u.test(name) ||
    words.length > 7
  );
}

function inverted(
  family: string,
  given: string,
  suffix: string | undefined,
): Creator {
  // "Leyen, Ursula von der"
  const words = given.split(" ");
  const own = words.findLastIndex((word) => !PARTICLE.test(word)) + 1;
  const particles = own > 0 ? words.slice(own) : [];
  const bare = own > 0 ? words.slice(0, own).join(" ") : given;
  const whole = [...particles, family, ...(suffix ? [suffix] : [])].join(" ");
  return { name: `${bare} ${whole}`, given: bare, family: whole };
}

function inOrder(text: string, name: string): Creator {
  const words = text.split(" ");
  const titled = words.findIndex((word) => !HONORIFIC.test(word));
  const own = titled > 0 ? words.slice(titled) : words;
  const suffixes = own.length > 2 && SUFFIX.test(own.at(-1) ?? "") ? 1 : 0;
  let start = own.length - suffixes - 1;
  if (start < 1) return { name };
  // A particle in small letters begins the family name, of several words if need be: "de Hoop Scheffer".
  const small = own.findIndex(
    (word, at) => at > 0 && /^\p{Ll}/u.test(word) && PARTICLE.test(word),
  );
  // "García-Margallo y Marfil" is one family name.
  if (small > 1 && /^(?:y|e)$/u.test(own[small] ?? "")) start = small - 1;
  else if (small > 0) start = Math.min(start, small);
  while (start > 0 && PARTICLE.test(own[start - 1] ?? "")) start -= 1;
  if (start === 0) return { name, family: own.join(" ") };
  return {
    name,
    given: own.slice(0, start).join(" "),
    family: own.slice(start).join(" "),
  };
}
