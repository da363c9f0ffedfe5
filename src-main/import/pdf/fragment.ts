import type {
  TextItem,
  TextStyle,
} from "pdfjs-dist/types/src/display/api.d.ts";

/** What a tagged file says about a stretch of its text. */
export interface Tag {
  /** Standard role of the nearest element that says what the text is ("P", "H1", "LI", "Note", "TD", "Artifact"). */
  readonly role: string;
  /** Tells elements apart: letters of one paragraph share it. */
  readonly element: number;
}

/**
 * Letters that pdf.js found in one go, laid out as if their own writing ran from left to right: `left` and `right` along
 * the writing, `baseline` growing from line to line. All in points.
 */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** The font's size as it stands on the page. */
  readonly size: number;
  readonly font: string;
  /** Of the writing, counter-clockwise in degrees; 0 is upright. */
  readonly angle: number;
  readonly isRtl: boolean;
  /** pdf.js takes the line to end here. */
  readonly endsLine: boolean;
  readonly tag?: Tag;
}

/** Lays out what pdf.js found; `undefined` for what has no place on the page (a damaged matrix). */
export function toFragment(
  item: TextItem,
  style: TextStyle | undefined,
  tag: Tag | undefined,
): Fragment | undefined {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
  const isVertical = style?.vertical === true;
  // Vertical writing runs downwards, its lines from right to left: upright letters turned by a quarter.
  const angle = isVertical
    ? -90
    : Math.round((Math.atan2(b, a) * 180) / Math.PI);
  const { along, down } = turn(x, y, angle);
  const size = Math.hypot(c, d);
  const length = isVertical ? item.height : item.width;
  if (![along, down, size, length].every(Number.isFinite)) return undefined;
  return {
    text: withPlainLetters(item.str),
    left: along,
    right: along + length,
    baseline: down,
    size,
    font: item.fontName,
    angle,
    isRtl: item.dir === "rtl",
    endsLine: item.hasEOL,
    ...(tag ? { tag } : {}),
  };
}

/**
 * Letters as they are typed and searched for: Arabic and Hebrew not in the forms a font joins them in, those of formulas
 * not in the letters that Unicode has for mathematics alone.
 */
function withPlainLetters(text: string): string {
  return text.replace(
    /[\uFB1D-\uFDFF\uFE70-\uFEFC\u{1D400}-\u{1D7FF}]+/gu,
    (forms) => forms.normalize("NFKC"),
  );
}

/** A point of the page as seen by writing of that angle: how far along a line, and how far down the lines. */
export function turn(
  x: number,
  y: number,
  angle: number,
): { readonly along: number; readonly down: number } {
  if (angle === 0) return { along: x, down: -y };
  const [cos, sin] = [
    Math.cos((angle * Math.PI) / 180),
    Math.sin((angle * Math.PI) / 180),
  ];
  return { along: x * cos + y * sin, down: x * sin - y * cos };
}
