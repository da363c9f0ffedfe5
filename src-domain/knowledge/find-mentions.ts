import { wordsOf, type Word } from "../search/words";
import type { TextRange } from "../text/blocks";
import type { Actor } from "./actor";

/** A place of a text that names an actor, or one of several that share the name. */
export interface Mention extends TextRange {
  /** Ids of those who may be meant; one, unless the name is ambiguous. */
  readonly actors: readonly string[];
}

/** Finds the actors named in any text. Made once for a set of actors, then used on many texts. */
export interface MentionFinder {
  /**
   * In order, without overlaps. `language` (BCP 47) decides which endings a name may take. A long text may be given in
   * pieces: `named` then holds whom the pieces before have named, and whoever this one names is put into it.
   */
  find(text: string, language?: string, named?: Set<string>): Mention[];
}

interface NameWord {
  readonly folded: string;
  /** As written: `Moscow` is sought with its capital, `CSTO` in capitals, `de` in any case. */
  readonly letterCase: "any" | "initial" | "capitals";
}

interface Name {
  readonly actor: string;
  readonly words: readonly NameWord[];
}

/** Names by their first word, so that most words of a text are passed over with one look. */
type NamesByWord = ReadonlyMap<string, readonly Name[]>;

/** Endings that names take by inflection, by language: genitives of the Germanic ones, all cases of the Slavic ones. */
const GENITIVE = /e?s$/u;
const ENDINGS: Readonly<Record<string, RegExp>> = {
  de: GENITIVE,
  nl: /s$/u,
  sv: /s$/u,
  da: /s$/u,
  nb: /s$/u,
  no: /s$/u,
  ru: /(?:ого|ому|ыми|ими|ым|им|ом|ем|ой|ею|ою|а|я|у|ю|е|и|ы|о|ь)$/u,
  uk: /(?:ого|ому|ими|им|ом|ем|ою|ею|ові|еві|а|я|у|ю|е|и|і|о|ь)$/u,
  pl: /(?:iego|iemu|ego|emu|owi|iem|em|ie|a|u|y|i|e)$/u,
};
/** So much of a name must be left without its ending that it does not become another word. */
const SHORTEST_STEM = 3;
/** A surname of fewer letters is too often another word. */
const SHORTEST_SURNAME = 3;

/** Prepares the names, aliases and surnames of actors for finding. */
export function createMentionFinder(actors: readonly Actor[]): MentionFinder {
  const names = actors.flatMap((actor) =>
    [actor.name, ...actor.aliases].map((name) => toName(actor.id, name)),
  );
  const surnames = actors
    .filter(({ kind }) => kind === "person")
    .flatMap(({ id, name }) => surnameOf(id, name));
  const byLanguage = new Map<string, Index>();
  return {
    find(text, language = "", named = new Set()) {
      const code = language.slice(0, 2).toLowerCase();
      const index = byLanguage.get(code) ?? indexFor(code, names, surnames);
      byLanguage.set(code, index);
      return findIn(text, index, named);
    },
  };
}

/** Names and surnames by the stem of their first word, as one language inflects them. */
interface Index {
  readonly stem: (folded: string) => string;
  readonly names: NamesByWord;
  readonly surnames: NamesByWord;
}

function indexFor(
  language: string,
  names: readonly Name[],
  surnames: readonly Name[],
): Index {
  const ending = ENDINGS[language];
  const stem = (folded: string): string => {
    const bare = ending ? folded.replace(ending, "") : folded;
    return bare.length >= SHORTEST_STEM ? bare : folded;
  };
  return {
    stem,
    names: byFirstWord(names, stem),
    surnames: byFirstWord(surnames, stem),
  };
}

