import type { BlockKind } from "#domain/text/blocks";
import type {
  BlockExtra,
  CellSource,
  TextWriter,
} from "#domain/text/text-writer";
import {
  InlineDraft,
  type AnchorListener,
  type LettersListener,
  type OpenMark,
} from "./inline-draft";
import type { DomNode } from "./dom";
import type { Picture } from "./picture";
import { OUTER_SCOPE, type NoteScope, type Scope } from "./scope";

/** Deeper nesting of quotations and lists is shown as this deep. */
const MAX_LEVEL = 20;
/** Deeper nesting of marks adds nothing that can be seen, and the writer nests calls. */
const MAX_MARKS = 24;
/** A longer heading is a page that dresses its text as one. */
const MAX_HEADING = 600;

/** Turns a stream of letters, marks and boundaries into blocks, by the scope in which they stand. */
export class BlockFlow {
  scope: Scope = OUTER_SCOPE;
  readonly #to: TextWriter;
  readonly #onAnchor: AnchorListener;
  readonly #onLetters: LettersListener | undefined;
  readonly #language: string | undefined;
  readonly #marks: OpenMark[] = [];
  readonly #drafts: InlineDraft[] = [];
  #draft: InlineDraft;
  /** Pictures that stand in the middle of a text follow it. */
  #pictures: Picture[] = [];
  /** Footnotes stand at the end, the blocks of each together. */
  readonly #notes = new Map<string, (() => void)[]>();
  #lastAlt: string | undefined;
  #isRuleWaiting = false;
  #hasBlocks = false;

  constructor(
    to: TextWriter,
    onAnchor: AnchorListener,
    language: string | undefined,
    onLetters?: LettersListener,
  ) {
    this.#to = to;
    this.#onAnchor = onAnchor;
    this.#onLetters = onLetters;
    this.#language = language;
    this.#draft = new InlineDraft([]);
  }

  get hasInk(): boolean {
    return this.#draft.hasInk;
  }

