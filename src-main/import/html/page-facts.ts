import type { ReadHints, ReadMetadata } from "../reader";
import { oneLine } from "./dom";
import type { Article } from "./find-article";
import { metaOf, type HeadFacts } from "./head-facts";
import { namesInByline } from "./page-authors";
import { dayOf } from "./page-date";

/** Addresses that a program which saved the page wrote into a comment at its beginning. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(\S+)/iu;
const SINGLE_FILE = /Page saved with SingleFile\s+url:\s*(\S+)/iu;
/** Such a comment stands at the beginning. */
const COMMENT_LETTERS = 5_000;

/** Where a page comes from, as far as it or the hints say: an address that can be visited. */
export function pageAddress(
  html: string,
  facts: HeadFacts,
  hints: ReadHints,
): string | undefined {
  const start = html.slice(0, COMMENT_LETTERS);
  const saved = [
    hints.url,
    SAVED_FROM.exec(start)?.[1],
    SINGLE_FILE.exec(start)?.[1],
  ]
    .map((address) => visitable(address))
    .find((address) => address !== undefined);
  return [facts.canonical, metaOf(facts, "og:url"), saved, facts.jsonLd.url]
    .map((address) => visitable(address, saved))
    .find((address) => address !== undefined);
}

/** The address of a page or link as an absolute one of the web; `undefined` for any other. */
export function visitable(
  address: string | undefined,
  base?: string,
): string | undefined {
  if (!address) return undefined;
  try {
    const url = new URL(address.trim(), base);
    return /^https?:$/u.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** What a page says about itself. */
export function pageMetadata(
  facts: HeadFacts,
  article: Article,
  url: string | undefined,
): ReadMetadata {
  const { jsonLd } = facts;
  const title = pageTitle(facts, article);
  const date = pageDate(facts, article, url);
  const language = languageOf(facts);
  const publisher =
    article.siteName ?? metaOf(facts, "og:site_name") ?? jsonLd.publisher;
  const description =
    metaOf(
      facts,
      "og:description",
      "description",
      "dc.description",
      "dcterms.description",
      "twitter:description",
    ) ?? jsonLd.description;
  const keywords = metaOf(facts, "keywords", "news_keywords");
  const isArticle =
    jsonLd.isArticle === true ||
    metaOf(facts, "og:type") === "article" ||
    metaOf(facts, "article:published_time") !== undefined;
  return {
    ...(title === "" ? {} : { title }),
    creators: pageCreators(facts, article),
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { language }),
    ...(publisher === undefined ? {} : { publisher: oneLine(publisher) }),
    ...(url === undefined ? {} : { url }),
    ...(description === undefined ? {} : { description: plain(description) }),
    kind: isArticle ? "article" : "web-page",
    tags: [],
    ...(keywords === undefined ? {} : { extra: { keywords } }),
  };
}

function pageTitle(facts: HeadFacts, article: Article): string {
  const title = [
    article.title,
    metaOf(facts, "og:title", "twitter:title"),
    facts.jsonLd.title,
    facts.h1[0],
    facts.titleTag,
  ]
    .map((one) => plain(one ?? ""))
    .find((one) => one !== "");
  return title ?? "";
}

function pageCreators(facts: HeadFacts, article: Article): string[] {
  const cited =
    facts.metas.get("citation_author") ??
    facts.metas.get("dc.creator") ??
    facts.metas.get("dcterms.creator") ??
    [];
  const sources = [
    facts.jsonLd.authors,
    cited,
    [article.byline ?? ""],
    facts.metas.get("author") ?? [],
  ];
  for (const source of sources) {
    const names = [
      ...new Set(source.flatMap((byline) => namesInByline(byline))),
    ];
    if (names.length > 0) return names;
  }
  return [];
}

function pageDate(
  facts: HeadFacts,
  article: Article,
  url: string | undefined,
): string | undefined {
  const told = [
    facts.jsonLd.published,
    metaOf(facts, "article:published_time", "og:article:published_time"),
    metaOf(
      facts,
      "datepublished",
      "citation_publication_date",
      "citation_date",
      "dc.date.issued",
      "dcterms.issued",
      "dc.date",
      "dcterms.date",
      "dc.date.created",
      "dcterms.created",
    ),
    facts.publishedTime,
    metaOf(
      facts,
      "parsely-pub-date",
      "sailthru.date",
      "pubdate",
      "publishdate",
      "publish-date",
      "publish_date",
      "publication_date",
      "article.published",
      "article:published",
      "date",
      "displaydate",
      "ptime",
      "pdate",
    ),
    facts.times === 1 || article.isFound ? facts.firstTime : undefined,
    /\/((?:19|20)\d\d\/\d{1,2}\/\d{1,2})(?:\/|-|$)/u.exec(url ?? "")?.[1],
    article.byline,
  ];
  return told.map((one) => dayOf(one)).find((one) => one !== undefined);
}

function languageOf(facts: HeadFacts): string | undefined {
  return [
    facts.language,
    metaOf(
      facts,
      "content-language",
      "language",
      "dc.language",
      "dcterms.language",
      "og:locale",
    ),
    facts.jsonLd.language,
  ]
    .map((one) => one?.trim().replaceAll("_", "-"))
    .find(
      (one) =>
        one !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu.test(one),
    );
}

/** Some pages escape their titles twice. */
function plain(text: string): string {
  return oneLine(
    text
      .replace(/&(?:quot|#0?34);/gu, '"')
      .replace(/&(?:apos|#0?39|rsquo|#8217);/gu, "’")
      .replace(/&(?:nbsp|#160);/gu, " ")
      .replace(/&lt;/gu, "<")
      .replace(/&gt;/gu, ">")
      .replace(/&amp;/gu, "&"),
  );
}
