import { appendAll } from "../office/append-all";
import { draftFigure, type Draft, type TextDraft } from "../office/draft";
import { hasInk, textOf, type Piece } from "../office/piece";
import {
  childOf,
  isElement,
  lettersOf,
  type XmlElement,
} from "../office/xml-tree";
import { wholeNumber } from "./list-levels";
import type { OdtContext } from "./odt-context";
import { directionOf, draftText, lead } from "./odt-paragraph";
import type { OdtItem, OpenList } from "./odt-lists";
import type { OdtParagraphStyle } from "./odt-styles";
import { readFrame, type FrameContent } from "./read-frame";
import {
  outlineAnchor,
  readOdtInlines,
  type HangingFrame,
} from "./read-odt-inlines";
import { readOdtTable } from "./read-odt-table";

/** Levels a list or outline can have. */
const MAX_LEVEL = 10;

/** Reads the blocks of a text, a cell, a note or a text box, in order. */
export function readOdtBlocks(
  parent: XmlElement,
  context: OdtContext,
): Draft[] {
  const reader = new OdtBlockReader(context);
  reader.readAll(parent);
  return reader.drafts;
}

class OdtBlockReader {
  readonly drafts: Draft[] = [];
  readonly #context: OdtContext;
  /** Anchors of paragraphs without letters wait for the next one. */
  #waiting: Piece[] = [];

  constructor(context: OdtContext) {
    this.#context = context;
  }

  readAll(parent: XmlElement, list?: OpenList): void {
    for (const node of parent.children)
      if (isElement(node)) this.#read(node, list);
  }

  #read(element: XmlElement, list: OpenList | undefined, item?: OdtItem): void {
    switch (element.name) {
      case "text:p":
        return this.#paragraph(element, item);
      case "text:h":
        return this.#heading(element);
      case "text:list":
        return this.#list(element, list);
      case "text:numbered-paragraph":
        return this.#numbered(element);
      case "table:table":
        return appendAll(this.drafts, readOdtTable(element, this.#context));
      case "text:tracked-changes":
        return this.#changes(element);
      case "text:section":
      case "text:index-body":
      case "text:index-title":
      case "text:table-of-content":
      case "text:illustration-index":
      case "text:table-index":
      case "text:object-index":
      case "text:user-index":
      case "text:alphabetical-index":
      case "text:bibliography":
        if (element.attributes["text:display"] === "none")
          return this.#context.warnings.add(
            "hidden-text-left-out",
            "a section",
          );
        return this.readAll(element, list);
      case "text:bookmark":
      case "text:bookmark-start": {
        const name = element.attributes["text:name"];
        if (name !== undefined) this.#waiting.push({ kind: "anchor", name });
        return;
      }
    }
    if (element.name.startsWith("draw:"))
      this.#hang([readFrame(element, this.#context)]);
  }

  /** Only the first paragraph of an item is the item; what follows in it are paragraphs. */
  #list(element: XmlElement, outer: OpenList | undefined): void {
    const list = this.#context.lists.open(element, outer);
    for (const node of element.children) {
      if (!isElement(node)) continue;
      if (node.name === "text:list-header") this.readAll(node, list);
      else if (node.name === "text:list-item") this.#item(node, list);
    }
    this.#context.lists.close(list, element);
  }

  #item(element: XmlElement, list: OpenList): void {
    const [first, ...rest] = element.children.filter(isElement);
    if (!first) return;
    const isOwn = first.name === "text:p" || first.name === "text:h";
    this.#read(
      first,
      list,
      isOwn ? this.#context.lists.next(list, element) : undefined,
    );
    for (const node of rest) this.#read(node, list);
  }

  #numbered(element: XmlElement): void {
    const told = wholeNumber(element.attributes["text:list-level"]) ?? 1;
    const level = Math.max(1, Math.min(told, MAX_LEVEL));
    const paragraph = childOf(element, "text:p");
    if (paragraph) this.#paragraph(paragraph, { level, isMarked: true });
    const heading = childOf(element, "text:h");
    if (heading) this.#heading(heading);
  }

  #heading(element: XmlElement): void {
    const outline = wholeNumber(element.attributes["text:outline-level"]) ?? 1;
    const level = Math.max(1, outline);
    const isUnnumbered = element.attributes["text:is-list-header"] === "true";
    const words = this.#context.lists.countHeading(
      Math.min(level, MAX_LEVEL),
      isUnnumbered,
    );
    this.#write(element, (style, pieces) => ({
      kind: "heading",
      pieces: [
        { kind: "anchor", name: outlineAnchor(textOf(pieces)) },
        ...lead(words),
        ...pieces,
      ],
      extra: { level: Math.min(level, 6), ...directionOf(style) },
    }));
  }

  #paragraph(element: XmlElement, item: OdtItem | undefined): void {
    this.#write(element, (style, pieces) => draftText(style, pieces, item));
  }

  #write(
    element: XmlElement,
    draft: (style: OdtParagraphStyle, pieces: readonly Piece[]) => TextDraft,
  ): void {
    const context = this.#context;
    context.steps.next();
    const style = context.styles.paragraph(
      element.attributes["text:style-name"] ?? "",
    );
    const content = readOdtInlines(element, style.looks, context, (note) =>
      readNote(note, context),
    );
    this.#hang(content.frames.filter((frame) => !frame.isAfterText));
    const pieces = [...this.#waiting, ...content.pieces];
    const made = draft(style, pieces);
    const isBlank = !hasInk(made.pieces) && made.kind !== "code";
    this.#waiting = isBlank
      ? pieces.filter(({ kind }) => kind === "anchor")
      : [];
    if (!isBlank) this.drafts.push(made);
    this.#hang(content.frames.filter((frame) => frame.isAfterText));
  }

  /** Frames become blocks of their own beside the paragraph they hang on. */
  #hang(frames: readonly (FrameContent | HangingFrame)[]): void {
    for (const { pictures, boxes, formula } of frames) {
      appendAll(this.drafts, pictures.map(draftFigure));
      for (const box of boxes)
        appendAll(this.drafts, readOdtBlocks(box, this.#context));
      if (formula !== undefined)
        this.drafts.push({
          kind: "paragraph",
          pieces: [{ kind: "letters", text: formula, formats: ["formula"] }],
          extra: {},
        });
    }
  }

  #changes(element: XmlElement): void {
    for (const region of element.children.filter(isElement))
      if (childOf(region, "text:deletion"))
        this.#context.warnings.add("deletion-left-out", "a deletion");
  }
}

function readNote(note: XmlElement, context: OdtContext): string {
  const kind =
    note.attributes["text:note-class"] === "endnote" ? "endnote" : "footnote";
  const citation = childOf(note, "text:note-citation");
  const mark = citation?.attributes["text:label"] ?? lettersOf(citation).trim();
  // Ids are not needed to find a note's body, which stands in the note itself.
  const id = String(context.notes.references.length);
  const label = context.notes.labelOf(kind, id, mark === "" ? undefined : mark);
  const body = childOf(note, "text:note-body");
  // Its place is taken before it is read: a note in it comes after.
  const place = context.noteBodies.push({ kind, label, blocks: [] }) - 1;
  const blocks = body ? readOdtBlocks(body, context) : [];
  context.noteBodies[place] = { kind, label, blocks };
  return label;
}
