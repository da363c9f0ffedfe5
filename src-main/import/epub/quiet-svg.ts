/** What makes an SVG do more than be looked at, or makes it incomplete without files that nobody will fetch for it. */
const LOUD: readonly RegExp[] = [
  /<(?:\w+:)?(?:script|foreignObject|iframe|handler|listener)[\s>/]/iu,
  /\son\w+\s*=/iu,
  /<!ENTITY|<\?xml-stylesheet|@import/iu,
  /<(?!(?:\w+:)?a[\s>])[^<>]*\s(?:xlink:)?href\s*=\s*["']\s*(?!#|data:image\/(?:png|jpeg|gif|webp))/iu,
  /url\(\s*["']?\s*(?!#|data:)/iu,
];

/** Tells whether an SVG is only a picture: nothing in it runs, listens, or leads to another file. */
export function isQuietSvg(svg: string): boolean {
  return !LOUD.some((pattern) => pattern.test(svg));
}
