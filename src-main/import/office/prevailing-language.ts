/** Letters and what language the source says they are in. */
export interface Spoken {
  readonly text: string;
  readonly language?: string;
}

/**
 * The language most letters are said to be in, as BCP 47; `undefined` when most have none, or when their script cannot
 * be that language's (word processors leave their own language on everything that is pasted into them).
 */
export function prevailingLanguage(
  stretches: readonly Spoken[],
): string | undefined {
  const letters = new Map<string | undefined, number>();
  for (const { text, language } of stretches)
    letters.set(language, (letters.get(language) ?? 0) + text.length);
  let [most, count]: [string | undefined, number] = [undefined, 0];
  for (const [language, length] of letters)
    if (length > count) [most, count] = [language, length];
  if (most === undefined) return undefined;
  const language = canonicalLanguage(most);
  if (language === undefined) return undefined;
  return isInScriptOf(sampleOf(stretches, most), language)
    ? language
    : undefined;
}

function sampleOf(stretches: readonly Spoken[], language: string): string {
  let sample = "";
  for (const { text, language: own } of stretches) {
    if (own === language) sample += `${text.slice(0, SAMPLE)} `;
    if (sample.length >= SAMPLE) break;
  }
  return sample;
}

/** Tells whether two tags name one language, whatever the region; an unknown one is like none. */
export function isSameLanguage(a: string, b: string | undefined): boolean {
  return b !== undefined && primaryOf(a) === primaryOf(b);
}

/** The tag in its usual spelling; `undefined` for what is none, and for the "no language" of word processors. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    const [canonical] = Intl.getCanonicalLocales(
      tag.trim().replace(/_/gu, "-"),
    );
    return canonical === undefined || /^(?:zxx|und|x)\b/u.test(canonical)
      ? undefined
      : canonical;
  } catch {
    return undefined;
  }
}

function primaryOf(tag: string): string {
  return (tag.split("-")[0] ?? tag).toLowerCase();
}

/** Scripts that are asked for by several names (ISO 15924 -> Unicode). */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  Jpan: ["Han", "Hiragana", "Katakana"],
  Kore: ["Hangul", "Han"],
  Hans: ["Han"],
  Hant: ["Han"],
};

/** Letters looked at for telling a script. */
const SAMPLE = 2_000;

function isInScriptOf(text: string, language: string): boolean {
  const pattern = scriptOf(language);
  if (!pattern) return true;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const fitting = text.match(pattern)?.length ?? 0;
  // Serbian and others are written in two scripts, and Latin names stand everywhere: only a clear misfit counts.
  return fitting * 4 >= letters;
}

const PATTERNS = new Map<string, RegExp | undefined>();

/** Letters of the scripts a language is written in; `undefined` when that is not known. */
function scriptOf(language: string): RegExp | undefined {
  const script = new Intl.Locale(language).maximize().script ?? "";
  if (!PATTERNS.has(script)) PATTERNS.set(script, patternOf(script));
  return PATTERNS.get(script);
}

function patternOf(script: string): RegExp | undefined {
  const names = Object.hasOwn(SCRIPTS, script) ? SCRIPTS[script] : [script];
  try {
    return new RegExp(
      (names ?? []).map((name) => `\\p{Script=${name}}`).join("|"),
      "gu",
    );
  } catch {
    return undefined;
  }
}
