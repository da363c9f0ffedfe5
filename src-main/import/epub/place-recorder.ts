import type { CfiStep } from "#domain/cfi/cfi";
import {
  PLACES_VERSION,
  type PartPlaces,
  type SourcePlacesFile,
} from "#domain/cfi/source-places-file";
import type { LettersListener } from "../html/inline-draft";
import { eachFoldedPiece } from "./folded-pieces";
import type { Itemref } from "./read-package";
import { SegmentRow } from "./segment-row";
import { XmlDomText, type XmlDomElement } from "./xml-dom";

/** Ids that are longer, or hold what no id may, are not asserted. */
const LONGEST_ID = 200;
const NO_ID = /[\s\p{Cc}\p{Cs}]/u;

/** Behind the metadata and the manifest. */
const USUAL_SPINE: CfiStep = { step: 6 };

interface OpenPart extends PartPlaces {
  readonly elements: number[];
  readonly ids: [number, string][];
  readonly chunks: number[];
}

/** Notes where the letters of a book's text come from while it is written, for EPUB CFIs. */
export class PlaceRecorder {
  readonly #spine: CfiStep | undefined;
  readonly #parts: OpenPart[] = [];
  readonly #segments = new SegmentRow();
  #part: OpenPart | undefined;
  #chunks = 0;

  /** Without a step to the spine there is no way to a part, and nothing is noted. */
  constructor(spine: CfiStep | undefined) {
    this.#spine = spine && {
      step: spine.step,
      ...(isAssertable(spine.id) ? { id: spine.id } : {}),
    };
  }

  /** What is written from here on stands in the document of an itemref; of `undefined`, nothing is noted. */
  startPart(itemref: Itemref | undefined): void {
    this.#part = this.#spine &&
      itemref && {
        step: itemref.step,
        ...(isAssertable(itemref.id) ? { id: itemref.id } : {}),
        idref: itemref.idref.slice(0, LONGEST_ID),
        elements: [],
        ids: [],
        chunks: [],
      };
    if (this.#part) this.#parts.push(this.#part);
  }

  /** Notes letters; those that come from a document that had to be repaired have no place that others would find. */
  readonly letters: LettersListener = (origin, offset, length) => {
    const { source, skipped, isKept } = origin;
    if (!this.#part || !(source instanceof XmlDomText)) return;
    const chunk = this.#chunkOf(this.#part, source);
    eachFoldedPiece(source.textContent, isKept, (at, raw, size) => {
      const from = Math.max(at, skipped);
      const to = Math.min(at + size, skipped + length);
      if (to > from)
        this.#segments.add(
          offset + from - skipped,
          chunk,
          source.start + raw + from - at,
          to - from,
        );
    });
  };

  /** What was noted of a text of `length` units; nothing is a finding too. */
  finish(length: number): SourcePlacesFile {
    return {
      version: PLACES_VERSION,
      spine: this.#spine ?? USUAL_SPINE,
      parts: this.#parts,
      segments: this.#segments.finish(length),
    };
  }

  #chunkOf(part: OpenPart, text: XmlDomText): number {
    if (text.chunk >= 0) return text.chunk;
    const before = text.previousSibling;
    const isParted =
      before instanceof XmlDomText &&
      before.step === text.step &&
      before.chunk >= 0;
    if (isParted) return (text.chunk = before.chunk);
    const element = elementOf(part, text.parentNode);
    part.chunks.push(element, text.step, chunkLength(text));
    text.chunk = this.#chunks;
    this.#chunks += 1;
    return text.chunk;
  }
}

/** Number of an element in its part's list; those around it are put there before it. */
function elementOf(part: OpenPart, element: XmlDomElement): number {
  const missing: XmlDomElement[] = [];
  let at = element;
  // The root and the document around it are not in the list: steps count from the root.
  while (at.number < 0 && at.parentNode?.parentNode) {
    missing.push(at);
    at = at.parentNode;
  }
  let parent = at.number;
  for (let index = missing.length - 1; index >= 0; index -= 1) {
    const each = missing[index];
    if (!each) break;
    each.number = part.elements.length / 2;
    part.elements.push(each.number - parent, each.step);
    const id = each.getAttribute("id") ?? each.getAttribute("xml:id");
    if (isAssertable(id)) part.ids.push([each.number, id]);
    parent = each.number;
  }
  return parent;
}

function isAssertable(id: string | null | undefined): id is string {
  return !!id && id.length <= LONGEST_ID && !NO_ID.test(id);
}

/** Letters between two elements, in all the texts that sections and comments have made of them. */
function chunkLength(text: XmlDomText): number {
  let end = text.start + text.textContent.length;
  for (
    let next = text.nextSibling;
    next instanceof XmlDomText && next.step === text.step;
    next = next.nextSibling
  )
    end = next.start + next.textContent.length;
  return end;
}
