import type { fromMarkdown } from "mdast-util-from-markdown";

type Options = NonNullable<Parameters<typeof fromMarkdown>[1]> & object;
type SyntaxExtension = Extract<
  NonNullable<Options["extensions"]>[number],
  { flow?: unknown }
>;
type Construct = Extract<
  NonNullable<NonNullable<SyntaxExtension["flow"]>["null"]>,
  { tokenize: unknown }
>;

/** Cutting the text into tokens takes about two thirds of the time, making the tree of them the rest. */
const TOKENS_SHARE = 0.66;

/**
 * Extensions that tell how far the parser has come (0-1), at every block of a text of so many letters: a book takes it
 * seconds, and who watches it must see that it still works.
 */
export function markdownProgress(
  length: number,
  onProgress: (share: number) => void,
): {
  readonly extensions: NonNullable<Options["extensions"]>;
  readonly mdastExtensions: NonNullable<Options["mdastExtensions"]>;
} {
  const tell = (offset: number, from: number, share: number): void =>
    onProgress(from + share * Math.min(1, offset / Math.max(1, length)));
  const watch: Construct = {
    name: "progress",
    /** Looks where the parser stands and leaves the block to the others. */
    tokenize(_effects, _ok, nok) {
      tell(this.now().offset, 0, TOKENS_SHARE);
      return nok;
    },
  };
  return {
    extensions: [{ flow: { null: watch } }],
    mdastExtensions: [
      {
        enter: {
          lineEndingBlank: (token) =>
            tell(token.start.offset, TOKENS_SHARE, 1 - TOKENS_SHARE),
        },
      },
    ],
  };
}
