import { detectAll } from "tinyld";

/** Looked at: so many stretches of so many letters, spread over the text. */
const MOST_SAMPLES = 9;
const SAMPLE_LETTERS = 600;
/** With fewer words a name or a loan word decides; East Asian scripts have no spaces and say more in a letter. */
const LEAST_WORDS = 8;
const LEAST_EAST_ASIAN = 12;
/** Share of the weight of all samples that the language must have. Measured: see the tests. */
const LEAST_SHARE = 0.7;
const LEAST_ACCURACY = 0.3;
const LEAST_LEAD = 2;
/** So many samples that all name the same language, and clearly, are enough. */
const CLEAR_AFTER = 3;
const ADDRESS = /\S+(?:\/\/|@|\.\w+\/)\S*/gu;
const EAST_ASIAN = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/gu;

/**
 * The language that most of a text is written in, as BCP 47; `undefined` when that is not sure. For texts that do not
 * say it themselves.
 */
export function detectLanguage(text: string): string | undefined {
  const weights = new Map<string, number>();
  let all = 0;
  const samples = spread(
    cutSamples(text)
      .map((sample) => sample.replace(ADDRESS, " "))
      .filter(saysEnough),
  );
  let looked = 0;
  for (const sample of samples) {
    // Beginning, middle and end that agree speak for the rest: each look costs more than reading a page.
    const isClear = weights.size === 1 && all === sumOf(weights);
    if (looked >= CLEAR_AFTER && isClear) break;
    looked += 1;
    const [first, second] = detectAll(sample);
    if (!first) continue;
    // Related languages come close to each other: a narrow lead says nothing.
    const leads = first.accuracy >= LEAST_LEAD * (second?.accuracy ?? 0);
    const weight = leads ? first.accuracy : 0;
    all += Math.max(weight, LEAST_ACCURACY);
    weights.set(first.lang, (weights.get(first.lang) ?? 0) + weight);
  }
  const best = [...weights].sort((a, b) => b[1] - a[1])[0];
  if (!best || all === 0) return undefined;
  const [language, weight] = best;
  return weight >= all * LEAST_SHARE && weight / looked >= LEAST_ACCURACY
    ? language
    : undefined;
}

function cutSamples(text: string): string[] {
  if (text.length <= SAMPLE_LETTERS * 2) return [text];
  const count = Math.min(
    MOST_SAMPLES,
    Math.floor(text.length / SAMPLE_LETTERS),
  );
  const step = (text.length - SAMPLE_LETTERS) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor(index * step);
    return text
      .slice(start, start + SAMPLE_LETTERS)
      .replace(/^\S+\s|\s\S+$/gu, " ");
  });
}

/** Beginning, middle and end first, then the others. */
function spread(samples: readonly string[]): string[] {
  const middle = Math.floor(samples.length / 2);
  const first = new Set([0, middle, samples.length - 1]);
  return [
    ...samples.filter((_, index) => first.has(index)),
    ...samples.filter((_, index) => !first.has(index)),
  ];
}

function sumOf(weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return sum;
}

/** Numbers and signs tell nothing. */
function saysEnough(sample: string): boolean {
  const words = sample.match(/\p{L}{2,}/gu) ?? [];
  const eastAsian = sample.match(EAST_ASIAN)?.length ?? 0;
  return words.length >= LEAST_WORDS || eastAsian >= LEAST_EAST_ASIAN;
}
