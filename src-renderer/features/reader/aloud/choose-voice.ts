/** What is looked at of a voice of the system. */
export interface Voice {
  readonly voiceURI: string;
  readonly name: string;
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
}

/** Voices that speak without the network; nothing of what one reads leaves the machine. */
export function offlineVoices<Each extends Voice>(
  voices: readonly Each[],
): Each[] {
  return voices.filter(({ localService }) => localService);
}

/**
 * The voice for a language (BCP 47): the chosen one if it speaks it, else one of the same region, else of the same
 * language, the system's own first. `undefined` when none speaks the language.
 */
export function chooseVoice<Each extends Voice>(
  voices: readonly Each[],
  language: string,
  chosen: string,
): Each | undefined {
  const wanted = tagOf(language || "en");
  const fitting = offlineVoices(voices).filter(
    ({ lang }) => tagOf(lang).language === wanted.language,
  );
  const rank = (voice: Each): number =>
    (voice.voiceURI === chosen ? 4 : 0) +
    (tagOf(voice.lang).region === wanted.region ? 2 : 0) +
    (voice.default ? 1 : 0);
  return fitting.sort((a, b) => rank(b) - rank(a))[0];
}

/** Systems write `en-GB`, `en_GB` and `eng-GBR`. */
function tagOf(tag: string): {
  readonly language: string;
  readonly region: string;
} {
  const [language = "", ...rest] = tag.toLowerCase().split(/[-_]/u);
  const region = rest.find((part) => /^(?:[a-z]{2}|\d{3})$/u.test(part)) ?? "";
  return { language, region };
}
