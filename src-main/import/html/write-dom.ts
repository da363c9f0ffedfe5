import type { TextWriter } from "#domain/text/text-writer";
import { BlockFlow, OUTER_SCOPE, type ItemHead } from "./block-flow";
import {
  isElement,
  isText,
  nameOf,
  oneLine,
  textWithin,
  type DomElement,
  type DomNode,
} from "./dom";
import {
  headingLevel,
  isBlockName,
  isDroppedName,
  isListName,
  isMediaName,
  isPreformattedName,
} from "./elements";
import { FigureReader } from "./figure-reader";
import { findNotes, type FoundNotes } from "./find-notes";
import { isHidden } from "./hidden";
import { marksOf } from "./inline-marks";
import { mathText } from "./math-text";
import { NoteLabels } from "./note-labels";
import { pageLabelOf } from "./page-break";
import { TableReader } from "./table-reader";

/** What the walk asks of the reader around it. Everything may be absent. */
export interface DomOptions {
  /** The id of the resource that a picture's address means; `undefined` where its bytes are not at hand. */
  readonly resolveImage?: (src: string) => string | undefined;
  /** The target to be written for a link's address; `undefined` leaves plain text. */
  readonly resolveLink?: (href: string) => string | undefined;
  /** Told at which offset of the canonical text each element with an id (or a named anchor) begins. */
  readonly onAnchor?: (id: string, offset: number) => void;
  /** BCP 47, of the whole item: blocks in another language say so. Without it, that of the root. */
  readonly language?: string | undefined;
  /** Labels of footnotes, shared by the parts of one item; its own for each call without. */
  readonly notes?: NoteLabels;
  /**
   * The item-wide name of the place that an address means, asked of links (`notes.xhtml#n1`) and of ids (as `#n1`).
   * Without it, only places in the same document are known.
   */
  readonly noteKey?: (href: string) => string | undefined;
  /** Footnotes that were found already; else they are looked for. */
  readonly foundNotes?: FoundNotes;
}

/** Elements of the DOM library fit in too. */
export type DomRoot = DomElement | object;

/**
 * Writes an element of an HTML or XHTML document, with all it holds, as blocks. Iterative and linear in time; marks
 * and formulas nest only as deep as can be seen. Footnotes come last.
 */
export function writeDom(
  root: DomRoot,
  to: TextWriter,
  options: DomOptions = {},
): void {
  new DomWalk(root as DomElement, to, options).run();
}

/** What is to be done on leaving an element; `undefined` for one that is not entered. */
type Leave = (() => void) | undefined;

const NOTHING = (): void => undefined;

class DomWalk {
  readonly #root: DomElement;
  readonly #options: DomOptions;
  readonly #flow: BlockFlow;
  readonly #notes: FoundNotes;
  readonly #figures: FigureReader;
  readonly #tables: TableReader;
  /** Numbers of the ordered lists around. */
  readonly #lists: { next?: number; readonly step: number }[] = [];
  #isInReference = false;

