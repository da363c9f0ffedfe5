import type { BlockFlow } from "./block-flow";
import { oneLine, textWithin, type DomElement } from "./dom";
import { isMediaName } from "./elements";
import type { FigureReader } from "./figure-reader";
import type { FoundNotes } from "./find-notes";
import { isLineNumber } from "./line-number";
import { marksOf } from "./inline-marks";
import { mathText } from "./math-text";

/** What is to be done on leaving an element; `undefined` for one that is not entered. */
type Leave = (() => void) | undefined;

const NOTHING = (): void => undefined;

/** Reads what stands inside of blocks: marks, links, references, formulas, pictures, line breaks. */
export class InlineReader {
  readonly #flow: BlockFlow;
  readonly #notes: FoundNotes;
  readonly #figures: FigureReader;
  readonly #resolveLink: (href: string) => string | undefined;
  #isInReference = false;

  constructor(
    flow: BlockFlow,
    notes: FoundNotes,
    figures: FigureReader,
    resolveLink: (href: string) => string | undefined,
  ) {
    this.#flow = flow;
    this.#notes = notes;
    this.#figures = figures;
    this.#resolveLink = resolveLink;
  }

  /** Enters an inline element. @returns what is to be done on leaving it; `undefined` where it is not entered */
  enter(element: DomElement, name: string): Leave {
    const flow = this.#flow;
    if (this.#notes.backLinks.has(element)) {
      const { note } = flow.scope;
      if (note && !note.hasBegun && !flow.hasInk) note.hasLostMarker = true;
      return undefined;
    }
    const label = this.#notes.references.get(element);
    if (label !== undefined) return this.#enterReference(label);
    if (this.#isInReference && name !== "br") return NOTHING;
    switch (name) {
      case "br":
        flow.lineBreak();
        return undefined;
      case "img":
      case "image":
      case "svg":
        this.#figures.picture(element, name);
        return undefined;
      case "math":
        return this.#writeFormula(element);
      case "rt":
        return this.#enterReading(element);
      case "q":
        flow.text("“");
        return () => flow.text("”");
      case "a":
        return this.#enterLink(element, name);
      default:
        if (isMediaName(name)) return enterMedia(element);
        if (isLineNumber(element)) return this.#enterApart(element, name);
        return this.#enterMarks(element, name);
    }
  }

  #enterReference(label: string): Leave {
    const flow = this.#flow;
    const opened = flow.openMarks([
      { kind: "footnote-reference", target: label },
    ]);
    this.#isInReference = true;
    return () => {
      flow.closeMarks(opened);
      this.#isInReference = false;
    };
  }

  #enterLink(element: DomElement, name: string): Leave {
    const href = element.getAttribute("href");
    const target = href === null ? undefined : this.#resolveLink(href.trim());
    const marks = this.#marks(element, name);
    const opened = this.#flow.openMarks(
      target === undefined
        ? marks
        : [{ kind: "link" as const, target }, ...marks],
    );
    return () => this.#flow.closeMarks(opened);
  }

  #enterMarks(element: DomElement, name: string): Leave {
    const opened = this.#flow.openMarks(this.#marks(element, name));
    return opened === 0 ? NOTHING : () => this.#flow.closeMarks(opened);
  }

  /** What stands apart on the page is a word of its own. */
  #enterApart(element: DomElement, name: string): Leave {
    this.#flow.text(" ");
    const leave = this.#enterMarks(element, name);
    return () => {
      leave?.();
      this.#flow.text(" ");
    };
  }

  #marks(element: DomElement, name: string) {
    const { isCode, heading } = this.#flow.scope;
    return marksOf(element, name)
      .filter((kind) => !(isCode && kind === "code"))
      .filter((kind) => !(heading > 0 && kind === "strong"))
      .map((kind) => ({ kind }));
  }

  #writeFormula(element: DomElement): Leave {
    const flow = this.#flow;
    const isBlock = element.getAttribute("display") === "block";
    if (isBlock) flow.boundary();
    const opened = flow.openMarks([{ kind: "formula" }]);
    flow.text(mathText(element));
    flow.closeMarks(opened);
    if (isBlock) flow.boundary();
    return undefined;
  }

  /** How a character is read, in parentheses after it. */
  #enterReading(element: DomElement): Leave {
    if (oneLine(textWithin(element, 20)) === "") return undefined;
    this.#flow.text("(");
    return () => this.#flow.text(")");
  }
}

/** What to show in place of a recording; a reproach to the reader's program is not worth showing. */
function enterMedia(element: DomElement): Leave {
  const text = textWithin(element, 300);
  if (text.includes("<")) return undefined;
  return /\bbrowser\b|\bplug-?in\b|\bjavascript\b/iu.test(text)
    ? undefined
    : NOTHING;
}
