import type { LettersPiece } from "../office/piece";
import {
  childOf,
  isElement,
  lettersOf,
  type XmlElement,
} from "../office/xml-tree";
import { chooseAlternative } from "./alternate-content";
import type { NoteKind } from "../office/note-labels";
import { languageOf } from "./run-language";
import { readRunLook, type RunLook } from "./run-look";
import type { ParagraphStyle } from "./styles";
import { letterOfSymbol, readSymbolLetters } from "./symbols";
import type { WordContext } from "./word-context";

/** Where the parts of a run go. */
export interface RunTarget {
  readonly add: (piece: LettersPiece) => void;
  readonly draw: (drawing: XmlElement) => void;
}

/** Reads one run: letters of one look with the signs, references and drawings among them. */
export function readRun(
  run: XmlElement,
  paragraph: ParagraphStyle,
  context: WordContext,
  to: RunTarget,
): void {
  const look = readRunLook(childOf(run, "w:rPr"), paragraph, context.styles);
  if (look.isHidden && hasLetters(run))
    context.warnings.add("hidden-text-left-out", "hidden text");
  new RunReader(look, context, to).readAll(run);
}

class RunReader {
  readonly #look: RunLook;
  readonly #context: WordContext;
  readonly #to: RunTarget;
  /** A note whose mark is the letters that follow in the run. */
  #markedNote: { kind: NoteKind; id: string } | undefined;

  constructor(look: RunLook, context: WordContext, to: RunTarget) {
    this.#look = look;
    this.#context = context;
    this.#to = to;
  }

  readAll(parent: XmlElement): void {
    for (const node of parent.children) if (isElement(node)) this.#read(node);
  }

  #read(element: XmlElement): void {
    const at = element.attributes;
    switch (element.name) {
      case "w:t":
        return this.#letters(
          readSymbolLetters(lettersOf(element), this.#look.font),
        );
      case "w:tab":
      case "w:ptab":
        return this.#letters("\t");
      case "w:noBreakHyphen":
        return this.#letters("\u2011");
      case "w:sym":
        return this.#letters(letterOfSymbol(at["w:font"], at["w:char"]));
      case "w:br":
        return this.#break(at["w:type"]);
      case "w:cr":
        return this.#break(undefined);
      case "w:fldChar":
        return this.#context.fields.turn(element);
      case "w:instrText":
        return this.#context.fields.addCode(lettersOf(element));
      case "w:footnoteReference":
      case "w:endnoteReference":
        return this.#note(element);
      case "w:commentReference":
        return this.#context.warnings.add("comment-left-out", "a comment");
      case "w:ruby":
        return this.readAll(childOf(element, "w:rubyBase") ?? EMPTY);
      case "w:r":
        return this.readAll(element);
      case "w:drawing":
      case "w:pict":
      case "w:object":
        return this.#look.isHidden ? undefined : this.#to.draw(element);
      case "mc:AlternateContent":
        return this.readAll(chooseAlternative(element) ?? EMPTY);
    }
  }

  #letters(letters: string): void {
    // Hyphens that show only at the end of a line are typography of one page and would cut words for every search.
    const text = letters.replace(/\u00ad/gu, "");
    if (this.#look.isHidden || text === "") return;
    const note = this.#markedNote;
    this.#markedNote = undefined;
    if (note) return this.#reference(note.kind, note.id, text.trim());
    const language = languageOf(text, this.#look, this.#context);
    this.#to.add({
      kind: "letters",
      text,
      formats: this.#look.formats,
      ...(language === undefined ? {} : { language }),
    });
  }

  /** A break of a page or column falls where the paper ended; only a space is left of it. */
  #break(type: string | undefined): void {
    if (this.#look.isHidden) return;
    const isOfLine = type === undefined || type === "textWrapping";
    this.#to.add({
      kind: isOfLine ? "break" : "letters",
      text: isOfLine ? "\n" : " ",
      formats: this.#look.formats,
    });
  }

  #note(element: XmlElement): void {
    if (this.#look.isHidden) return;
    const kind =
      element.name === "w:footnoteReference" ? "footnote" : "endnote";
    const id = element.attributes["w:id"] ?? "";
    const hasOwnMark = element.attributes["w:customMarkFollows"];
    if (hasOwnMark !== undefined && !/^(?:0|false|off)$/u.test(hasOwnMark))
      this.#markedNote = { kind, id };
    else this.#reference(kind, id);
  }

  #reference(kind: NoteKind, id: string, ownMark?: string): void {
    const label = this.#context.notes.labelOf(kind, id, ownMark);
    this.#to.add({
      kind: "letters",
      text: ownMark ?? label,
      formats: [],
      note: label,
    });
  }
}

const EMPTY: XmlElement = { name: "", attributes: {}, children: [] };

function hasLetters(run: XmlElement): boolean {
  return childOf(run, "w:t") !== undefined;
}
