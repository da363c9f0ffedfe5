import { writeNumber, type NumberStyle } from "../office/number-text";
import { isElement, type XmlElement } from "../office/xml-tree";

/** One level of a list style. */
export interface OdtListLevel {
  readonly isBullet: boolean;
  /** `undefined` for bullets and levels without number. */
  readonly style: NumberStyle | undefined;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
}

const STYLES: Readonly<Record<string, NumberStyle>> = {
  "1": "decimal",
  a: "lower-letter",
  A: "upper-letter",
  i: "lower-roman",
  I: "upper-roman",
};

/** The levels of a list style or of the outline, from 1 (ODF 1.3 part 3, 16.30). */
export function readListLevels(
  definition: XmlElement | undefined,
): ReadonlyMap<number, OdtListLevel> {
  return new Map(
    (definition?.children ?? []).filter(isElement).map((level) => {
      const at = level.attributes;
      const isBullet = /-(?:bullet|image)$/u.test(level.name);
      const format = at["style:num-format"] ?? "";
      return [
        Number(at["text:level"]) || 1,
        {
          isBullet,
          style:
            isBullet || format === ""
              ? undefined
              : Object.hasOwn(STYLES, format)
                ? STYLES[format]
                : "decimal",
          prefix: at["style:num-prefix"] ?? "",
          suffix: at["style:num-suffix"] ?? "",
          start: wholeNumber(at["text:start-value"]) ?? 1,
        },
      ] as const;
    }),
  );
}

/** The words a level writes around its number ("Article 4"); `undefined` where it writes signs only. */
export function wordsOf(
  level: OdtListLevel | undefined,
  number: number,
): string | undefined {
  if (!level || !/\p{L}{2}/u.test(level.prefix + level.suffix))
    return undefined;
  const shown = level.style ? writeNumber(number, level.style) : "";
  return `${level.prefix}${shown}${level.suffix}`.trim();
}

/** Reads a whole number of reasonable size. */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/u.test(text)
    ? Number(text)
    : undefined;
}
