import { unzipSync } from "fflate";
import { DOMParser } from "linkedom";
import { posix } from "node:path";

/**
 * A second, plain reading of a book's package, made without any code of the reader, to hold the reader against: what
 * the container, the spine and the table of contents say, taken literally.
 */
export interface RereadBook {
  /** Words of each readable document of the spine, in order. */
  readonly spine: readonly (readonly string[])[];
  readonly contents: readonly RereadEntry[];
  readonly title: string;
}

export interface RereadEntry {
  readonly title: string;
  readonly level: number;
  /** Number of the spine document it leads to, where it leads to a whole one. */
  readonly document?: number;
}

/** Rereads a book; `undefined` when it has no package to be held against. */
export function rereadBook(bytes: Uint8Array): RereadBook | undefined {
  const files = unzipSync(bytes);
  const text = (path: string): string =>
    new TextDecoder(files[path]?.[0] === 0xff ? "utf-16le" : "utf-8").decode(
      files[path] ?? new Uint8Array(),
    );
  const container = parse(text("META-INF/container.xml"));
  const opf = all(container, "rootfile")
    .map((one) => one.getAttribute("full-path") ?? "")
    .find((path) => files[path]);
  if (opf === undefined) return undefined;
  const root = parse(text(opf));
  const items = all(root, "item").map((item) => ({
    id: item.getAttribute("id"),
    path: pathOf(item.getAttribute("href") ?? "", opf),
    type: item.getAttribute("media-type") ?? "",
    properties: item.getAttribute("properties") ?? "",
    fallback: item.getAttribute("fallback"),
  }));
  const documents = all(root, "itemref").flatMap((itemref) => {
    const item = items.find(({ id }) => id === itemref.getAttribute("idref"));
    return item ? [item] : [];
  });
  const readable = documents.map((item) => {
    let one: typeof item | undefined = item;
    for (let step = 0; one && !/xhtml/u.test(one.type) && step < 9; step += 1)
      one = items.find(({ id }) => id === one?.fallback);
    return one;
  });
  const nav = items.find(({ properties }) => /\bnav\b/u.test(properties));
  const ncx = items.find(({ type }) => type === "application/x-dtbncx+xml");
  const placed = (href: string | null, base: string): object => {
    if (href === null || href.includes("#")) return {};
    const path = pathOf(href, base);
    const document = documents.findIndex((item) => item.path === path);
    return document < 0 ? {} : { document };
  };
  return {
    title:
      all(root, "title")[0]?.textContent.replace(/\s+/gu, " ").trim() ?? "",
    spine: readable.map((item) =>
      item ? wordsOf(bodyText(text(item.path))) : [],
    ),
    contents: nav
      ? navEntries(parse(text(nav.path)), (href) => placed(href, nav.path))
      : ncx
        ? ncxEntries(parse(text(ncx.path)), (href) => placed(href, ncx.path))
        : [],
  };
}

export const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Lower-case words of letters and digits; signs and spaces between them do not count. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

interface Node {
  readonly localName: string;
  readonly textContent: string;
  readonly children: readonly Node[];
  getAttribute(name: string): string | null;
}

type Place = (href: string | null) => object;

function navEntries(root: Node, place: Place): RereadEntry[] {
  const toc = all(root, "nav").find(
    (nav) => nav.getAttribute("epub:type") === "toc",
  );
  const walk = (node: Node, level: number): RereadEntry[] =>
    node.children.flatMap((child) => {
      const name = localName(child);
      if (name === "ol") return walk(child, level + 1);
      if (name !== "a" && name !== "span") return walk(child, level);
      const title = child.textContent.replace(/\s+/gu, " ").trim();
      return [{ title, level, ...place(child.getAttribute("href")) }];
    });
  return toc ? walk(toc, 0).filter(({ level }) => level > 0) : [];
}

function ncxEntries(root: Node, place: Place): RereadEntry[] {
  const walk = (node: Node, level: number): RereadEntry[] =>
    node.children
      .filter((child) => localName(child) === "navPoint")
      .flatMap((point) => {
        const label = point.children.find(
          (one) => localName(one) === "navLabel",
        );
        const content = point.children.find(
          (one) => localName(one) === "content",
        );
        const title = label?.textContent.replace(/\s+/gu, " ").trim() ?? "";
        return [
          { title, level, ...place(content?.getAttribute("src") ?? null) },
          ...walk(point, level + 1),
        ];
      });
  return all(root, "navMap").flatMap((map) => walk(map, 1));
}

function all(node: Node, name: string): Node[] {
  return node.children.flatMap((child) => [
    ...(localName(child) === name ? [child] : []),
    ...all(child, name),
  ]);
}

function localName(node: Node): string {
  return node.localName.replace(/^.*:/u, "");
}

function parse(xml: string): Node {
  const clean = xml.replace(/<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>/u, "");
  return new DOMParser().parseFromString(clean, "text/xml") as unknown as Node;
}

function pathOf(href: string, base: string): string {
  const [path = ""] = href.split("#");
  return posix
    .join(posix.dirname(base), decodeURIComponent(path))
    .replace(/^(?:\.\.\/)+/u, "");
}

/** Text between the tags of the body, without what nobody reads. */
function bodyText(xhtml: string): string {
  const body = /<body[\s>][\s\S]*<\/body>/iu.exec(xhtml)?.[0] ?? "";
  return body
    .replace(/<!--[\s\S]*?-->/gu, " ")
    .replace(
      /<(script|style|head|math|svg|rp|iframe|object|audio|video|canvas|select|noscript|template)[\s>][\s\S]*?<\/\1>/giu,
      " ",
    )
    .replace(
      /<\/?(?:a|abbr|b|bdi|bdo|cite|code|dfn|em|i|kbd|mark|q|ruby|rb|s|samp|small|span|strong|sub|sup|u|var|wbr|time|ins|del|font)(?:\s[^>]*)?>/giu,
      "",
    )
    .replace(/<rt(?:\s[^>]*)?>([\s\S]*?)<\/rt>/giu, "($1)")
    .replace(/<[^>]*>/gu, " ")
    .replace(/&#x([0-9a-f]+);/giu, (_, hex: string) =>
      String.fromCodePoint(parseInt(hex, 16)),
    )
    .replace(/&#(\d+);/gu, (_, decimal: string) =>
      String.fromCodePoint(Number(decimal)),
    )
    .replace(/&nbsp;/gu, " ")
    .replace(/&\w+;/gu, " ");
}
