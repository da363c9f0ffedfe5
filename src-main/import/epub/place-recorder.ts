import {
  PLACES_VERSION,
  type PartPlaces,
  type SourcePlacesFile,
} from "#domain/cfi/source-places-file";
import type { CfiStep } from "#domain/cfi/cfi";
import type { WrittenLetters } from "../html/inline-draft";
import { foldedPieces } from "./folded-pieces";
import type { Itemref } from "./read-package";
import { XmlDomElement, XmlDomText } from "./xml-dom";

/** Ids that are longer, or hold what no id may, are not asserted. */
const LONGEST_ID = 200;
const NO_ID = /[\s\p{Cc}\p{Cs}]/u;

/** Behind the metadata and the manifest. */
const USUAL_SPINE: CfiStep = { step: 6 };

interface OpenPart extends PartPlaces {
  readonly elements: number[];
  readonly ids: [number, string][];
  readonly chunks: number[];
  /** Numbers of elements in this part, and of chunks in the book, by the first text seen of each. */
  readonly elementNumbers: Map<XmlDomElement, number>;
  readonly chunkNumbers: Map<XmlDomElement, Map<number, number>>;
}

interface Segment {
  offset: number;
  readonly chunk: number;
  readonly raw: number;
  length: number;
}

/** Notes where the letters of a book's text come from while it is written, for EPUB CFIs. */
export class PlaceRecorder {
  readonly #spine: CfiStep | undefined;
  readonly #parts: OpenPart[] = [];
  readonly #segments: Segment[] = [];
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
        elementNumbers: new Map(),
        chunkNumbers: new Map(),
      };
    if (this.#part) this.#parts.push(this.#part);
  }

  /** Notes letters; those that come from a document that had to be repaired have no place that others would find. */
  letters({ source, skipped, isKept, offset, length }: WrittenLetters): void {
    if (!this.#part || !(source instanceof XmlDomText)) return;
    const chunk = this.#chunkOf(this.#part, source);
    for (const piece of foldedPieces(source.textContent, isKept)) {
      const from = Math.max(piece.at, skipped);
      const to = Math.min(piece.at + piece.length, skipped + length);
      if (to > from)
        this.#add({
          offset: offset + from - skipped,
          chunk,
          raw: source.start + piece.raw + from - piece.at,
          length: to - from,
        });
    }
  }

  /** What was noted of a text of `length` units; nothing is a finding too. */
  finish(length: number): SourcePlacesFile {
    this.#cutTo(length);
    return {
      version: PLACES_VERSION,
      spine: this.#spine ?? USUAL_SPINE,
      parts: this.#parts.map(({ step, id, idref, elements, ids, chunks }) => ({
        step,
        ...(id === undefined ? {} : { id }),
        idref,
        elements,
        ids,
        chunks,
      })),
      segments: coded(this.#segments),
    };
  }

  #add(segment: Segment): void {
    this.#cutTo(segment.offset);
    const last = this.#segments.at(-1);
    const isNext =
      last?.chunk === segment.chunk &&
      last.offset + last.length === segment.offset &&
      last.raw + last.length === segment.raw;
    if (isNext) last.length += segment.length;
    else this.#segments.push(segment);
  }

  /** Letters that were written and taken away again: others stand there, or none. */
  #cutTo(length: number): void {
    for (
      let last = this.#segments.at(-1);
      last && last.offset + last.length > length;
      last = this.#segments.at(-1)
    ) {
      if (last.offset < length) last.length = length - last.offset;
      else this.#segments.pop();
    }
  }

  #chunkOf(part: OpenPart, text: XmlDomText): number {
    const parent = text.parentNode;
    let chunks = part.chunkNumbers.get(parent);
    if (!chunks) part.chunkNumbers.set(parent, (chunks = new Map()));
    let chunk = chunks.get(text.step);
    if (chunk === undefined) {
      chunks.set(text.step, (chunk = this.#chunks));
      this.#chunks += 1;
      part.chunks.push(elementOf(part, parent), text.step, chunkLength(text));
    }
    return chunk;
  }
}

/** Number of an element in its part's list; those around it are put there before it. */
function elementOf(part: OpenPart, element: XmlDomElement): number {
  const missing: XmlDomElement[] = [];
  let at = element;
  // The root and the document around it are not in the list: steps count from the root.
  while (at.parentNode?.parentNode && !part.elementNumbers.has(at)) {
    missing.push(at);
    at = at.parentNode;
  }
  let number = part.elementNumbers.get(at) ?? -1;
  for (const each of missing.reverse()) {
    const parent = number;
    number = part.elements.length / 2;
    part.elementNumbers.set(each, number);
    part.elements.push(number - parent, each.step);
    const id = each.getAttribute("id") ?? each.getAttribute("xml:id");
    if (isAssertable(id)) part.ids.push([number, id]);
  }
  return number;
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

function coded(segments: readonly Segment[]): number[] {
  const numbers: number[] = [];
  let [end, chunk, rawEnd] = [0, 0, 0];
  for (const each of segments) {
    const from = each.chunk === chunk ? rawEnd : 0;
    numbers.push(
      each.offset - end,
      each.chunk - chunk,
      each.raw - from,
      each.length,
    );
    end = each.offset + each.length;
    chunk = each.chunk;
    rawEnd = each.raw + each.length;
  }
  return numbers;
}