  /** `node`: the text that the letters are all of, if they are. */
  text(letters: string, node?: DomNode): void {
    const source = this.#onLetters && node;
    if (this.scope.isCode) return this.#draft.keptText(letters, source);
    if (!this.scope.isFlat && this.#draft.isAtParagraphBreak(letters))
      this.#flush();
    this.#draft.text(letters, source);
  }

  lineBreak(): void {
    if (this.scope.isCode) this.#draft.keptText("\n");
    else if (this.scope.heading > 0) this.#draft.text(" ");
    else this.#draft.lineBreak();
  }

  /** A block ends or begins here. */
  boundary(): void {
    // Lines of a program may each be a block of their own.
    if (this.#drafts.length > 0 || this.scope.isCode) this.#draft.softBreak();
    else this.#flush();
  }

  /** Ends a block in which boundaries are only line breaks. */
  endCode(): void {
    this.#flush();
  }

  /** Opens marks. @returns how many, to be closed */
  openMarks(marks: readonly OpenMark[]): number {
    let opened = 0;
    for (const mark of marks) {
      if (this.#marks.length >= MAX_MARKS) break;
      this.#marks.push(mark);
      this.#draft.open(mark);
      opened += 1;
    }
    return opened;
  }

  closeMarks(count: number): void {
    for (let index = 0; index < count; index += 1) {
      this.#marks.pop();
      this.#draft.close();
    }
  }

  anchor(id: string): void {
    this.#draft.anchor(id);
  }

  page(label: string): void {
    this.#draft.page(label);
  }

  /** Letters go to a draft of their own until `restore`. */
  divert(): void {
    this.#drafts.push(this.#draft);
    this.#draft = new InlineDraft(this.#marks);
  }

  /** Ends what `divert` began. */
  restore(): InlineDraft {
    const diverted = this.#draft;
    diverted.finish();
    this.#draft = this.#drafts.pop() ?? new InlineDraft(this.#marks);
    return diverted;
  }

  /** A picture at this place; in the middle of a text it follows the text. */
  picture(picture: Picture): void {
    if (this.#drafts.length > 0) {
      if (picture.resource !== undefined) this.#pictures.push(picture);
      else if (picture.alt && !this.#draft.hasInk)
        this.#draft.text(picture.alt);
    } else if (this.#draft.hasInk) this.#pictures.push(picture);
    else this.figure(picture);
  }

  /** Writes a picture with its caption, or with its description in its place. */
  figure(picture: Picture, caption?: InlineDraft): void {
    const isRepeated =
      !caption?.hasInk &&
      picture.resource === undefined &&
      picture.alt === this.#lastAlt;
    if (isRepeated) return;
    const text = caption?.hasInk ? caption : new InlineDraft([]);
    if (text !== caption) text.keptText(picture.alt ?? "");
    if (caption && text !== caption) text.takePlaces(caption);
    text.takePlaces(this.#draft);
    this.#emit("figure", text, {
      ...(picture.resource === undefined ? {} : { resource: picture.resource }),
      ...(picture.alt === undefined ? {} : { alt: picture.alt }),
    });
    this.#lastAlt = picture.alt;
  }

  /** Writes a draft as a paragraph of its own. */
  paragraph(draft: InlineDraft): void {
    if (draft.hasInk) this.#emitByScope(draft);
    else this.#draft.takePlaces(draft);
  }

  /** A rule stands between two blocks: where none follows but footnotes, it is left out. */
  rule(): void {
    this.boundary();
    this.#isRuleWaiting ||=
      this.#drafts.length === 0 && !this.scope.note && this.#hasBlocks;
  }

  table(rows: readonly (readonly DraftCell[])[]): void {
    const places = new InlineDraft([]);
    places.takePlaces(this.#draft);
    const extra = this.#extra();
    this.#write(() =>
      this.#to.table(
        rows.map((row, rowIndex) =>
          row.map(({ draft, ...cell }, column) => ({
            ...cell,
            fill: () => {
              if (rowIndex === 0 && column === 0) this.#play(places);
              if (draft) this.#play(draft);
            },
          })),
        ),
        extra,
      ),
    );
    this.#releasePictures();
  }

  /** Writes what is left: the last block, then the footnotes. */
  finish(): void {
    this.#flush();
    for (const blocks of this.#notes.values())
      for (const write of blocks) write();
    this.#draft.tellPlaces(
      (id) => this.#onAnchor(id, this.#to.length),
      (label) => this.#to.page(label),
    );
  }

  #flush(): void {
    const draft = this.#draft;
    if (draft.hasInk) {
      draft.finish();
      this.#draft = new InlineDraft(this.#marks);
      this.#emitByScope(draft);
    } else draft.dropSpace();
    this.#releasePictures();
  }

  #releasePictures(): void {
    if (this.#drafts.length > 0) return;
    const pictures = this.#pictures;
    this.#pictures = [];
    pictures.forEach((picture) => this.figure(picture));
  }

  #emitByScope(draft: InlineDraft): void {
    const { isCode, heading, quote, item, note } = this.scope;
    if (isCode) return this.#emit("code", draft, {});
    if (note && !note.hasBegun) {
      dropMarker(draft, note);
      note.hasBegun = true;
    }
    if (heading > 0 && draft.length <= MAX_HEADING && !note)
      return this.#emit("heading", draft, { level: heading });
    if (item && !item.isUsed) {
      item.isUsed = true;
      const { level, number } = item;
      return this.#emit("list-item", draft, {
        level: Math.min(level, MAX_LEVEL),
        ...(number === undefined ? {} : { number }),
      });
    }
    if (quote > 0)
      return this.#emit("quotation", draft, {
        level: Math.min(quote, MAX_LEVEL),
      });
    this.#emit(note ? "footnote" : "paragraph", draft, {});
  }

  #emit(kind: BlockKind, draft: InlineDraft, own: BlockExtra): void {
    const extra = this.#extra();
    this.#write(() =>
      this.#to.block(kind, { ...own, ...extra }, () => this.#play(draft)),
    );
  }

  #play(draft: InlineDraft): void {
    draft.play(this.#to, this.#onAnchor, this.#onLetters);
  }

  #write(write: () => void): void {
    const { note } = this.scope;
    this.#lastAlt = undefined;
    if (!note) {
      if (this.#isRuleWaiting) this.#to.block("rule", {}, () => undefined);
      this.#isRuleWaiting = false;
      this.#hasBlocks = true;
      return write();
    }
    const blocks = this.#notes.get(note.label);
    if (blocks) blocks.push(write);
    else this.#notes.set(note.label, [write]);
  }

  #extra(): BlockExtra {
    const { language, isRightToLeft, note } = this.scope;
    return {
      ...(note ? { label: note.label } : {}),
      ...(language && language !== this.#language ? { language } : {}),
      ...(isRightToLeft ? { direction: "rtl" as const } : {}),
    };
  }
}

/** A cell of a table with its letters; none for a place that another cell spans. */
export interface DraftCell extends Omit<CellSource, "fill"> {
  readonly draft?: InlineDraft;
}

/** The note's own label at its beginning is shown beside it already. */
function dropMarker(draft: InlineDraft, note: NoteScope): void {
  if (note.hasLostMarker) draft.dropLeading(/^[\s\])}.:,|[({]+/u);
  if (!note.mayHoldMarker) return;
  const label = note.label.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  draft.dropLeading(
    new RegExp(`^\\s*[[({]?\\s*${label}\\s*[\\])}.:]{0,2}(?:\\s+|$)`, "u"),
  );
}
