/** Names found in a byline, and what else stands in it. */
export interface FoundNames {
  readonly names: readonly string[];
  /** An affiliation or a place that is no name; empty when all was read. */
  readonly rest: string;
}

const BY =
  /^(?:(?:written|reported|posted|submitted|published|story|text|report|analysis|commentary|opinion|interview|edited|compiled|translated)\s+)?by\s*:?\s+(?=\S)|^(?:author|authors|written by|автор|авторы|autor|autore|auteur|auteurs|verfasser)\s*:\s*(?=\S)|^(?:von|par|por|di|door)\s+(?=\p{Lu})/iu;
const PARTICLE =
  "(?:de|del|della|der|den|des|di|da|dos|du|van|von|zu|zur|ter|ten|la|le|al|el|bin|ibn|bint|abu|y|e|of|d’|d')";
const WORD = "(?:al-|el-|ad-|d['’]|O['’])?\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const NAME = new RegExp(
  `^(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Lord|Lady|Gen|Col|Amb)\\.? )?(?:${PARTICLE} )?${WORD}(?: (?:${PARTICLE} ){0,2}${WORD}){0,4}(?:,? (?:Jr|Sr)\\.?|,? (?:II|III|IV))?$`,
  "u",
);
const NO_NAME =
  /\b(?:staff|admin|administrator|editor|editors|editorial|correspondent|writer|reporter|anonymous|news|times|post|press|agency|daily|review|journal|magazine|policy|affairs|university|institute|ministry|office|department|council|committee|association|center|centre|service|the|a|an|and|in|on|at|for|to|with|from|north|south|east|west|northern|southern|eastern|western|central|new|republic|union|states|nations|world|europe|asia|africa|america|street|road|summary|introduction|background|report|part|chapter|section|act|scene|volume|book|letter|january|february|march|april|june|july|august|september|october|november|december)\b/iu;
const CUT =
  /\s+(?:\||[-–—]{1,2}|\/|•|·)\s+|\s+\((?=\p{L})|\s+(?:in|for|at|of the|with|special to)\s+(?=\p{L})|\s*\|\s*/iu;

/** Reads a line that says who wrote ("By Joshua Kucera"). `undefined` when it is none. */
export function readByline(line: string): FoundNames | undefined {
  const by = BY.exec(line)?.[0];
  if (!by || line.length > 200) return undefined;
  const found = readNames(line.slice(by.length).trim(), 1);
  // "par", "di" and the like are words of other languages as well: one word after them is too little.
  const isEnglish = /\bby\b|:/iu.test(by);
  return found && (isEnglish || found.names.every((name) => name.includes(" ")))
    ? found
    : undefined;
}

/** Reads names of persons, one or several, with at least `leastWords` words each. */
export function readNames(
  text: string,
  leastWords: number,
): FoundNames | undefined {
  const cut = CUT.exec(text);
  const head = cut ? text.slice(0, cut.index) : text;
  const tail = cut ? text.slice(cut.index + cut[0].length) : "";
  const joined = head.replace(/,\s*(Jr|Sr|II|III|IV)\b/gu, " $1");
  const parts = joined
    .split(/\s*(?:,\s*(?:and|&)|,|;|&|\band\b|\bund\b|\bet\b|\bи\b)\s*/u)
    .filter((part) => part !== "");
  const isList = /\s(?:and|&|und|et|и)\s|;/u.test(joined) || parts.length > 2;
  // Of two parts with only a comma between them the second says where the first one works.
  const claimed = isList ? parts : parts.slice(0, 1);
  const names = claimed.filter((part) => isName(part, leastWords));
  if (names.length === 0 || !isName(parts[0] ?? "", leastWords))
    return undefined;
  const others = [
    ...claimed.filter((part) => !isName(part, leastWords)),
    ...parts.slice(claimed.length),
    tail,
  ];
  return {
    names: names.map((name) => name.replace(/\s+/gu, " ")),
    rest: others.filter((part) => part !== "").join(", "),
  };
}

function isName(part: string, leastWords: number): boolean {
  const words = part.split(/\s+/u).length;
  return (
    part.length >= 2 &&
    part.length <= 80 &&
    words >= leastWords &&
    NAME.test(part) &&
    !NO_NAME.test(part) &&
    !/\.\.|[’'-]$/u.test(part)
  );
}
