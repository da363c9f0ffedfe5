import { hasInk, LINE_BREAK, type Piece } from "../office/piece";
import {
  childOf,
  isElement,
  lettersOf,
  type XmlElement,
} from "../office/xml-tree";
import { wholeNumber } from "./list-levels";
import { formatsOf, over, type Looks } from "./looks";
import type { OdtContext } from "./odt-context";
import { languageOfLetters } from "./odt-language";
import { readFrame, type FrameContent } from "./read-frame";

/** Most spaces that one element may stand for. */
const MAX_SPACES = 1_000;

/** What a paragraph holds: its letters, and the frames that hang on it. */
export interface OdtInlines {
  readonly pieces: readonly Piece[];
  readonly frames: readonly HangingFrame[];
}

export interface HangingFrame extends FrameContent {
  /** Tells whether letters of the paragraph stand before it. */
  readonly isAfterText: boolean;
}

/** Reads a note that stands in a paragraph and gives its label. */
export type ReadNote = (note: XmlElement) => string;

/** Reads what stands in a paragraph. Deleted text is kept elsewhere in the file and is never met here. */
export function readOdtInlines(
  paragraph: XmlElement,
  looks: Looks,
  context: OdtContext,
  readNote: ReadNote,
): OdtInlines {
  const reader = new OdtInlineReader(context, readNote);
  reader.readAll(paragraph, looks, undefined);
  return reader;
}

class OdtInlineReader implements OdtInlines {
  readonly pieces: Piece[] = [];
  readonly frames: HangingFrame[] = [];
  readonly #context: OdtContext;
  readonly #readNote: ReadNote;

  constructor(context: OdtContext, readNote: ReadNote) {
    this.#context = context;
    this.#readNote = readNote;
  }

  readAll(parent: XmlElement, looks: Looks, link: string | undefined): void {
    for (const node of parent.children)
      if (isElement(node)) this.#read(node, looks, link);
      // White space of the file is one space (ODF 1.3 part 3, 6.1.2).
      else this.#letters(node.replace(/[ \t\r\n]+/gu, " "), looks, link);
  }

  #read(element: XmlElement, looks: Looks, link: string | undefined): void {
    const at = element.attributes;
    switch (element.name) {
      case "text:span": {
        const own = this.#context.styles.text(at["text:style-name"] ?? "");
        return this.readAll(element, over(looks, own), link);
      }
      case "text:a":
        return this.readAll(element, looks, linkTo(at["xlink:href"]) ?? link);
      case "text:s": {
        const count = wholeNumber(at["text:c"]) ?? 1;
        return this.#letters(
          " ".repeat(Math.min(count, MAX_SPACES)),
          looks,
          link,
        );
      }
      case "text:tab":
        return this.#letters("\t", looks, link);
      case "text:line-break":
        this.pieces.push({ ...LINE_BREAK, formats: formatsOf(looks) });
        return;
      case "text:note":
        return this.#note(element);
      case "text:bookmark":
      case "text:bookmark-start":
      case "text:reference-mark":
      case "text:reference-mark-start":
        return this.#anchor(at["text:name"]);
      case "text:ruby":
        return this.readAll(
          childOf(element, "text:ruby-base") ?? EMPTY,
          looks,
          link,
        );
      case "office:annotation":
        return this.#context.warnings.add("comment-left-out", "a comment");
      case "text:placeholder":
      case "text:script":
      case "text:hidden-text":
      case "text:hidden-paragraph":
      case "text:tracked-changes":
      case "office:event-listeners":
        return;
    }
    if (element.name.startsWith("draw:")) this.#frame(element);
    // Fields show what they came to last; whatever else stands in a paragraph shows its letters.
    else this.readAll(element, looks, link);
  }

  #letters(letters: string, looks: Looks, link: string | undefined): void {
    const text = letters.replace(/\u00ad/gu, "");
    if (text === "") return;
    if (looks.hidden === true) {
      this.#context.warnings.add("hidden-text-left-out", "hidden text");
      return;
    }
    const formats = formatsOf(looks);
    const language = languageOfLetters(text, looks, this.#context);
    this.pieces.push({
      kind: "letters",
      text,
      formats:
        link === undefined
          ? formats
          : formats.filter((each) => each !== "underline"),
      ...(link === undefined ? {} : { link }),
      ...(language === undefined ? {} : { language }),
    });
  }

  #note(note: XmlElement): void {
    const label = this.#readNote(note);
    const mark = lettersOf(childOf(note, "text:note-citation")).trim();
    this.pieces.push({
      kind: "letters",
      text: mark === "" ? label : mark,
      formats: [],
      note: label,
    });
  }

  #anchor(name: string | undefined): void {
    if (name !== undefined) this.pieces.push({ kind: "anchor", name });
  }

  #frame(element: XmlElement): void {
    const { formula, ...content } = readFrame(element, this.#context);
    if (formula !== undefined && formula !== "")
      this.pieces.push({
        kind: "letters",
        text: formula,
        formats: ["formula"],
      });
    else
      this.frames.push({
        ...content,
        isAfterText: hasInk(this.pieces),
      });
  }
}

const EMPTY: XmlElement = { name: "", attributes: {}, children: [] };

/** Links to headings name their text, with the number they were shown with: `#1.2.Scope|outline`. */
function linkTo(address: string | undefined): string | undefined {
  const outline = /^#(?:\d+\.)*(.*)\|outline$/su.exec(address ?? "")?.[1];
  return outline === undefined ? address : `#${outlineAnchor(outline)}`;
}

/** The name links to a heading go by. */
export function outlineAnchor(heading: string): string {
  let name = heading;
  try {
    name = decodeURIComponent(heading);
  } catch {
    // A sign of per cent that escapes nothing stands for itself.
  }
  return `outline ${name.replace(/\s+/gu, " ").trim()}`;
}
