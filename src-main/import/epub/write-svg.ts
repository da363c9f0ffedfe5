import type { TextWriter } from "#domain/text/text-writer";
import {
  isElement,
  isText,
  nameOf,
  nextNode,
  oneLine,
  textWithin,
  type DomElement,
  type DomNode,
} from "../html/dom";
import { writeDom, type DomOptions } from "../html/write-dom";

/** What a drawing asks of the book around it. */
export interface SvgOptions extends Pick<
  DomOptions,
  "resolveImage" | "onAnchor"
> {
  /** Keeps the whole drawing as a picture; `undefined` when it is more than a picture. */
  readonly whole: () => string | undefined;
}

const SHAPES = /^(?:path|rect|circle|ellipse|line|polyline|polygon|use)$/u;
const LONGEST_TEXT = 20_000;

/**
 * Writes a drawing that is a part of its own: the pictures it places, or itself where it draws, as figures; then its
 * words, each `text` a paragraph, for words in a drawing can be neither searched nor quoted.
 */
export function writeSvg(
  svg: DomElement,
  to: TextWriter,
  options: SvgOptions,
): void {
  const { title, pictures, texts, foreign, hasShapes } = look(svg, options);
  const id = svg.getAttribute("id");
  if (id) options.onAnchor?.(id, to.length);
  const whole =
    pictures.length === 0 && hasShapes ? options.whole() : undefined;
  for (const resource of whole === undefined ? pictures : [whole])
    to.block(
      "figure",
      { resource, ...(title === "" ? {} : { alt: title }) },
      () => to.write(title),
    );
  if (whole === undefined && pictures.length + texts.length === 0)
    to.block("paragraph", {}, () => to.write(title));
  for (const { text, id: own } of texts)
    to.block("paragraph", {}, () => {
      if (own) options.onAnchor?.(own, to.length);
      to.write(text);
    });
  for (const html of foreign) writeDom(html, to, options);
}

/** The drawings of a page that consists of nothing else, as fixed layouts have them; none where it has words of its own. */
export function drawnPage(body: DomElement): readonly DomElement[] {
  const drawings: DomElement[] = [];
  for (const node of nodesIn(body, /^(?:svg|script|style)$/u)) {
    const name = isElement(node) ? nameOf(node) : "";
    if (name === "svg" && isElement(node)) drawings.push(node);
    else if (name === "img" || name === "math") return [];
    else if (isText(node) && (node.textContent ?? "").trim() !== "") return [];
  }
  return drawings;
}

interface Found {
  readonly title: string;
  readonly pictures: readonly string[];
  readonly texts: readonly { readonly text: string; readonly id?: string }[];
  /** HTML placed in the drawing. */
  readonly foreign: readonly DomElement[];
  readonly hasShapes: boolean;
}

const NO_PART =
  /^(?:text|foreignobject|title|desc|style|script|metadata|defs)$/u;

function look(svg: DomElement, options: SvgOptions): Found {
  let title = "";
  let hasShapes = false;
  const pictures: string[] = [];
  const texts: { text: string; id?: string }[] = [];
  const foreign: DomElement[] = [];
  for (const node of nodesIn(svg, NO_PART)) {
    if (!isElement(node)) continue;
    const name = nameOf(node);
    if (SHAPES.test(name)) hasShapes = true;
    if (name === "title" && title === "")
      title = oneLine(textWithin(node, 500));
    if (name === "image") {
      const source =
        node.getAttribute("xlink:href") ?? node.getAttribute("href");
      const resource = source ? options.resolveImage?.(source) : undefined;
      if (resource !== undefined) pictures.push(resource);
    }
    if (name === "text") {
      const text = textOfLines(node);
      const id = node.getAttribute("id");
      if (text !== "") texts.push({ text, ...(id ? { id } : {}) });
    }
    if (name === "foreignobject") foreign.push(node);
  }
  return { title, pictures, texts, foreign, hasShapes };
}

/** Words of a text; pieces that are put elsewhere than behind the one before stand apart. */
function textOfLines(text: DomElement): string {
  let line = "";
  for (const node of nodesIn(text, /^(?:title|desc|style|script)$/u)) {
    if (line.length > LONGEST_TEXT) break;
    if (isText(node)) line += node.textContent ?? "";
    else if (
      isElement(node) &&
      ["x", "y", "dy"].some((place) => node.getAttribute(place) !== null)
    )
      line += " ";
  }
  return oneLine(line);
}

/** The nodes inside an element in order, without what is inside elements of the names in `closed`. */
function* nodesIn(root: DomElement, closed: RegExp): Generator<DomNode> {
  let node = nextNode(root, root);
  while (node) {
    yield node;
    const isClosed: boolean = isElement(node) && closed.test(nameOf(node));
    node = nextNode(node, root, isClosed);
  }
}
