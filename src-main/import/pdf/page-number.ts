/** A number at the edge of a line that may be the page's. */
export interface EdgeNumber {
  readonly value: number;
  /** As printed: "12", "iv". */
  readonly text: string;
  readonly kind: "arabic" | "roman";
  /** Whether the line holds nothing else, begins with the number or ends with it. */
  readonly where: "only" | "start" | "end";
}

const NUMBER = /\p{Nd}{1,4}|[ivxlc]{1,8}|[IVXLC]{1,8}/u.source;
const ONLY = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:(?:page|p|pg|seite|s|pagina|página|side|sida|strona|страница|стр|с)[.:]?\\s*)?(${NUMBER})(?:\\s*(?:of|von|de|sur|di|z|из|/)\\s*\\p{Nd}{1,4})?[^\\p{L}\\p{N}]*$`,
  "iu",
);
const START = new RegExp(`^(${NUMBER})(?=[\\s|•·–—-])`, "u");
const END = new RegExp(`(?<=[\\s|•·–—-])(${NUMBER})$`, "u");

/** Numbers a line may bear as a page's: alone (also as "Page 3 of 9" or "- 3 -"), at its beginning, at its end. */
export function numbersAtEdges(line: string): EdgeNumber[] {
  const text = line.trim();
  const only = toNumber(ONLY.exec(text)?.[1]);
  if (only) return [{ ...only, where: "only" }];
  const start = toNumber(START.exec(text)?.[1]);
  const end = toNumber(END.exec(text)?.[1]);
  return [
    ...(start ? [{ ...start, where: "start" as const }] : []),
    ...(end ? [{ ...end, where: "end" as const }] : []),
  ];
}

function toNumber(
  text: string | undefined,
): Omit<EdgeNumber, "where"> | undefined {
  if (text === undefined) return undefined;
  if (/^[0-9]+$/u.test(text))
    return { value: Number(text), text, kind: "arabic" };
  const value = fromRoman(text);
  return value === undefined ? undefined : { value, text, kind: "roman" };
}

const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  v: 5,
  x: 10,
  l: 50,
  c: 100,
};

/** The value of a Roman number; `undefined` for letters that are not written so ("civil" is a word). */
export function fromRoman(text: string): number | undefined {
  const digits = [...text.toLowerCase()].map((digit) => ROMAN[digit]);
  let value = 0;
  for (const [at, digit] of digits.entries()) {
    if (digit === undefined) return undefined;
    value += digit < (digits[at + 1] ?? 0) ? -digit : digit;
  }
  return toRoman(value) === text.toLowerCase() ? value : undefined;
}

/** A number from 1 to 399 in small Roman letters. */
export function toRoman(value: number): string {
  const steps = "c 100|xc 90|l 50|xl 40|x 10|ix 9|v 5|iv 4|i 1"
    .split("|")
    .map((step) => step.split(" "));
  let rest = value;
  let text = "";
  for (const [letters = "", worth] of steps)
    while (rest >= Number(worth)) {
      text += letters;
      rest -= Number(worth);
    }
  return text;
}
