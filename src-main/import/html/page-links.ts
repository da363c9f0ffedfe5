import type { StructuredText } from "#domain/text/blocks";
import { settleInternalLinks } from "../settle-internal-links";
import { visitable } from "./page-facts";

/** Where the links of one page lead: to the web, to mailboxes, or to places in the page itself. */
export class PageLinks {
  readonly #base: string | undefined;
  /** Address of the page itself, without a fragment. */
  readonly #own: string | undefined;
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #offsets = new Map<string, number>();

  constructor(url: string | undefined, base: string | undefined) {
    this.#own = url?.replace(/#.*$/su, "");
    this.#base = base;
  }

  /** The target to write for an address; for a place in the page a number that stands for it until `settle`. */
  target(href: string): string | undefined {
    if (href.startsWith("#")) return this.#internal(href.slice(1));
    if (/^mailto:[^\s@]+@[^\s@]+$/iu.test(href)) return href;
    const address = visitable(href, this.#base);
    const isOwn =
      this.#own !== undefined && address?.startsWith(`${this.#own}#`) === true;
    return isOwn
      ? this.#internal(address.slice(this.#own.length + 1))
      : address;
  }

  /** Tells where a place was written; the first of a name counts. */
  place(name: string, offset: number): void {
    if (!this.#offsets.has(name)) this.#offsets.set(name, offset);
  }

  /** Puts the offsets of places into the links that lead to them. */
  settle(structured: StructuredText): StructuredText {
    if (this.#names.length === 0) return structured;
    return settleInternalLinks(structured, (number) =>
      this.#offsets.get(this.#names[number] ?? ""),
    );
  }

  #internal(fragment: string): string | undefined {
    const name = decoded(fragment);
    if (name === "") return undefined;
    const number = this.#numbers.get(name) ?? this.#names.push(name) - 1;
    this.#numbers.set(name, number);
    return `#${number}`;
  }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
