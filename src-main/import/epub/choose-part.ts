import type { BookPackage, ManifestItem } from "./read-package";

/** How a part of a book is read. */
export type PartKind = "markup" | "drawing" | "picture";

/** A part of the spine, or what is read in its place. */
export interface ChosenPart {
  readonly item: ManifestItem;
  /** `undefined` for a type that says nothing: the file itself is then looked at. */
  readonly kind?: PartKind;
}

const MARKUP: readonly string[] = [
  "application/xhtml+xml",
  "text/html",
  "text/x-oeb1-document",
  "application/x-dtbook+xml",
];
const MOST_FALLBACKS = 10;

/** Follows the fallbacks of a part to the first that can be read as text, else to the first that is a picture. */
export function choosePart(book: BookPackage, first: ManifestItem): ChosenPart {
  const chain = fallbackChain(book, first);
  const text = chain.find(({ mediaType }) => MARKUP.includes(mediaType));
  if (text) return { item: text, kind: "markup" };
  const drawing = chain.find(({ mediaType }) => mediaType === "image/svg+xml");
  if (drawing) return { item: drawing, kind: "drawing" };
  const picture = chain.find(({ mediaType }) =>
    /^image\/(?:png|jpeg|gif|webp|avif|bmp)$/u.test(mediaType),
  );
  if (picture) return { item: picture, kind: "picture" };
  return { item: first };
}

function fallbackChain(
  { manifest }: BookPackage,
  first: ManifestItem,
): readonly ManifestItem[] {
  const chain: ManifestItem[] = [];
  let item: ManifestItem | undefined = first;
  while (item && !chain.includes(item) && chain.length < MOST_FALLBACKS) {
    chain.push(item);
    item =
      item.fallback === undefined ? undefined : manifest.get(item.fallback);
  }
  return chain;
}
