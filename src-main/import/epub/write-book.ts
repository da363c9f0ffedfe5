import type { SourcePlacesFile } from "#domain/cfi/source-places-file";
import type { StructuredText } from "#domain/text/blocks";
import { TextWriter } from "#domain/text/text-writer";
import type { Archive } from "../archive/archive";
import { isElement, nameOf, nextNode, type DomElement } from "../html/dom";
import { writeDom } from "../html/write-dom";
import type { ReadContext, ReadResource, ReadWarning } from "../reader";
import { BookAnchors } from "./book-anchors";
import type { BookFiles, BookPlace } from "./book-files";
import { BookNotes } from "./book-notes";
import { BookPictures } from "./book-pictures";
import { choosePart, type PartKind } from "./choose-part";
import { parseContent } from "./parse-content";
import { PlaceRecorder } from "./place-recorder";
import { decodeMarkup } from "./read-markup";
import type { BookPackage, ManifestItem, SpineItem } from "./read-package";
import { drawnPage, writeSvg } from "./write-svg";

/** The text of a book, with the places that its contents and links lead to. */
export interface WrittenBook {
  readonly structured: StructuredText;
  readonly anchors: BookAnchors;
  /** Where the letters stand in the book's documents. */
  readonly places: SourcePlacesFile;
  /** Places that links lead to, by the number they stand for as a mark's target. */
  readonly linked: readonly BookPlace[];
  readonly resources: readonly ReadResource[];
  readonly warnings: readonly ReadWarning[];
}

/** Writes all parts of a book's spine, one after the other, into one canonical text. */
export async function writeBook(
  archive: Archive,
  files: BookFiles,
  book: BookPackage,
  language: string | undefined,
  version: number,
  context: ReadContext,
): Promise<WrittenBook> {
  const walk = new BookWalk(archive, files, book, language);
  for (const [index, item] of book.spine.entries()) {
    await walk.part(item);
    context.progress((index + 1) / book.spine.length);
  }
  return walk.finish(version);
}

class BookWalk {
  readonly #archive: Archive;
  readonly #files: BookFiles;
  readonly #language: string | undefined;
  readonly #book: BookPackage;
  readonly #places: PlaceRecorder;
  readonly #to = new TextWriter();
  readonly #anchors = new BookAnchors();
  readonly #pictures: BookPictures;
  readonly #notes = new BookNotes();
  readonly #linked: BookPlace[] = [];
  readonly #linkNumbers = new Map<string, string>();
  readonly #warnings: ReadWarning[] = [];
  readonly #repaired: string[] = [];

  constructor(
    archive: Archive,
    files: BookFiles,
    book: BookPackage,
    language: string | undefined,
  ) {
    this.#archive = archive;
    this.#files = files;
    this.#book = book;
    this.#language = language;
    this.#places = new PlaceRecorder(book.spineStep);
    this.#pictures = new BookPictures(archive, files, book);
  }

  /** Writes one part; what cannot be read is left out with a warning, so that the rest of the book is not lost. */
  async part(listed: SpineItem): Promise<void> {
    const { item, kind } = choosePart(this.#book, listed);
    // What is read in a part's place is not where others are led to.
    this.#places.startPart(
      item.path === listed.path ? listed.itemref : undefined,
    );
    this.#anchors.startDocument(listed.path, this.#to.length);
    this.#anchors.startDocument(item.path, this.#to.length);
    const bytes = await this.#archive.read(item.path);
    if (!bytes.ok) {
      this.#warn("book-part-missing", `${item.path}: ${bytes.failure.detail}`);
      return;
    }
    if (kind === "picture") {
      const resource = this.#pictures.add(bytes.value);
      this.#to.block("figure", resource ? { resource } : {}, () => undefined);
    } else await this.#markup(item, kind, bytes.value);
  }

  finish(version: number): WrittenBook {
    const [repaired] = this.#repaired;
    if (repaired !== undefined)
      this.#warn(
        "book-parts-repaired",
        `${this.#repaired.length}, first ${repaired}`,
      );
    const structured = this.#to.finish(version, this.#language);
    this.#anchors.settle(structured.blocks);
    return {
      structured,
      places: this.#places.finish(structured.text.length),
      anchors: this.#anchors,
      linked: this.#linked,
      resources: this.#pictures.all,
      warnings: [...this.#warnings, ...this.#pictures.warnings],
    };
  }

