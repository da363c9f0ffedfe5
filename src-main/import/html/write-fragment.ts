import type { TextWriter } from "#domain/text/text-writer";
import type { PictureStore } from "../picture-store";
import { bytesOfDataAddress } from "./data-address";
import { dropTitle } from "./drop-title";
import { visitable } from "./page-facts";
import { parseHtml } from "./parse-html";
import { writeDom } from "./write-dom";

/** What a fragment is read with. Everything may be absent. */
export interface FragmentOptions {
  /** Takes the pictures that are written into the fragment; without it they are told by their descriptions. */
  readonly pictures?: PictureStore;
  /** A heading at the beginning that only repeats this is left out. */
  readonly title?: string | undefined;
  /** Where the fragment was found: links may be relative to it. */
  readonly url?: string | undefined;
}

/** Writes HTML that stands in a text of another format: all of it, since there is no page around to be told apart. */
export function writeFragment(
  html: string,
  to: TextWriter,
  { pictures, title, url }: FragmentOptions = {},
): void {
  const { body } = parseHtml(html);
  if (title !== undefined) dropTitle(body, title);
  writeDom(body, to, {
    resolveLink: (href) => {
      if (href.startsWith("#")) return undefined;
      return /^mailto:[^\s@]+@[^\s@]+$/iu.test(href)
        ? href
        : visitable(href, url);
    },
    resolveImage: (src) => {
      const bytes = pictures && bytesOfDataAddress(src);
      return bytes && pictures.add(bytes);
    },
  });
}
