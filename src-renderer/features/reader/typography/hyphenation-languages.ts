import type { HyphenationPatterns } from "hyphen/patterns";

type Load = () => Promise<{ readonly default: HyphenationPatterns }>;

/** Where words may be divided, by language; each file is loaded when a text of it is shown justified. */
const PATTERNS: Readonly<Record<string, Load>> = {
  be: () => import("hyphen/patterns/be.js"),
  bg: () => import("hyphen/patterns/bg.js"),
  ca: () => import("hyphen/patterns/ca.js"),
  cs: () => import("hyphen/patterns/cs.js"),
  da: () => import("hyphen/patterns/da.js"),
  de: () => import("hyphen/patterns/de-1996.js"),
  el: () => import("hyphen/patterns/el-monoton.js"),
  en: () => import("hyphen/patterns/en-gb.js"),
  "en-us": () => import("hyphen/patterns/en-us.js"),
  es: () => import("hyphen/patterns/es.js"),
  et: () => import("hyphen/patterns/et.js"),
  fi: () => import("hyphen/patterns/fi.js"),
  fr: () => import("hyphen/patterns/fr.js"),
  hr: () => import("hyphen/patterns/hr.js"),
  hu: () => import("hyphen/patterns/hu.js"),
  hy: () => import("hyphen/patterns/hy.js"),
  it: () => import("hyphen/patterns/it.js"),
  ka: () => import("hyphen/patterns/ka.js"),
  la: () => import("hyphen/patterns/la.js"),
  lt: () => import("hyphen/patterns/lt.js"),
  lv: () => import("hyphen/patterns/lv.js"),
  mk: () => import("hyphen/patterns/mk.js"),
  nb: () => import("hyphen/patterns/nb.js"),
  nl: () => import("hyphen/patterns/nl.js"),
  nn: () => import("hyphen/patterns/nn.js"),
  no: () => import("hyphen/patterns/nb.js"),
  pl: () => import("hyphen/patterns/pl.js"),
  pt: () => import("hyphen/patterns/pt.js"),
  ro: () => import("hyphen/patterns/ro.js"),
  ru: () => import("hyphen/patterns/ru.js"),
  sk: () => import("hyphen/patterns/sk.js"),
  sl: () => import("hyphen/patterns/sl.js"),
  sr: () => import("hyphen/patterns/sr-cyrl.js"),
  "sr-latn": () => import("hyphen/patterns/sh-latn.js"),
  sv: () => import("hyphen/patterns/sv.js"),
  tr: () => import("hyphen/patterns/tr.js"),
  uk: () => import("hyphen/patterns/uk.js"),
};

/** The patterns for a language tag (BCP 47): of the region if there are any, else of the language. */
export function patternsFor(language: string): Load | undefined {
  const parts = language.toLowerCase().split("-");
  for (let length = parts.length; length > 0; length -= 1) {
    const found = PATTERNS[parts.slice(0, length).join("-")];
    if (found) return found;
  }
  return undefined;
}