  async #markup(
    { path, mediaType }: ManifestItem,
    kind: PartKind | undefined,
    bytes: Uint8Array,
  ): Promise<void> {
    const markup = decodeMarkup(bytes);
    if (
      kind === undefined &&
      !/<(?:html|svg)[\s>]/iu.test(markup.slice(0, 4_096))
    )
      return this.#warn("book-part-unreadable", `${path}: ${mediaType}`);
    const parsed = parseContent(markup);
    if (!parsed)
      return this.#warn("book-part-unreadable", `${path}: no markup`);
    if (parsed.isRepaired) this.#repaired.push(path);
    if (parsed.isCut) {
      this.#warn("entities-cut", path);
      this.#places.startPart(undefined);
    }
    const { root } = parsed;
    await this.#pictures.load(pictureSources(root), path);
    const resolveImage = (source: string): string | undefined =>
      this.#pictures.find(source, path);
    const onAnchor = (id: string, offset: number): void =>
      this.#anchors.add(path, id, offset);
    const isDrawing = nameOf(root) === "svg";
    const body = isDrawing ? root : bodyOf(root);
    const drawings = isDrawing ? [root] : drawnPage(body);
    for (const drawing of drawings)
      writeSvg(drawing, this.#to, {
        resolveImage,
        onAnchor,
        whole: () => (isDrawing ? this.#pictures.add(bytes) : undefined),
      });
    if (drawings.length > 0) return;
    const noteKey = (href: string): string | undefined =>
      this.#noteKey(href, path);
    this.#notes.mark(root, noteKey);
    writeDom(body, this.#to, {
      resolveImage,
      onAnchor,
      onLetters: this.#places.letters,
      resolveLink: (href) => this.#linkTarget(href, path),
      noteKey,
      notes: this.#notes.labels,
      language: this.#languageOf(root),
    });
    this.#notes.remember(root, noteKey);
  }

  /** "en" in a book of "en-GB" is no other language. */
  #languageOf(root: DomElement): string | undefined {
    const own = root.getAttribute("xml:lang") ?? root.getAttribute("lang");
    const isSame =
      own?.split("-")[0]?.toLowerCase() ===
      this.#language?.split("-")[0]?.toLowerCase();
    return isSame && own !== null ? own : this.#language;
  }

  /** Links inside the book get their offset when all of it is written; till then a number stands for the place. */
  #linkTarget(href: string, base: string): string | undefined {
    if (/^(?:https?|mailto):/iu.test(href)) return href;
    const place = this.#files.resolve(href, base);
    if (!place) return undefined;
    const key = `${place.path}#${place.fragment ?? ""}`;
    const known = this.#linkNumbers.get(key);
    if (known !== undefined) return known;
    const number = `#${this.#linked.push(place) - 1}`;
    this.#linkNumbers.set(key, number);
    return number;
  }

  #noteKey(href: string, base: string): string | undefined {
    const place = this.#files.resolve(href, base);
    return place?.fragment === undefined
      ? undefined
      : `${place.path}#${place.fragment}`;
  }

  #warn(code: string, detail: string): void {
    this.#warnings.push({ code, detail });
  }
}

const PICTURE_NAMES = /^(?:img|image|input)$/u;

function pictureSources(root: DomElement): ReadonlySet<string> {
  const sources = new Set<string>();
  for (let node = nextNode(root, root); node; node = nextNode(node, root)) {
    if (!isElement(node) || !PICTURE_NAMES.test(nameOf(node))) continue;
    for (const attribute of ["src", "xlink:href", "href"]) {
      const source = node.getAttribute(attribute);
      if (source) sources.add(source);
    }
  }
  return sources;
}

function bodyOf(root: DomElement): DomElement {
  for (let at = root.firstChild; at; at = at.nextSibling)
    if (isElement(at) && nameOf(at) === "body") return at;
  return root;
}