  constructor(root: DomElement, to: TextWriter, options: DomOptions) {
    this.#root = root;
    this.#options = options;
    const around = surroundings(root);
    this.#flow = new BlockFlow(
      to,
      options.onAnchor ?? NOTHING,
      options.language ?? around.language,
    );
    this.#flow.scope = { ...OUTER_SCOPE, ...around };
    this.#notes =
      options.foundNotes ??
      findNotes(
        root,
        options.notes ?? new NoteLabels(),
        options.noteKey ?? localKey,
      );
    this.#figures = new FigureReader(this.#flow, options);
    this.#tables = new TableReader(this.#flow);
  }

  run(): void {
    const open: { readonly node: DomNode; readonly leave: () => void }[] = [];
    let node: DomNode | null = this.#root;
    while (node) {
      const leave = this.#enter(node);
      if (leave) open.push({ node, leave });
      const inside: DomNode | null = leave ? node.firstChild : null;
      if (inside) {
        node = inside;
        continue;
      }
      for (;;) {
        if (open.at(-1)?.node === node) open.pop()?.leave();
        if (node === this.#root) return this.#flow.finish();
        const next: DomNode | null = node.nextSibling;
        if (next) {
          node = next;
          break;
        }
        node = node.parentNode;
        if (!node) return this.#flow.finish();
      }
    }
  }

  #enter(node: DomNode): Leave {
    if (isText(node)) {
      this.#flow.text(node.textContent ?? "");
      return undefined;
    }
    if (!isElement(node)) return undefined;
    const name = nameOf(node);
    if (isDroppedName(name) || isHidden(node)) return undefined;
    const label = pageLabelOf(node);
    if (label !== undefined) {
      this.#anchors(node, name);
      this.#flow.page(label);
      return undefined;
    }
    if (isBlockName(name) || this.#notes.notes.has(node))
      return this.#enterBlock(node, name);
    this.#anchors(node, name);
    return this.#enterInline(node, name);
  }

  #anchors(element: DomElement, name: string): void {
    if (!this.#options.onAnchor) return;
    const id = element.getAttribute("id");
    if (id) this.#flow.anchor(id);
    const anchor = name === "a" ? element.getAttribute("name") : null;
    if (anchor && anchor !== id) this.#flow.anchor(anchor);
  }

  #enterBlock(element: DomElement, name: string): Leave {
    const flow = this.#flow;
    flow.boundary();
    const outer = flow.scope;
    const language = languageOf(element);
    const direction = element.getAttribute("dir")?.toLowerCase();
    if (language) flow.scope = { ...flow.scope, language };
    if (direction === "rtl" || direction === "ltr")
      flow.scope = { ...flow.scope, isRightToLeft: direction === "rtl" };
    const label = this.#notes.notes.get(element);
    const leave =
      label === undefined
        ? this.#enterNamedBlock(element, name)
        : this.#enterNote(name, label);
    this.#anchors(element, name);
    if (!leave) {
      flow.scope = outer;
      return undefined;
    }
    return () => {
      flow.boundary();
      leave();
      flow.scope = outer;
    };
  }

  #enterNote(name: string, label: string): Leave {
    const flow = this.#flow;
    // What stands between the tags of the list is not part of it.
    flow.scope = {
      ...flow.scope,
      heading: 0,
      quote: 0,
      list: 0,
      item: undefined,
      note: {
        label,
        mayHoldMarker: name !== "li",
        hasLostMarker: false,
        hasBegun: false,
      },
    };
    return NOTHING;
  }

  #enterNamedBlock(element: DomElement, name: string): Leave {
    const flow = this.#flow;
    const { scope } = flow;
    const heading = headingLevel(name);
    if (heading > 0) {
      flow.scope = { ...scope, heading };
      return NOTHING;
    }
    if (isPreformattedName(name)) {
      flow.scope = { ...scope, isCode: !scope.isFlat };
      return NOTHING;
    }
    if (isListName(name)) return this.#enterList(element, name);
    switch (name) {
      case "hr":
        flow.rule();
        return undefined;
      case "blockquote":
        flow.scope = {
          ...scope,
          quote: scope.quote + 1,
          list: 0,
          item: undefined,
        };
        return NOTHING;
      case "li":
        return this.#enterItem(element);
      case "dl":
        flow.scope = { ...scope, list: scope.list + 1, item: undefined };
        return NOTHING;
      case "dd":
        flow.scope = { ...scope, item: newItem(scope.list) };
        return NOTHING;
      case "dt":
      case "summary": {
        const opened = flow.openMarks([{ kind: "strong" }]);
        return () => flow.closeMarks(opened);
      }
      default:
        return (
          this.#figures.enter(element, name) ??
          this.#tables.enter(element, name) ??
          NOTHING
        );
    }
  }

  #enterList(element: DomElement, name: string): Leave {
    const flow = this.#flow;
    flow.scope = { ...flow.scope, list: flow.scope.list + 1, item: undefined };
    this.#lists.push(name === "ol" ? numbering(element) : { step: 0 });
    return () => void this.#lists.pop();
  }

  #enterItem(element: DomElement): Leave {
    const flow = this.#flow;
    const list = this.#lists.at(-1);
    let number: number | undefined;
    if (list?.next !== undefined) {
      number = integer(element.getAttribute("value")) ?? list.next;
      list.next = number + list.step;
    }
    flow.scope = { ...flow.scope, item: newItem(flow.scope.list, number) };
    return NOTHING;
  }

  #enterInline(element: DomElement, name: string): Leave {
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
    const target =
      href === null ? undefined : this.#options.resolveLink?.(href.trim());
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

function localKey(href: string): string | undefined {
  return href.startsWith("#") ? href : undefined;
}

/** What to show in place of a recording; a reproach to the reader's program is not worth showing. */
function enterMedia(element: DomElement): Leave {
  const text = textWithin(element, 300);
  if (text.includes("<")) return undefined;
  return /\bbrowser\b|\bplug-?in\b|\bjavascript\b/iu.test(text)
    ? undefined
    : NOTHING;
}

function newItem(depth: number, number?: number): ItemHead {
  return {
    level: Math.max(1, depth),
    ...(number === undefined ? {} : { number }),
    isUsed: false,
  };
}

function numbering(list: DomElement): { next: number; step: number } {
  const isReversed = list.getAttribute("reversed") !== null;
  const start = integer(list.getAttribute("start"));
  return {
    next: start ?? (isReversed ? countItems(list) : 1),
    step: isReversed ? -1 : 1,
  };
}

function countItems(list: DomElement): number {
  let count = 0;
  for (let at = list.firstChild; at; at = at.nextSibling)
    if (isElement(at) && nameOf(at) === "li") count += 1;
  return count;
}

function integer(value: string | null): number | undefined {
  return value !== null && /^\s*-?\d{1,7}\s*$/u.test(value)
    ? Number(value)
    : undefined;
}

function languageOf(element: DomElement): string | undefined {
  const language =
    element.getAttribute("lang") ?? element.getAttribute("xml:lang");
  return language && /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/iu.test(language.trim())
    ? language.trim()
    : undefined;
}

/** Language and direction that hold where the root stands. */
function surroundings(root: DomElement): {
  language?: string;
  isRightToLeft: boolean;
} {
  let language: string | undefined;
  let direction: string | undefined;
  for (let at: DomNode | null = root; at; at = at.parentNode) {
    if (!isElement(at)) continue;
    language ??= languageOf(at);
    direction ??= at.getAttribute("dir")?.toLowerCase();
  }
  return {
    ...(language === undefined ? {} : { language }),
    isRightToLeft: direction === "rtl",
  };
}
