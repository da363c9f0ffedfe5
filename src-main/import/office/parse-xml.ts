import { fail, ok, type Result } from "#domain/result";
import { SaxesParser } from "saxes";
import { decodeXml } from "./decode-xml";
import { NamespaceScopes, type Namespaces } from "./namespaces";
import type { XmlElement, XmlNode } from "./xml-tree";

/** Deeper nesting than people or programs make; it keeps recursion over the tree far from the end of the stack. */
export const MAX_DEPTH = 256;

/** Letters given to the parser at a time, so that a word of progress can be said between. */
const CHUNK = 1 << 18;

/** How the parts of one format are read. */
export interface XmlRules {
  readonly namespaces: Namespaces;
  /** Tells whether white space alone counts inside an element of that name. */
  readonly keepsSpace: (name: string) => boolean;
}

/** Slips that are mended in one part; more of them are no slips. */
const MAX_SLIPS = 100;

/** A parsed part. */
export interface XmlDocument {
  readonly root: XmlElement;
  /** The first slip in its syntax, where there was one that could be read over. */
  readonly slip?: string;
}

/**
 * Parses one XML part into a tree. Document type declarations are skipped: no entity is defined by a file and none is
 * fetched, so a reference to one stays as it is written. Small slips in syntax are read over, as word processors and
 * converters do. Fails with a sentence for what has many of them, breaks off, or is nested too deeply.
 */
export function parseXml(
  bytes: Uint8Array,
  rules: XmlRules,
  onChunk: (share: number) => void = () => undefined,
): Result<XmlDocument, string> {
  const builder = new TreeBuilder(rules);
  const parser = new SaxesParser({ xmlns: false });
  const slips: string[] = [];
  parser.on("error", (error) => {
    slips.push(error.message);
    if (slips.length > MAX_SLIPS) throw new XmlError(slips[0]);
  });
  parser.on("opentag", (tag) => builder.open(tag.name, tag.attributes));
  parser.on("closetag", () => builder.close());
  parser.on("text", (letters) => builder.letters(letters));
  parser.on("cdata", (letters) => builder.letters(letters));
  const text = decodeXml(bytes);
  try {
    for (let at = 0; at < text.length; at += CHUNK) {
      parser.write(text.slice(at, at + CHUNK));
      onChunk(Math.min(1, (at + CHUNK) / text.length));
    }
    const isWhole = builder.isClosed;
    parser.close();
    if (!isWhole) throw new XmlError(slips[0] ?? "it breaks off");
  } catch (error) {
    if (error instanceof XmlError) return fail(error.message);
    throw error;
  }
  const [slip] = slips;
  return builder.root
    ? ok({ root: builder.root, ...(slip === undefined ? {} : { slip }) })
    : fail("no element");
}

class XmlError extends Error {}

/** Builds the tree from what the parser reports. */
class TreeBuilder {
  root: XmlElement | undefined;
  readonly #rules: XmlRules;
  readonly #scopes: NamespaceScopes;
  readonly #open: { name: string; children: XmlNode[] }[] = [];

  constructor(rules: XmlRules) {
    this.#rules = rules;
    this.#scopes = new NamespaceScopes(rules.namespaces);
  }

  /** Tells whether every element that was opened is closed. */
  get isClosed(): boolean {
    return this.root !== undefined && this.#open.length === 0;
  }

  open(name: string, raw: Readonly<Record<string, string>>): void {
    if (this.#open.length >= MAX_DEPTH)
      throw new XmlError(`nested deeper than ${MAX_DEPTH} elements`);
    const { element, attributes } = this.#scopes.enter(name, raw);
    const children: XmlNode[] = [];
    const node: XmlElement = { name: element, attributes, children };
    const parent = this.#open.at(-1);
    if (parent) parent.children.push(node);
    else this.root ??= node;
    this.#open.push({ name: element, children });
  }

  close(): void {
    this.#open.pop();
    this.#scopes.leave();
  }

  letters(letters: string): void {
    const parent = this.#open.at(-1);
    if (!parent) return;
    if (!this.#rules.keepsSpace(parent.name) && letters.trim() === "") return;
    parent.children.push(letters);
  }
}
