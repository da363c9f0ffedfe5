import type { Archive } from "../archive/archive";
import type { BookFiles, BookPlace } from "./book-files";
import { readMarkup } from "./read-markup";
import type { BookPackage } from "./read-package";
import {
  childElement,
  childElements,
  descendants,
  parseXmlTree,
  textOf,
  wordsOf,
  type XmlElement,
} from "./xml-tree";

/** An entry of the book's own contents; one that only gathers others leads nowhere itself. */
export interface BookEntry {
  readonly title: string;
  /** From 1. */
  readonly level: number;
  readonly place?: BookPlace;
}

/** Where a printed page begins. */
export interface BookPage {
  readonly label: string;
  readonly place: BookPlace;
}

/** What a book says about its own order: contents, flattened in their order, and pages. */
export interface BookContents {
  readonly entries: readonly BookEntry[];
  readonly pages: readonly BookPage[];
}

const NCX_TYPE = "application/x-dtbncx+xml";

/** Reads the contents: of the navigation document (EPUB 3), or else of the NCX (EPUB 2). */
export async function readContents(
  archive: Archive,
  files: BookFiles,
  book: BookPackage,
): Promise<BookContents> {
  const items = [...book.manifest.values()];
  const nav = items.find(({ properties }) => properties.includes("nav"));
  const ncx =
    (book.tocId === undefined ? undefined : book.manifest.get(book.tocId)) ??
    items.find(({ mediaType }) => mediaType === NCX_TYPE);
  const ofNav = await readFrom(nav?.path, navContents);
  const ofNcx =
    ofNav.entries.length > 0 && ofNav.pages.length > 0
      ? EMPTY
      : await readFrom(ncx?.path, ncxContents);
  return {
    entries: ofNav.entries.length > 0 ? ofNav.entries : ofNcx.entries,
    pages: ofNav.pages.length > 0 ? ofNav.pages : ofNcx.pages,
  };

  async function readFrom(
    path: string | undefined,
    contentsOf: (root: XmlElement, resolve: Resolve) => BookContents,
  ): Promise<BookContents> {
    const xml =
      path === undefined ? undefined : await readMarkup(archive, path);
    const root = xml ? parseXmlTree(xml) : undefined;
    if (!root || path === undefined) return EMPTY;
    return contentsOf(root, (href) =>
      href === undefined ? undefined : files.resolve(href, path),
    );
  }
}

const EMPTY: BookContents = { entries: [], pages: [] };

type Resolve = (href: string | undefined) => BookPlace | undefined;

function navContents(root: XmlElement, resolve: Resolve): BookContents {
  const navs = descendants(root, "nav");
  const ofType = (type: string): XmlElement | undefined =>
    navs.find((nav) => wordsOf(nav, "type").includes(type));
  const toc =
    ofType("toc") ?? navs.find((nav) => wordsOf(nav, "type").length === 0);
  const pageList = ofType("page-list");
  return {
    entries: toc ? listEntries(toc, 1, resolve) : [],
    pages: pageList ? listEntries(pageList, 1, resolve).flatMap(toPage) : [],
  };
}

/** Entries of the lists inside an element: a list right inside a list, as careless tools write it, is one level deeper. */
function listEntries(
  element: XmlElement,
  level: number,
  resolve: Resolve,
): BookEntry[] {
  return childElements(element).flatMap((child) => {
    if (child.name === "li") return itemEntries(child, level, resolve);
    const isListInList = isList(element) && isList(child);
    return listEntries(child, isListInList ? level + 1 : level, resolve);
  });
}

function itemEntries(
  item: XmlElement,
  level: number,
  resolve: Resolve,
): BookEntry[] {
  const link = firstLink(item);
  const title = titleOf(link) || titleOf(item);
  const place = resolve(link?.attributes.get("href"));
  return [
    ...(title === "" ? [] : [{ title, level, ...(place ? { place } : {}) }]),
    ...childElements(item).flatMap((child) =>
      listEntries(child, isList(child) ? level + 1 : level, resolve),
    ),
  ];
}

function isList({ name }: XmlElement): boolean {
  return name === "ol" || name === "ul";
}

function firstLink(item: XmlElement): XmlElement | undefined {
  for (const child of childElements(item)) {
    const link =
      child.name === "a" ? child : isList(child) ? undefined : firstLink(child);
    if (link) return link;
  }
  return undefined;
}

/** Readings of ruby letters are no part of a title; a picture counts by its description. */
function titleOf(element: XmlElement | undefined): string {
  if (!element) return "";
  const text = textOf(element, ["ol", "ul", "rt", "rp", "script", "style"]);
  if (text !== "") return text;
  const alt = descendants(element, "img")[0]?.attributes.get("alt");
  return (alt ?? element.attributes.get("title") ?? "").trim();
}

function ncxContents(root: XmlElement, resolve: Resolve): BookContents {
  const map = descendants(root, "navMap")[0];
  return {
    entries: map ? pointEntries(map, 1, resolve) : [],
    pages: descendants(root, "pageTarget").flatMap((target) =>
      toPage(pointEntry(target, 1, resolve)),
    ),
  };
}

function pointEntries(
  element: XmlElement,
  level: number,
  resolve: Resolve,
): BookEntry[] {
  return childElements(element, "navPoint").flatMap((point) => {
    const entry = pointEntry(point, level, resolve);
    return [
      ...(entry.title === "" ? [] : [entry]),
      ...pointEntries(point, level + 1, resolve),
    ];
  });
}

function pointEntry(
  point: XmlElement,
  level: number,
  resolve: Resolve,
): BookEntry {
  const label = childElement(point, "navLabel");
  const place = resolve(childElement(point, "content")?.attributes.get("src"));
  const title = label ? textOf(label) : "";
  return { title, level, ...(place ? { place } : {}) };
}

function toPage({ title, place }: BookEntry): BookPage[] {
  return place && title !== "" ? [{ label: title, place }] : [];
}
