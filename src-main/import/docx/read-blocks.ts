import { appendAll } from "../office/append-all";
import { draftFigure, type Draft } from "../office/draft";
import { hasInk, plainPiece, type Piece } from "../office/piece";
import { childOf, isElement, type XmlElement } from "../office/xml-tree";
import { chooseAlternative } from "./alternate-content";
import {
  isMarkDeleted,
  readInlines,
  type HangingDrawing,
} from "./read-inlines";
import { draftParagraph } from "./read-paragraph";
import { valueOf } from "./property";
import { readTable } from "./read-table";
import { isPlaceholder } from "./structured-tag";
import type { WordContext } from "./word-context";

/** Reads the blocks of a body, a cell, a note or a text box, in order. */
export function readBlocks(parent: XmlElement, context: WordContext): Draft[] {
  const reader = new BlockReader(context);
  reader.readAll(parent);
  return reader.finish();
}

class BlockReader {
  readonly #context: WordContext;
  readonly #drafts: Draft[] = [];
  /** Letters of paragraphs that go on in the next one, and anchors that stand between paragraphs. */
  #waiting: Piece[] = [];

  constructor(context: WordContext) {
    this.#context = context;
  }

  readAll(parent: XmlElement): void {
    for (const node of parent.children) if (isElement(node)) this.#read(node);
  }

  finish(): Draft[] {
    if (this.#waiting.length > 0)
      this.#drafts.push({
        kind: "paragraph",
        pieces: this.#waiting,
        extra: {},
      });
    return this.#drafts;
  }

  #read(element: XmlElement): void {
    switch (element.name) {
      case "w:p":
        return this.#paragraph(element);
      case "w:tbl":
        return appendAll(this.#drafts, readTable(element, this.#context));
      case "w:sdt":
        if (isPlaceholder(element)) return;
        return this.readAll(element);
      case "w:sdtContent":
      case "w:ins":
      case "w:moveTo":
      case "w:customXml":
      case "w:smartTag":
        return this.readAll(element);
      case "mc:AlternateContent": {
        const chosen = chooseAlternative(element);
        return chosen && this.readAll(chosen);
      }
      case "m:oMathPara":
      case "m:oMath":
        // Formulas belong into paragraphs; some programs leave them beside.
        return this.#paragraph({ ...EMPTY_PARAGRAPH, children: [element] });
      case "w:bookmarkStart": {
        const name = element.attributes["w:name"];
        if (name !== undefined) this.#waiting.push({ kind: "anchor", name });
        return;
      }
      case "w:altChunk":
      case "w:subDoc":
        return this.#context.warnings.add(
          "embedded-document-left-out",
          "a document inside the document",
        );
    }
  }

  #paragraph(paragraph: XmlElement): void {
    const context = this.#context;
    context.steps.next();
    const style = context.styles.paragraph(
      valueOf(childOf(paragraph, "w:pPr"), "w:pStyle"),
    );
    const content = readInlines(paragraph, style, context);
    const pieces = this.#waiting;
    appendAll(pieces, content.pieces);
    this.#waiting = [];
    this.#hang(content.drawings.filter((each) => !each.isAfterText));
    const goesOn = isMarkDeleted(paragraph);
    const draft = goesOn
      ? undefined
      : draftParagraph(paragraph, style, pieces, context);
    if (!draft || draft.role === "drop-cap") this.#waiting = pieces;
    else if (!hasInk(draft.pieces) && draft.kind !== "code")
      this.#waiting = pieces.filter(({ kind }) => kind === "anchor");
    else this.#drafts.push(draft);
    this.#hang(content.drawings.filter((each) => each.isAfterText));
  }

  /** Drawings become blocks of their own beside the paragraph they hang on. */
  #hang(drawings: readonly HangingDrawing[]): void {
    for (const { pictures, boxes, texts, isRule } of drawings) {
      for (const picture of pictures) this.#drafts.push(draftFigure(picture));
      for (const box of boxes)
        appendAll(this.#drafts, readBlocks(box, this.#context));
      for (const text of texts)
        this.#drafts.push({
          kind: "paragraph",
          pieces: [plainPiece(text)],
          extra: {},
        });
      if (isRule) this.#drafts.push({ kind: "rule", pieces: [], extra: {} });
    }
  }
}

const EMPTY_PARAGRAPH: XmlElement = {
  name: "w:p",
  attributes: {},
  children: [],
};
