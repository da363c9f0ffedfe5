import { oneLine } from "./dom";

/** What JSON-LD (schema.org) says about the article of a page. */
export interface JsonLdFacts {
  readonly title?: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly publisher?: string;
  readonly description?: string;
  readonly language?: string;
  readonly url?: string;
  readonly isArticle?: boolean;
}

type Json = Readonly<Record<string, unknown>>;

const ARTICLE =
  /(?:Article|BlogPosting|Report|SocialMediaPosting|LiveBlogPosting|DiscussionForumPosting|APIReference)$/u;
const PAGE =
  /^(?:WebPage|ItemPage|Book|CreativeWork|Legislation|SpeechArticle|MedicalWebPage)$/u;
/** Lists in lists: enough for every page seen, and an end to those made to hurt. */
const MOST_NODES = 5_000;

/** Reads the scripts of a page; those that are not JSON are passed over. */
export function readJsonLd(scripts: readonly string[]): JsonLdFacts {
  const nodes = scripts.flatMap((script) => nodesOf(parse(script)));
  const article =
    nodes.find((node) => typesOf(node).some((type) => ARTICLE.test(type))) ??
    nodes.find((node) => typesOf(node).some((type) => PAGE.test(type)));
  if (!article) return { authors: [] };
  const isArticle = typesOf(article).some((type) => ARTICLE.test(type));
  const url = article["url"] ?? article["mainEntityOfPage"] ?? article["@id"];
  return {
    ...said("title", article["headline"] ?? article["name"]),
    authors: isArticle
      ? namesOf(article["author"] ?? article["creator"], nodes)
      : [],
    ...said("published", article["datePublished"] ?? article["dateCreated"]),
    ...said("publisher", namesOf(article["publisher"], nodes)[0]),
    ...said("description", article["description"]),
    ...said("language", article["inLanguage"]),
    ...said("url", isObject(url) ? url["@id"] : url),
    isArticle,
  };
}

function parse(script: string): unknown {
  const json = script
    .trim()
    .replace(/^(?:\/\/)?[ \t]*<!\[CDATA\[/u, "")
    .replace(/(?:\/\/)?[ \t]?\]\]>$/u, "");
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function nodesOf(root: unknown): Json[] {
  const nodes: Json[] = [];
  const waiting: unknown[] = [root];
  let steps = 0;
  while (waiting.length > 0 && steps < MOST_NODES) {
    steps += 1;
    const value = waiting.shift();
    if (Array.isArray(value))
      waiting.unshift(...(value as unknown[]).slice(0, MOST_NODES));
    else if (isObject(value)) {
      nodes.push(value);
      waiting.push(value["@graph"], value["mainEntity"]);
    }
  }
  return nodes;
}

function namesOf(value: unknown, nodes: readonly Json[]): string[] {
  const values = Array.isArray(value)
    ? (value as unknown[]).slice(0, 100)
    : [value];
  return values
    .map((one) => {
      if (!isObject(one)) return one;
      if (one["name"] !== undefined) return one["name"];
      return nodes.find(
        (node) => node["@id"] === one["@id"] && one["@id"] !== undefined,
      )?.["name"];
    })
    .flatMap((name) => (Array.isArray(name) ? (name as unknown[]) : [name]))
    .filter((name): name is string => typeof name === "string")
    .map((name) => oneLine(name.slice(0, 500)))
    .filter((name) => name !== "");
}

function typesOf(node: Json): string[] {
  const type = node["@type"];
  return (Array.isArray(type) ? (type as unknown[]) : [type])
    .filter((one): one is string => typeof one === "string")
    .map((one) => one.replace(/^https?:\/\/schema\.org\//u, ""));
}

function said<Key extends string>(
  key: Key,
  value: unknown,
): { readonly [Name in Key]?: string } {
  const text = typeof value === "string" ? oneLine(value.slice(0, 5_000)) : "";
  return (text === "" ? {} : { [key]: text }) as { [Name in Key]?: string };
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
