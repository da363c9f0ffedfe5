import {
  hasInk,
  LINE_BREAK,
  type LettersPiece,
  type Piece,
} from "../office/piece";
import { childOf, isElement, type XmlElement } from "../office/xml-tree";
import { chooseAlternative } from "./alternate-content";
import { linkOfCode } from "./fields";
import { linearFormula } from "./math/linear-formula";
import { readDrawing, type DrawingContent } from "./read-drawing";
import { readRun } from "./read-run";
import { isPlaceholder } from "./structured-tag";
import type { ParagraphStyle } from "./styles";
import type { WordContext } from "./word-context";

/** What a paragraph holds: its letters, and the drawings that hang on it. */
export interface InlineContent {
  readonly pieces: readonly Piece[];
  readonly drawings: readonly HangingDrawing[];
}

export interface HangingDrawing extends DrawingContent {
  /** Tells whether letters of the paragraph stand before it. */
  readonly isAfterText: boolean;
}

/** Reads what stands in a paragraph. Deletions are left out, insertions kept (ECMA-376 part 1, 17.13.5). */
export function readInlines(
  paragraph: XmlElement,
  style: ParagraphStyle,
  context: WordContext,
): InlineContent {
  const reader = new InlineReader(style, context);
  reader.readAll(paragraph, undefined);
  return { pieces: reader.pieces, drawings: reader.drawings };
}

class InlineReader {
  readonly pieces: Piece[] = [];
  readonly drawings: HangingDrawing[] = [];
  readonly #style: ParagraphStyle;
  readonly #context: WordContext;

  constructor(style: ParagraphStyle, context: WordContext) {
    this.#style = style;
    this.#context = context;
  }

  readAll(parent: XmlElement, link: string | undefined): void {
    for (const node of parent.children)
      if (isElement(node)) this.#read(node, link);
  }

  #read(element: XmlElement, link: string | undefined): void {
    switch (element.name) {
      case "w:r":
        return readRun(element, this.#style, this.#context, {
          add: (piece) => this.#add(piece, link),
          draw: (drawing) => this.#draw(drawing),
        });
      case "w:hyperlink":
        return this.readAll(element, this.#linkOf(element) ?? link);
      case "w:fldSimple":
        return this.readAll(
          element,
          linkOfCode(element.attributes["w:instr"] ?? "") ?? link,
        );
      case "w:ins":
      case "w:moveTo":
      case "w:smartTag":
      case "w:customXml":
      case "w:dir":
      case "w:bdo":
      case "w:sdtContent":
        return this.readAll(element, link);
      case "w:del":
      case "w:moveFrom":
        return this.#context.warnings.add("deletion-left-out", "a deletion");
      case "w:sdt":
        if (isPlaceholder(element)) return;
        return this.readAll(element, link);
      case "mc:AlternateContent": {
        const chosen = chooseAlternative(element);
        return chosen && this.readAll(chosen, link);
      }
      case "w:bookmarkStart":
        return this.#anchor(element.attributes["w:name"]);
      case "m:oMath":
        return this.#formula(element);
      case "m:oMathPara":
        return element.children
          .filter(isElement)
          .filter((node) => node.name === "m:oMath")
          .forEach((node, index) => {
            if (index > 0) this.pieces.push(LINE_BREAK);
            this.#formula(node);
          });
    }
  }

  #add(piece: LettersPiece, link: string | undefined): void {
    const { fields } = this.#context;
    if (fields.isInCode) return;
    const target = link ?? fields.link;
    this.pieces.push(
      target === undefined || piece.note !== undefined
        ? piece
        : {
            ...piece,
            link: target,
            // What is underlined because it is a link says nothing beyond the link.
            formats: piece.formats.filter((each) => each !== "underline"),
          },
    );
  }

  #draw(drawing: XmlElement): void {
    if (this.#context.fields.isInCode) return;
    this.drawings.push({
      ...readDrawing(drawing, this.#context),
      isAfterText: hasInk(this.pieces),
    });
  }

  #formula(element: XmlElement): void {
    const text = linearFormula(element);
    if (text !== "")
      this.pieces.push({ kind: "letters", text, formats: ["formula"] });
  }

  #anchor(name: string | undefined): void {
    if (name !== undefined && name !== "_GoBack")
      this.pieces.push({ kind: "anchor", name });
  }

  #linkOf(hyperlink: XmlElement): string | undefined {
    const { "r:id": id, "w:anchor": anchor } = hyperlink.attributes;
    const target = this.#context.relationships.get(id ?? "");
    const address = target?.isExternal ? target.target : "";
    const link = anchor === undefined ? address : `${address}#${anchor}`;
    return link === "" ? undefined : link;
  }
}

/** Tells whether a paragraph's mark was deleted or hidden away, so that the next paragraph goes on in it. */
export function isMarkDeleted(paragraph: XmlElement): boolean {
  const mark = childOf(childOf(paragraph, "w:pPr"), "w:rPr");
  return (
    childOf(mark, "w:del") !== undefined ||
    childOf(mark, "w:moveFrom") !== undefined
  );
}
