/** The Symbol font from 0x20, sixteen signs a line; after Unicode's mapping of Adobe's encoding. NUL stands for none. */
const SYMBOL_LOW = [
  " !∀#∃%&∋()∗+,−./",
  "0123456789:;<=>?",
  "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ",
  "ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
  "‾αβχδεφγηιϕκλμνο",
  "πθρστυϖωξψζ{|}∼\0",
].join("");

/** The Symbol font from 0xa0. */
const SYMBOL_HIGH = [
  "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓",
  "°±″≥×∝∂•÷≠≡≈…⏐⎯↵",
  "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉",
  "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
  "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
  "\0〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭\0",
].join("");

/** Signs of the Wingdings font that stand in texts: bullets, boxes, arrows, ticks. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x22: "✂",
  0x28: "☎",
  0x2a: "✉",
  0x46: "☞",
  0x4a: "☺",
  0x4c: "☹",
  0x6c: "●",
  0x6d: "❍",
  0x6e: "■",
  0x6f: "☐",
  0x70: "☐",
  0x71: "❑",
  0x72: "❒",
  0x73: "⬧",
  0x74: "⧫",
  0x75: "◆",
  0x76: "❖",
  0x77: "⬥",
  0x78: "☒",
  0x9f: "•",
  0xa1: "○",
  0xa7: "▪",
  0xa8: "☐",
  0xab: "★",
  0xd8: "➢",
  0xdf: "←",
  0xe0: "→",
  0xe1: "↑",
  0xe2: "↓",
  0xe8: "➔",
  0xef: "⇦",
  0xf0: "⇨",
  0xf1: "⇧",
  0xf2: "⇩",
  0xf3: "⇔",
  0xfb: "✗",
  0xfc: "✓",
  0xfd: "☒",
  0xfe: "☑",
};

/** The letter a `w:sym` stands for: a sign of a font that draws signs, or a letter itself. Nothing when unknown. */
export function letterOfSymbol(
  font: string | undefined,
  code: string | undefined,
): string {
  if (code === undefined || !/^[\da-f]{1,6}$/iu.test(code)) return "";
  const point = Number.parseInt(code, 16);
  const sign = signOf(point, font);
  if (sign !== undefined) return sign;
  return isPrivate(point) || isSurrogate(point) || point > 0x10ffff
    ? ""
    : String.fromCodePoint(point);
}

/** Letters as written in a font: those of fonts that draw signs lie in the private area and become what they show. */
export function readSymbolLetters(
  letters: string,
  font: string | undefined,
): string {
  if (!/[\uf020-\uf0ff]/u.test(letters)) return letters;
  return letters.replace(
    /[\uf020-\uf0ff]/gu,
    (letter) => signOf(letter.charCodeAt(0), font) ?? letter,
  );
}

/** Word moves the codes of such fonts to U+F000-U+F0FF (ECMA-376 part 1, 17.3.3.30). */
function signOf(point: number, font: string | undefined): string | undefined {
  const code = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point;
  if (/^symbol\b/iu.test(font ?? "")) {
    const sign =
      code >= 0xa0 ? SYMBOL_HIGH[code - 0xa0] : SYMBOL_LOW[code - 0x20];
    return sign === "\0" ? undefined : sign;
  }
  return /^wingdings$/iu.test(font ?? "") ? WINGDINGS[code] : undefined;
}

function isPrivate(point: number): boolean {
  return point >= 0xe000 && point <= 0xf8ff;
}

function isSurrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}
