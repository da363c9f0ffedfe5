import type { Format } from "../office/piece";
import { childOf, type XmlElement } from "../office/xml-tree";

/** How letters look; what is absent is as around them. */
export type Looks = Readonly<
  Partial<Record<Format | "hidden", boolean>> & {
    /** BCP 47, for Western, East Asian and right-to-left letters. */
    language?: string;
    languageAsian?: string;
    languageComplex?: string;
  }
>;

const FORMATS: readonly Format[] = [
  "strong",
  "emphasis",
  "underline",
  "strikethrough",
  "small-caps",
  "superscript",
  "subscript",
  "code",
  "formula",
];

/** Reads the looks of a chain of styles, nearest first. */
export function looksOf(chain: readonly XmlElement[]): Looks {
  let looks: Looks = {};
  for (const style of chain.toReversed()) {
    const properties = childOf(style, "style:text-properties");
    if (properties) looks = over(looks, readLooks(properties.attributes));
  }
  return looks;
}

/** Looks laid over those around them. */
export function over(around: Looks, own: Looks): Looks {
  return { ...around, ...own };
}

/** The marks that looks give. */
export function formatsOf(looks: Looks): Format[] {
  return FORMATS.filter((format) => looks[format] === true);
}

function readLooks(at: Readonly<Record<string, string>>): Looks {
  const weight = at["fo:font-weight"];
  const slant = at["fo:font-style"];
  const line = at["style:text-underline-style"];
  const through =
    at["style:text-line-through-style"] ?? at["style:text-line-through-type"];
  const variant = at["fo:font-variant"];
  const display = at["text:display"];
  return {
    ...given("strong", weight, /^(?:bold|[6-9]00)$/u),
    ...given("emphasis", slant, /^(?:italic|oblique)$/u),
    ...given("underline", line, /^(?!none$)/u),
    ...given("strikethrough", through, /^(?!none$)/u),
    ...given("small-caps", variant, /^small-caps$/u),
    ...given("hidden", display, /^none$/u),
    ...positionOf(at["style:text-position"]),
    ...language("language", at["fo:language"], at["fo:country"]),
    ...language(
      "languageAsian",
      at["style:language-asian"],
      at["style:country-asian"],
    ),
    ...language(
      "languageComplex",
      at["style:language-complex"],
      at["style:country-complex"],
    ),
  };
}

function given(
  key: Format | "hidden",
  value: string | undefined,
  yes: RegExp,
): Looks {
  return value === undefined ? {} : { [key]: yes.test(value) };
}

/** `super 58%`, `sub`, or a percentage: above or below the line (ODF 1.3 part 3, 20.405). */
function positionOf(position: string | undefined): Looks {
  if (position === undefined) return {};
  const [place = ""] = position.trim().split(/\s+/u);
  const raise = place.endsWith("%") ? Number.parseFloat(place) : 0;
  return {
    superscript: place === "super" || raise > 0,
    subscript: place === "sub" || raise < 0,
  };
}

function language(
  key: "language" | "languageAsian" | "languageComplex",
  name: string | undefined,
  country: string | undefined,
): Looks {
  if (name === undefined || name === "none") return {};
  return {
    [key]:
      country === undefined || country === "none" ? name : `${name}-${country}`,
  };
}
