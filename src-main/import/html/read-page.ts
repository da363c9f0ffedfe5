import { TextWriter } from "#domain/text/text-writer";
import { PictureStore } from "../picture-store";
import type { ReadHints, ReadItem } from "../reader";
import { bytesOfDataAddress } from "./data-address";
import { dropEmptyDescriptions } from "./drop-empty-descriptions";
import { dropTitle } from "./drop-title";
import { findArticle } from "./find-article";
import { readHeadFacts } from "./head-facts";
import { readMarkedNotes } from "./marked-notes";
import { PageLinks } from "./page-links";
import { pageAddress, pageMetadata, visitable } from "./page-facts";
import { parseHtml } from "./parse-html";
import { writeDom } from "./write-dom";

/** How a page is read, by those who have more of it than its text. */
export interface PageOptions {
  /** Of the reader. */
  readonly version: number;
  /** The bytes of a picture that came with the page. */
  readonly findPicture?: (src: string) => Uint8Array | undefined;
}

/** Reads the text of a page. Nothing is fetched: pictures are those that came with it. */
export function readPage(
  html: string,
  hints: ReadHints,
  { version, findPicture }: PageOptions,
): Omit<ReadItem, "format"> {
  const page = parseHtml(html);
  const facts = readHeadFacts(page.document.documentElement);
  const url = pageAddress(html, facts, hints);
  const article = findArticle(html, page);
  const metadata = pageMetadata(facts, article, url);
  if (metadata.title) dropTitle(article.root, metadata.title);
  dropEmptyDescriptions(article.root, metadata.title ?? "");
  const base = visitable(facts.base, url) ?? url;
  const links = new PageLinks(url, base);
  const pictures = new PictureStore();
  const known = new Map<string, string | undefined>();
  const to = new TextWriter();
  writeDom(article.root, to, {
    language: metadata.language,
    foundNotes: readMarkedNotes(article.root),
    ...(article.isRightToLeft ? { direction: "rtl" as const } : {}),
    resolveLink: (href) => links.target(href),
    onAnchor: (id, offset) => links.place(id, offset),
    resolveImage: (src) => {
      if (known.has(src)) return known.get(src);
      const bytes = bytesOfDataAddress(src) ?? findPicture?.(src);
      const id = bytes && pictures.add(bytes);
      known.set(src, id);
      return id;
    },
  });
  return {
    metadata,
    structured: links.settle(to.finish(version, metadata.language)),
    resources: pictures.list(),
    warnings: article.isFound
      ? []
      : [{ code: "no-article", detail: "the whole page was taken" }],
  };
}
