import { endsInHyphen, isUnspaced, startsLower } from "./sentence";

/** The words of a document, against which broken ones are held. */
export interface Vocabulary {
  /** In small letters, as they stand inside lines. */
  readonly words: ReadonlySet<string>;
  /** Compounds with a hyphen that stand inside lines, in small letters. */
  readonly compounds: ReadonlySet<string>;
  /** Whether words are broken between lines at all, so that a hyphen there need not belong to the word. */
  readonly breaksWords: boolean;
}

/** How two lines become one: letters to take off the first, and what comes between. */
export interface Joint {
  readonly drop: number;
  readonly between: "" | " ";
}

/** First parts that keep their hyphen; others of the kind ("inter-", "under-") are as often only broken. */
const KEEPING = new Set(
  "self non well all half cross quasi semi vice high low long short left right would one two three four five six seven eight nine first second third".split(
    " ",
  ),
);
/** First parts that keep it before a word that stands alone elsewhere ("ex-minister", but "ex-ample"). */
const PREFIX = new Set(["ex", "anti", "neo", "pan"]);

/** From this share of lines ending in a hyphen on, words are broken: compounds alone end one line in a hundred. */
const BREAKING = 0.025;

/** English adverbs go before a word as wholes ("correspondingly-revised"); "analy-sis" has a vowel there. */
const ADVERB = /^\p{L}{3,}[^aeiouy]ly$/u;

/** Collects the words that stand whole in the lines of a document, given in reading order. */
export function collectVocabulary(lines: readonly string[]): Vocabulary {
  const words = new Set<string>();
  const compounds = new Set<string>();
  const ends: (readonly [head: string, tail: string])[] = [];
  let head: string | undefined;
  for (const line of lines) {
    const found = [...line.toLowerCase().matchAll(WORD)].map(([word]) => word);
    // The halves of a word broken between two lines are no words.
    if (head !== undefined) ends.push([head, found.shift() ?? ""]);
    head = endsInHyphen(line) ? found.pop() : undefined;
    for (const word of found)
      if (/[-‐]/u.test(word)) compounds.add(word);
      else words.add(word);
  }
  const broken = ends.filter((halves) => words.has(halves.join(""))).length;
  const whole = ends.filter((halves) => compounds.has(halves.join("-"))).length;
  const breaksWords =
    broken > 0 ? broken >= whole : ends.length > BREAKING * lines.length;
  return { words, compounds, breaksWords };
}

const WORD = /\p{L}+(?:[-‐]\p{L}+)*/gu;

/** Tells how a line goes on in the next one. */
export function joint(
  before: string,
  after: string,
  vocabulary: Vocabulary,
): Joint {
  if (before.endsWith("\u00AD")) return { drop: 1, between: "" };
  const isInAddress = /(?:^|\s)(?:\w+:\/\/|www\.)\S+[-_=&?./]$/u.test(before);
  if (isInAddress || /\S[—/]$/u.test(before)) return { drop: 0, between: "" };
  if (endsInHyphen(before))
    return {
      drop:
        startsLower(after) && !isCompound(before, after, vocabulary) ? 1 : 0,
      between: "",
    };
  const isOneScript =
    isUnspaced(before.at(-1) ?? "") && isUnspaced(after[0] ?? "");
  return { drop: 0, between: isOneScript ? "" : " " };
}

/**
 * Whether the hyphen belongs to the word. The document's own words decide first; where they are silent, a hyphen at the
 * end of a line is taken for a broken word, as it is far more often.
 */
function isCompound(
  before: string,
  after: string,
  { words, compounds, breaksWords }: Vocabulary,
): boolean {
  const whole = /[\p{L}\p{N}'’-]+[-‐]$/u.exec(before)?.[0] ?? "";
  const head = whole.slice(0, -1).toLowerCase();
  const tail = (/^\p{L}+/u.exec(after)?.[0] ?? "").toLowerCase();
  if (words.has(head + tail)) return false;
  if (compounds.has(`${head}-${tail}`)) return true;
  if (!breaksWords || head.includes("-") || KEEPING.has(head)) return true;
  if (PREFIX.has(head) && words.has(tail)) return true;
  if (ADVERB.test(head)) return true;
  return (
    head.length > 3 && tail.length > 3 && words.has(head) && words.has(tail)
  );
}
