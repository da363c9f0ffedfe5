import { isElement, type XmlElement } from "../office/xml-tree";

interface Field {
  code: string;
  isInResult: boolean;
  /** Where its result leads, itself or by a field around it. */
  link?: string | undefined;
}

/**
 * Fields that are open while a document is read: what is between their begin and their separator is code and is left
 * out, what follows is their result and is kept (ECMA-376 part 1, 17.16.18). Fields nest and cross paragraphs.
 */
export class Fields {
  readonly #open: Field[] = [];
  /** How many of the open ones are in their code. */
  #inCode = 0;
  readonly #ignored: ReadonlySet<XmlElement>;

  /** `root` is looked through for begins that are never ended: they would hide all that follows. */
  constructor(root: XmlElement) {
    this.#ignored = findUnended(root);
  }

  /** Takes in a `w:fldChar`. */
  turn(mark: XmlElement): void {
    if (this.#ignored.has(mark)) return;
    const type = mark.attributes["w:fldCharType"];
    if (type === "begin") this.#begin();
    else if (type === "separate") this.#separate();
    else if (type === "end") this.#end();
  }

  #begin(): void {
    this.#open.push({ code: "", isInResult: false, link: this.link });
    this.#inCode += 1;
  }

  #separate(): void {
    const field = this.#open.at(-1);
    if (!field || field.isInResult) return;
    field.isInResult = true;
    field.link = linkOfCode(field.code) ?? field.link;
    this.#inCode -= 1;
  }

  #end(): void {
    const field = this.#open.pop();
    if (field && !field.isInResult) this.#inCode -= 1;
  }

  /** Takes in a piece of code. */
  addCode(letters: string): void {
    const field = this.#open.at(-1);
    if (field && !field.isInResult) field.code += letters;
  }

  /** Tells whether letters met now are code. */
  get isInCode(): boolean {
    return this.#inCode > 0;
  }

  /** Where the innermost hyperlink around the letters met now leads. */
  get link(): string | undefined {
    return this.#open.at(-1)?.link;
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
