import type { TextWriter } from "#domain/text/text-writer";
import { BlockFlow } from "./block-flow";
import {
  isElement,
  isText,
  nameOf,
  type DomElement,
  type DomNode,
} from "./dom";
import {
  headingLevel,
  isBlockName,
  isDroppedName,
  isPreformattedName,
} from "./elements";
import { FigureReader } from "./figure-reader";
import { findNotes, type FoundNotes } from "./find-notes";
import { isHidden } from "./hidden";
import type { LettersListener } from "./inline-draft";
import { InlineReader } from "./inline-reader";
import { ListReader } from "./list-reader";
import { NoteLabels } from "./note-labels";
import { pageLabelOf } from "./page-break";
import { OUTER_SCOPE } from "./scope";
import { languageOf, surroundings } from "./surroundings";
import { TableReader } from "./table-reader";

/** What the walk asks of the reader around it. Everything may be absent. */
export interface DomOptions {
  /** The id of the resource that a picture's address means; `undefined` where its bytes are not at hand. */
  readonly resolveImage?: (src: string) => string | undefined;
  /** The target to be written for a link's address; `undefined` leaves plain text. */
  readonly resolveLink?: (href: string) => string | undefined;
  /** Told at which offset of the canonical text each element with an id (or a named anchor) begins. */
  readonly onAnchor?: (id: string, offset: number) => void;
  /** Told which letters of the canonical text come from which text of the document; of what is made here, nothing. */
  readonly onLetters?: LettersListener;
  /** BCP 47, of the whole item: blocks in another language say so. Without it, that of the root. */
  readonly language?: string | undefined;
  /** Of what surrounds the root, where that is not in the tree any more. */
  readonly direction?: "rtl";
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
  readonly #lists: ListReader;
  readonly #inline: InlineReader;

  constructor(root: DomElement, to: TextWriter, options: DomOptions) {
    this.#root = root;
    this.#options = options;
    const around = surroundings(root);
    this.#flow = new BlockFlow(
      to,
      options.onAnchor ?? NOTHING,
      options.language ?? around.language,
      options.onLetters,
    );
    this.#flow.scope = {
      ...OUTER_SCOPE,
      ...around,
      isRightToLeft: around.isRightToLeft || options.direction === "rtl",
    };
    this.#notes =
      options.foundNotes ??
      findNotes(
        root,
        options.notes ?? new NoteLabels(),
        options.noteKey ?? localKey,
      );
    this.#figures = new FigureReader(this.#flow, options);
    this.#tables = new TableReader(this.#flow);
    this.#lists = new ListReader(this.#flow);
    this.#inline = new InlineReader(
      this.#flow,
      this.#notes,
      this.#figures,
      options.resolveLink ?? (() => undefined),
    );
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
      this.#flow.text(node.textContent ?? "", node);
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
    return this.#inline.enter(node, name);
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
      if (scope.isFlat || scope.isCode) return NOTHING;
      flow.scope = { ...scope, isCode: true };
      return () => flow.endCode();
    }
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
      case "summary": {
        const opened = flow.openMarks([{ kind: "strong" }]);
        return () => flow.closeMarks(opened);
      }
      default:
        return (
          this.#lists.enter(element, name) ??
          this.#figures.enter(element, name) ??
          this.#tables.enter(element, name) ??
          NOTHING
        );
    }
  }
}

function localKey(href: string): string | undefined {
  return href.startsWith("#") ? href : undefined;
}
