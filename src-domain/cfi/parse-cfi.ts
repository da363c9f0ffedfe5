import type { Cfi, CfiPoint, CfiStep } from "./cfi";

/** Longer ones are made up: a book's elements are not nested so deep. */
const LONGEST = 20_000;

/**
 * Reads an EPUB CFI (EPUB Canonical Fragment Identifiers 1.1, section 2.2). Places in time and in pictures, sides and
 * unknown parameters are passed over. `undefined` for what is none. Linear in the length.
 */
export function parseCfi(value: string): Cfi | undefined {
  const trimmed = value.trim().replace(/^#/u, "");
  if (trimmed.length > LONGEST) return undefined;
  return parseWhole(trimmed) ?? parseWhole(decoded(trimmed));
}

/** As part of an address other signs than letters may be percent-encoded. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}

function parseWhole(value: string): Cfi | undefined {
  if (!value.startsWith("epubcfi(") || !value.endsWith(")")) return undefined;
  const parser = new CfiParser(value.slice("epubcfi(".length, -1));
  const parent = parser.local();
  if (!parent || parent.documents[0]?.length === 0) return undefined;
  if (parser.isAtEnd) return { start: parent };
  if (hasTerminal(parent)) return undefined;
  const start = parser.take(",") ? parser.local() : undefined;
  const end = parser.take(",") ? parser.local() : undefined;
  return start && end && parser.isAtEnd
    ? { start: joined(parent, start), end: joined(parent, end) }
    : undefined;
}

function hasTerminal({ offset, before, after }: CfiPoint): boolean {
  return offset !== undefined || before !== undefined || after !== undefined;
}

/** A range's ends go on where its parent stops. */
function joined({ documents }: CfiPoint, local: CfiPoint): CfiPoint {
  const [first = [], ...others] = local.documents;
  const last = documents.at(-1) ?? [];
  return {
    ...local,
    documents: [...documents.slice(0, -1), [...last, ...first], ...others],
  };
}

class CfiParser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  take(sign: string): boolean {
    if (!this.#text.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  /** Steps, redirections and what ends them. */
  local(): CfiPoint | undefined {
    const documents: CfiStep[][] = [[]];
    for (;;) {
      if (this.take("!")) documents.push([]);
      else if (this.take("/")) {
        const step = this.#match(/\d{1,9}/uy);
        if (step === undefined) return undefined;
        const assertion = this.#assertion();
        if (!assertion) return undefined;
        const [id] = assertion.values;
        documents.at(-1)?.push({ step: Number(step), ...(id ? { id } : {}) });
      } else break;
    }
    const terminal = this.#terminal();
    return terminal && { documents, ...terminal };
  }

  #terminal(): Omit<CfiPoint, "documents"> | undefined {
    const hasOffset = this.take(":");
    const offset = hasOffset ? this.#match(/\d{1,9}/uy) : undefined;
    if (hasOffset && offset === undefined) return undefined;
    const isBeyondText =
      this.take("~") && this.#match(/\d+(?:\.\d+)?/uy) === undefined;
    const isBeyondPicture =
      this.take("@") &&
      this.#match(/\d+(?:\.\d+)?:\d+(?:\.\d+)?/uy) === undefined;
    const assertion = this.#assertion();
    if (isBeyondText || isBeyondPicture || !assertion) return undefined;
    const [before, after] = assertion.values;
    return {
      ...(offset === undefined ? {} : { offset: Number(offset) }),
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
    };
  }

  /** What stands in brackets: values, then parameters. Without brackets nothing is asserted. */
  #assertion(): { readonly values: readonly string[] } | undefined {
    if (!this.take("[")) return { values: [] };
    const values = [this.#value()];
    while (this.take(",")) values.push(this.#value());
    while (this.take(";")) {
      this.#value();
      if (this.take("="))
        do this.#value();
        while (this.take(","));
    }
    return this.take("]") ? { values } : undefined;
  }

  /** Letters up to a sign that means something; `^` takes its meaning from the next one. */
  #value(): string {
    const written = this.#match(/(?:\^[^]|[^^[\](),;=])*/uy) ?? "";
    return written.replace(/\^([^])/gu, "$1");
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}
