import { isElement, type XmlElement } from "../office/xml-tree";

interface Field {
  code: string;
  isInResult: boolean;
}

/**
 * Fields that are open while a document is read: what is between their begin and their separator is code and is left
 * out, what follows is their result and is kept (ECMA-376 part 1, 17.16.18). Fields nest and cross paragraphs.
 */
export class Fields {
  readonly #open: Field[] = [];
  readonly #ignored: ReadonlySet<XmlElement>;

  /** `root` is looked through for begins that are never ended: they would hide all that follows. */
  constructor(root: XmlElement) {
    this.#ignored = findUnended(root);
  }

  /** Takes in a `w:fldChar`. */
  turn(mark: XmlElement): void {
    if (this.#ignored.has(mark)) return;
    const type = mark.attributes["w:fldCharType"];
    if (type === "begin") this.#open.push({ code: "", isInResult: false });
    else if (type === "end") this.#open.pop();
    else if (type === "separate") {
      const field = this.#open.at(-1);
      if (field) field.isInResult = true;
    }
  }

  /** Takes in a piece of code. */
  addCode(letters: string): void {
    const field = this.#open.at(-1);
    if (field && !field.isInResult) field.code += letters;
  }

  /** Tells whether letters met now are code. */
  get isInCode(): boolean {
    return this.#open.some((field) => !field.isInResult);
  }

  /** Where the innermost hyperlink around the letters met now leads. */
  get link(): string | undefined {
    for (const field of this.#open.toReversed()) {
      const link = linkOfCode(field.code);
      if (link !== undefined) return link;
    }
    return undefined;
  }
}

/**
 * The address a `HYPERLINK` code leads to: `HYPERLINK "address" \l "place"`, either of them absent; a place alone is
 * one of the same document (17.16.5.25).
 */
export function linkOfCode(code: string): string | undefined {
  if (!/^\s*HYPERLINK\b/iu.test(code)) return undefined;
  const address = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))/iu.exec(code);
  const place = /\\l\s+(?:"([^"]*)"|(\S+))/iu.exec(code);
  const target = address?.[1] ?? address?.[2] ?? "";
  const anchor = place?.[1] ?? place?.[2];
  const link = anchor === undefined ? target : `${target}#${anchor}`;
  return link === "" ? undefined : link.trim();
}

function findUnended(root: XmlElement): ReadonlySet<XmlElement> {
  const open: XmlElement[] = [];
  const look = (element: XmlElement): void => {
    for (const node of element.children) {
      if (!isElement(node)) continue;
      if (node.name !== "w:fldChar") look(node);
      else if (node.attributes["w:fldCharType"] === "begin") open.push(node);
      else if (node.attributes["w:fldCharType"] === "end") open.pop();
    }
  };
  look(root);
  return new Set(open);
}
