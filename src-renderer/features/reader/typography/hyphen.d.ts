declare module "hyphen/patterns" {
  /** Levels and a trie over letters, as the library packs them. */
  export type HyphenationPatterns = readonly unknown[];
}

declare module "hyphen/patterns/*" {
  import type { HyphenationPatterns } from "hyphen/patterns";
  const patterns: HyphenationPatterns;
  export default patterns;
}

declare module "hyphen" {
  import type { HyphenationPatterns } from "hyphen/patterns";
  export default function createHyphenator(
    patterns: HyphenationPatterns,
    options: { readonly hyphenChar: string; readonly minWordLength: number },
  ): (text: string) => string;
}
