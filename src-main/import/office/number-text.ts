/** How a list writes its numbers. */
export type NumberStyle =
  "decimal" | "lower-letter" | "upper-letter" | "lower-roman" | "upper-roman";

/** Writes a number as lists do: `4`, `d`, `D`, `iv`, `IV`; what a style cannot write is written in digits. */
export function writeNumber(number: number, style: NumberStyle): string {
  switch (style) {
    case "decimal":
      return String(number);
    case "lower-letter":
      return letters(number).toLowerCase();
    case "upper-letter":
      return letters(number);
    case "lower-roman":
      return roman(number).toLowerCase();
    case "upper-roman":
      return roman(number);
  }
}

/** Word repeats the letter after z: z, aa, bb (ECMA-376 part 1, 17.18.59). */
function letters(number: number): string {
  if (number < 1 || number > 26 * 10) return String(number);
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return letter.repeat(Math.ceil(number / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(number: number): string {
  if (number < 1 || number > 3_999) return String(number);
  let [rest, text] = [number, ""];
  for (const [value, sign] of ROMAN)
    for (; rest >= value; rest -= value) text += sign;
  return text;
}
