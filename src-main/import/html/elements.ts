/** What the HTML Standard (section 15.3) lays out as blocks, and what old pages use as such. */
const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset " +
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav " +
    "noframes ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp"
  ).split(" "),
);

/** What is never text for a reader: programs, styles, controls, and what describes the page instead of being it. */
const DROPPED = new Set(
  (
    "applet area base basefont bgsound button canvas datalist embed frame head input link meta meter noembed " +
    "noscript optgroup option param portal progress rp script select source style template textarea title track"
  ).split(" "),
);

const PREFORMATTED = new Set(["pre", "listing", "xmp", "plaintext"]);

/** Media that cannot be shown; what stands inside is meant for that case. */
const MEDIA = new Set(["audio", "video", "iframe", "object"]);

const LISTS = new Set(["ul", "ol", "menu", "dir"]);

/** Tells whether an element begins and ends a block. */
export function isBlockName(name: string): boolean {
  return BLOCKS.has(name);
}

/** Tells whether an element and all in it are left out. */
export function isDroppedName(name: string): boolean {
  return DROPPED.has(name);
}

/** Tells whether white space counts inside. */
export function isPreformattedName(name: string): boolean {
  return PREFORMATTED.has(name);
}

/** Tells whether an element plays or embeds something and holds only a fallback. */
export function isMediaName(name: string): boolean {
  return MEDIA.has(name);
}

/** Tells whether an element is a list. */
export function isListName(name: string): boolean {
  return LISTS.has(name);
}

/** 1-6 for h1-h6, else 0. */
export function headingLevel(name: string): number {
  return /^h[1-6]$/u.test(name) ? Number(name[1]) : 0;
}