function findIn(text: string, index: Index, wasNamed: Set<string>): Mention[] {
  const words = wordsOf(text);
  const stems = words.map(({ folded }) => index.stem(folded));
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length;) {
    const place = { text, words, stems, at };
    const long = longestAt(place, index, index.names);
    // A surname alone names somebody only after the whole name did.
    const short = longestAt(place, index, index.surnames);
    const known = short.actors.filter((actor) => wasNamed.has(actor));
    const count = Math.max(long.count, known.length > 0 ? short.count : 0);
    const [first, end] = [words[at], words[at + count - 1]];
    if (count === 0 || !first || !end) {
      at += 1;
      continue;
    }
    const actors = long.count === count ? long.actors : known;
    // An ambiguous name means whom the text has already named, if that is one.
    const named = actors.filter((actor) => wasNamed.has(actor));
    const meant = actors.length > 1 && named.length === 1 ? named : actors;
    if (long.count === count && meant.length === 1)
      meant.forEach((actor) => wasNamed.add(actor));
    mentions.push({ start: first.start, end: end.end, actors: meant });
    at += count;
  }
  return mentions;
}

interface Place {
  readonly text: string;
  readonly words: readonly Word[];
  readonly stems: readonly string[];
  readonly at: number;
}

function longestAt(
  place: Place,
  index: Index,
  names: NamesByWord,
): { readonly count: number; readonly actors: readonly string[] } {
  let count = 0;
  let actors: string[] = [];
  for (const name of names.get(place.stems[place.at] ?? "") ?? []) {
    const length = name.words.length;
    if (length < count || !standsAt(place, name, index)) continue;
    if (length > count) [count, actors] = [length, []];
    if (!actors.includes(name.actor)) actors.push(name.actor);
  }
  return { count, actors };
}

function standsAt(
  { text, words, stems, at }: Place,
  name: Name,
  { stem }: Index,
): boolean {
  return name.words.every((sought, index) => {
    const word = words[at + index];
    if (!word || stems[at + index] !== stem(sought.folded)) return false;
    if (!fitsCase(text.slice(word.start, word.end), sought)) return false;
    return index === 0 || isJoined(text, words[at + index - 1], word);
  });
}

/** Words of one name stand in one line: a full stop after an initial is no break, a paragraph is. */
function isJoined(text: string, before: Word | undefined, word: Word): boolean {
  const between = text.slice(before?.end ?? 0, word.start);
  return /^(?:[ \t\u00A0.]{0,3}\n?[ \t]?|[-–‑/]|, )$/u.test(between);
}

function fitsCase(written: string, { letterCase }: NameWord): boolean {
  if (letterCase === "any") return true;
  const bare = written.replace(/['’]s$/u, "");
  const [initial = ""] = bare;
  // Headlines in capitals hold names too.
  if (letterCase === "initial") return initial !== initial.toLowerCase();
  return bare === bare.toUpperCase();
}

function toName(actor: string, name: string): Name {
  // “the Kremlin” is sought without its article, which a text may leave out.
  const bare = name.replace(/^the\s+/iu, "");
  return { actor, words: nameWordsOf(bare) };
}

function surnameOf(actor: string, name: string): Name[] {
  const words = nameWordsOf(name);
  const surname = words.at(-1);
  return words.length > 1 &&
    surname &&
    surname.folded.length >= SHORTEST_SURNAME
    ? [{ actor, words: [surname] }]
    : [];
}

function nameWordsOf(name: string): NameWord[] {
  return wordsOf(name).map(({ start, end, folded }) => {
    const written = name.slice(start, end);
    const isCased = written.toLowerCase() !== written.toUpperCase();
    const letters = written.replace(/[^\p{L}]/gu, "");
    const isCapitals = letters.length > 1 && letters === letters.toUpperCase();
    const isInitial =
      written.charAt(0) !== written.charAt(0).toLowerCase() ||
      /^\d/u.test(written);
    return {
      folded,
      letterCase: !isCased
        ? "any"
        : isCapitals
          ? "capitals"
          : isInitial
            ? "initial"
            : "any",
    };
  });
}

function byFirstWord(
  names: readonly Name[],
  stem: (folded: string) => string,
): NamesByWord {
  const map = new Map<string, Name[]>();
  for (const name of names) {
    const [first] = name.words;
    if (!first) continue;
    const known = map.get(stem(first.folded)) ?? [];
    known.push(name);
    map.set(stem(first.folded), known);
  }
  return map;
}
