import type { BlockFlow } from "./block-flow";
import { isElement, nameOf, nextNode, wordsOf, type DomElement } from "./dom";
import type { InlineDraft } from "./inline-draft";
import { readDrawing, readPicture, type Picture } from "./picture";

/** What the walk's options say about pictures. */
export interface PictureOptions {
  readonly resolveImage?: (src: string) => string | undefined;
}

/** A figure that is being read. */
interface OpenFigure {
  readonly pictures: Picture[];
  caption?: InlineDraft;
}

const FIGURE_CLASS = /^(?:wp-caption|thumbinner|image-?with-?caption|figure)$/u;
const CAPTION_CLASS =
  /^(?:wp-caption-text|thumbcaption|image-?caption|figcaption|figure-?caption)$/u;
/** How much of a figure is looked at for telling whether it is one. */
const LOOK_NODES = 400;

/** Reads figures: pictures, each with its caption. */
export class FigureReader {
  readonly #flow: BlockFlow;
  readonly #resolveImage: (src: string) => string | undefined;
  #figure: OpenFigure | undefined;

  constructor(flow: BlockFlow, options: PictureOptions) {
    this.#flow = flow;
    this.#resolveImage = options.resolveImage ?? (() => undefined);
  }

  /** Enters an element if it is a figure or a caption. @returns what is to be done on leaving it */
  enter(element: DomElement, name: string): (() => void) | undefined {
    if (isCaption(element, name) && this.#figure && !this.#figure.caption)
      return this.#enterCaption(this.#figure);
    if (!this.#figure && isFigure(element, name)) return this.#enterFigure();
    return undefined;
  }

  /** Reads a picture, inside a figure or anywhere else. */
  picture(element: DomElement, name: string): void {
    const read = name === "svg" ? readDrawing : readPicture;
    const picture = read(element, this.#resolveImage);
    if (!picture) return;
    const { isLetter, isFormula, ...rest } = picture;
    if (isLetter) return this.#letter(rest.alt, isFormula);
    if (this.#figure) this.#figure.pictures.push(rest);
    else this.#flow.picture(rest);
  }

  #letter(alt: string | undefined, isFormula: boolean): void {
    if (alt === undefined) return;
    const opened = this.#flow.openMarks(isFormula ? [{ kind: "formula" }] : []);
    this.#flow.text(alt);
    this.#flow.closeMarks(opened);
  }

  #enterFigure(): () => void {
    const figure: OpenFigure = { pictures: [] };
    this.#figure = figure;
    return () => {
      this.#figure = undefined;
      const { pictures, caption } = figure;
      pictures.forEach((picture, index) =>
        this.#flow.figure(
          picture,
          index === pictures.length - 1 ? caption : undefined,
        ),
      );
      if (caption && pictures.length === 0) this.#flow.paragraph(caption);
    };
  }

  #enterCaption(figure: OpenFigure): () => void {
    const flow = this.#flow;
    flow.divert();
    flow.scope = { ...flow.scope, isFlat: true };
    return () => {
      figure.caption = flow.restore();
    };
  }
}

function isCaption(element: DomElement, name: string): boolean {
  return (
    name === "figcaption" ||
    wordsOf(element, "class").some((word) => CAPTION_CLASS.test(word))
  );
}

/** Tells whether an element is a picture with its words, and not a container of other things. */
function isFigure(element: DomElement, name: string): boolean {
  const isNamed =
    name === "figure" ||
    ((name === "div" || name === "dl") &&
      wordsOf(element, "class").some((word) => FIGURE_CLASS.test(word)));
  if (!isNamed) return false;
  let hasPicture = false;
  let nodes = 0;
  for (
    let node = nextNode(element, element);
    node && nodes < LOOK_NODES;
    node = nextNode(node, element), nodes += 1
  ) {
    if (!isElement(node)) continue;
    const inner = nameOf(node);
    if (/^(?:figure|table|pre|blockquote|ul|ol|h[1-6])$/u.test(inner))
      return false;
    if (inner === "img" || inner === "svg") hasPicture = true;
  }
  return hasPicture && nodes < LOOK_NODES;
}
