import {
  isElement,
  nameOf,
  nextNode,
  oneLine,
  textWithin,
  type DomElement,
  type DomNode,
} from "./dom";
import { readJsonLd, type JsonLdFacts } from "./json-ld";

/** What a page says about itself in ways made for programs, collected in one walk before the article is cut out. */
export interface HeadFacts {
  /** All `meta`, by name, property or itemprop in lower case, in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly jsonLd: JsonLdFacts;
  readonly canonical?: string | undefined;
  readonly base?: string | undefined;
  /** The first `time` of each kind. */
  readonly publishedTime?: string | undefined;
  readonly firstTime?: string | undefined;
  /** How many `time` elements there are: one alone is the page's own. */
  readonly times: number;
  readonly titleTag: string;
  /** Texts of the first few `h1`. */
  readonly h1: readonly string[];
  readonly language?: string | undefined;
}

/** Longer values are no names or descriptions. */
const MOST_LETTERS = 5_000;
const MOST_JSON = 2_000_000;

type Facts = {
  -readonly [Key in keyof HeadFacts]: HeadFacts[Key];
} & { metas: Map<string, string[]>; h1: string[] };

/** Collects the facts of a page. */
export function readHeadFacts(root: DomElement): HeadFacts {
  const facts: Facts = {
    metas: new Map(),
    jsonLd: { authors: [] },
    times: 0,
    titleTag: "",
    h1: [],
  };
  const scripts: string[] = [];
  for (
    let node: DomNode | undefined = root;
    node;
    node = nextNode(node, root)
  ) {
    if (!isElement(node)) continue;
    const name = nameOf(node);
    switch (name) {
      case "html":
        facts.language =
          node.getAttribute("lang") ??
          node.getAttribute("xml:lang") ??
          undefined;
        break;
      case "meta":
        takeMeta(facts.metas, node);
        break;
      case "link":
        if (/^canonical$/iu.test(node.getAttribute("rel") ?? ""))
          facts.canonical ??= node.getAttribute("href") ?? undefined;
        break;
      case "base":
        facts.base ??= node.getAttribute("href") ?? undefined;
        break;
      case "title":
        if (facts.titleTag === "" && !isInDrawing(node))
          facts.titleTag = oneLine(textWithin(node, 2_000));
        break;
      case "h1":
        if (facts.h1.length < 3)
          facts.h1.push(oneLine(textWithin(node, 1_000)));
        break;
      case "time":
        takeTime(facts, node);
        break;
      case "script":
        if (/^application\/ld\+json/iu.test(node.getAttribute("type") ?? ""))
          scripts.push((node.textContent ?? "").slice(0, MOST_JSON));
        break;
      default:
        if (/^datepublished$/iu.test(node.getAttribute("itemprop") ?? ""))
          facts.publishedTime ??=
            node.getAttribute("content") ?? oneLine(textWithin(node, 100));
    }
  }
  facts.jsonLd = readJsonLd(scripts);
  return facts;
}

/** The first value under any of these names that says something. */
export function metaOf(
  facts: HeadFacts,
  ...names: string[]
): string | undefined {
  for (const name of names) {
    const found = facts.metas.get(name)?.find((value) => value !== "");
    if (found !== undefined) return found;
  }
  return undefined;
}

function takeMeta(metas: Map<string, string[]>, meta: DomElement): void {
  const content = meta.getAttribute("content");
  if (content === null) return;
  const value = oneLine(content.slice(0, MOST_LETTERS));
  for (const attribute of ["name", "property", "itemprop", "http-equiv"])
    for (const name of (meta.getAttribute(attribute) ?? "")
      .toLowerCase()
      .split(/\s+/u)) {
      if (name === "") continue;
      const known = metas.get(name);
      if (known) known.push(value);
      else metas.set(name, [value]);
    }
}

function takeTime(facts: Facts, time: DomElement): void {
  facts.times += 1;
  const value = time.getAttribute("datetime") ?? oneLine(textWithin(time, 100));
  facts.firstTime ??= value;
  const isPublished =
    time.getAttribute("pubdate") !== null ||
    /\b(?:datepublished|published|entry-date|dt-published|pubdate)\b/iu.test(
      `${time.getAttribute("itemprop") ?? ""} ${time.getAttribute("class") ?? ""}`,
    );
  if (isPublished) facts.publishedTime ??= value;
}

/** A drawing has a title of its own. */
function isInDrawing(title: DomElement): boolean {
  const parent = title.parentNode;
  return (
    isElement(parent) && /^(?:svg|g|path|symbol|use)$/u.test(nameOf(parent))
  );
}
