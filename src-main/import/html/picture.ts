import {
  isElement,
  nameOf,
  nextNode,
  oneLine,
  textWithin,
  type DomElement,
} from "./dom";

/** A picture as it is to be written. */
export interface Picture {
  /** Id among the item's resources, where its bytes are at hand. */
  readonly resource?: string;
  readonly alt?: string;
}

/** How a picture stands in its text. */
export interface PictureInText extends Picture {
  /** Stands for letters: an emoji, a sign, a formula. */
  readonly isLetter: boolean;
  /** Its description is a formula. */
  readonly isFormula: boolean;
}

/** Pictures up to this many pixels stand for letters. */
const LETTER_PIXELS = 32;

const LETTER_CLASS =
  /emoji|smil(?:ey|ie)|\bicon\b|inline-?(?:image|img|math|formula|equation)/iu;
const FORMULA_CLASS = /\b(?:la)?tex\b|math|equation|formula/iu;
/** Names of files and words for any picture describe nothing. */
const NO_DESCRIPTION =
  /^(?:\S+\.(?:jpe?g|png|gif|webp|svg|avif|bmp)|image|img|photo|picture|logo|icon|cover|null|undefined|\[?image\]?)$/iu;

/** Reads an `img`, `image` or `input type=image`; `undefined` for one that shows nothing, as pixels that count readers. */
export function readPicture(
  element: DomElement,
  resolveImage: (src: string) => string | undefined,
): PictureInText | undefined {
  const width = pixels(element, "width");
  const height = pixels(element, "height");
  if (width !== undefined && height !== undefined && width <= 2 && height <= 2)
    return undefined;
  const classes = element.getAttribute("class") ?? "";
  const written = oneLine(
    element.getAttribute("alt") ?? element.getAttribute("aria-label") ?? "",
  );
  const isFormula =
    written !== "" &&
    (FORMULA_CLASS.test(classes) || /^\{?\\\w+/u.test(written));
  const alt = isFormula ? plainTex(written) : written;
  const resource = resolveSource(element, resolveImage);
  const isSmall = [width, height].some(
    (size) => size !== undefined && size <= LETTER_PIXELS,
  );
  return {
    isLetter: isSmall || isFormula || LETTER_CLASS.test(classes),
    isFormula,
    ...(resource === undefined ? {} : { resource }),
    ...(alt === "" || NO_DESCRIPTION.test(alt) ? {} : { alt }),
  };
}

/** Reads an `svg`: a picture wrapped in one, or a drawing of which the words are kept. */
export function readDrawing(
  element: DomElement,
  resolveImage: (src: string) => string | undefined,
): PictureInText | undefined {
  let alt = oneLine(element.getAttribute("aria-label") ?? "");
  let resource: string | undefined;
  const words: string[] = [];
  for (
    let node = nextNode(element, element), steps = 0;
    node && steps < 5_000;
    node = nextNode(node, element), steps += 1
  ) {
    if (!isElement(node)) continue;
    const name = nameOf(node);
    if (name === "image") resource ??= resolveSource(node, resolveImage);
    else if (name === "title" && alt === "")
      alt = oneLine(textWithin(node, 500));
    else if (name === "text") words.push(oneLine(textWithin(node, 500)));
  }
  if (alt === "") alt = words.filter(Boolean).join(" ");
  if (resource === undefined && alt === "") return undefined;
  const width = pixels(element, "width");
  return {
    isLetter: width !== undefined && width <= LETTER_PIXELS,
    isFormula: false,
    ...(resource === undefined ? {} : { resource }),
    ...(alt === "" ? {} : { alt }),
  };
}

function resolveSource(
  element: DomElement,
  resolveImage: (src: string) => string | undefined,
): string | undefined {
  for (const attribute of ["src", "data-src", "xlink:href", "href"]) {
    const source = element.getAttribute(attribute);
    const resource = source ? resolveImage(source) : undefined;
    if (resource !== undefined) return resource;
  }
  return undefined;
}

function pixels(element: DomElement, side: string): number | undefined {
  const value =
    new RegExp(`(?:^|;)\\s*${side}\\s*:\\s*([^;]+)`, "iu").exec(
      element.getAttribute("style") ?? "",
    )?.[1] ?? element.getAttribute(side);
  const match = /^\s*([\d.]+)\s*(px|ex|em)?\s*$/iu.exec(value ?? "");
  if (!match) return undefined;
  const unit = match[2]?.toLowerCase();
  return Number(match[1]) * (unit === "ex" ? 8 : unit === "em" ? 16 : 1);
}

/** `{\displaystyle E=mc^{2}}` as `E=mc^{2}`: what a picture of a formula is described by. */
function plainTex(tex: string): string {
  const match = /^\{?\s*\\(?:display|text)style\s*(.*)$/u.exec(tex);
  if (!match) return tex;
  return (match[1] ?? "").replace(/\}$/u, "").trim();
}
