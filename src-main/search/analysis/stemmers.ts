import { fold } from "#domain/search/words";
import { dropElision } from "#domain/search/text-words";
import lunr from "lunr";
import danish from "lunr-languages/min/lunr.da.min.js";
import german from "lunr-languages/min/lunr.de.min.js";
import spanish from "lunr-languages/min/lunr.es.min.js";
import finnish from "lunr-languages/min/lunr.fi.min.js";
import french from "lunr-languages/min/lunr.fr.min.js";
import hungarian from "lunr-languages/min/lunr.hu.min.js";
import italian from "lunr-languages/min/lunr.it.min.js";
import dutch from "lunr-languages/min/lunr.nl.min.js";
import norwegian from "lunr-languages/min/lunr.no.min.js";
import portuguese from "lunr-languages/min/lunr.pt.min.js";
import romanian from "lunr-languages/min/lunr.ro.min.js";
import russian from "lunr-languages/min/lunr.ru.min.js";
import swedish from "lunr-languages/min/lunr.sv.min.js";
import turkish from "lunr-languages/min/lunr.tr.min.js";
import support from "lunr-languages/min/lunr.stemmer.support.min.js";
import { stemEnglish } from "./stem-english";

/** How words of a language are brought to the form under which they are indexed. */
export interface Analysis {
  /** Two-letter code; `x` for a language whose inflection is not known, where words stay as they are. */
  readonly code: string;
  /** From a word in lower case with its diacritics to its stem without them. */
  readonly stem: (plain: string) => string;
  /** A stem begins as its word does: no article is taken off. */
  readonly keepsBeginning: boolean;
}

type Plugin = typeof german;
const PLUGINS: Readonly<Record<string, Plugin>> = {
  da: danish,
  de: german,
  es: spanish,
  fi: finnish,
  fr: french,
  hu: hungarian,
  it: italian,
  nl: dutch,
  no: norwegian,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  sv: swedish,
  tr: turkish,
};
const SAME: Readonly<Record<string, string>> = { "": "en", nb: "no", nn: "no" };
const ELIDING = new Set(["fr", "it"]);

const known = new Map<string, Analysis>([
  [
    "en",
    {
      code: "en",
      stem: (plain) => stemEnglish(fold(plain)),
      keepsBeginning: true,
    },
  ],
]);

/** How words of a language (BCP 47; empty: English) are analysed. A stemmer is set up when it is first asked for. */
export function analysisOf(language: string): Analysis {
  const same = known.get(language);
  if (same) return same;
  const primary = (language.split("-")[0] ?? "").toLowerCase();
  const code = SAME[primary] ?? primary;
  const found = known.get(code);
  if (found) return found;
  const plugin = Object.hasOwn(PLUGINS, code) ? PLUGINS[code] : undefined;
  const made: Analysis = plugin
    ? {
        code,
        stem: foreignStem(code, plugin),
        keepsBeginning: !ELIDING.has(code),
      }
    : { code: "x", stem: fold, keepsBeginning: true };
  known.set(code, made);
  return made;
}

type WithStemmers = typeof lunr &
  Record<string, { stemmer(token: lunr.Token): lunr.Token }> & {
    stemmerSupport?: unknown;
  };

function foreignStem(code: string, plugin: Plugin): Analysis["stem"] {
  const host = lunr as unknown as WithStemmers;
  if (!host.stemmerSupport) support(host);
  plugin(host);
  const { stemmer } = host[code] ?? {};
  if (!stemmer) throw new Error(`No stemmer for ${code}`);
  return (plain) => {
    const word = ELIDING.has(code) ? dropElision(plain) : plain;
    // The stemmers know é and ё, the folded form does not: stem first, then fold.
    const bare = word.replaceAll("ё", "е").replaceAll("'", "");
    return fold(stemmer(new lunr.Token(bare, {})).toString()) || fold(plain);
  };
}
