import type {
  PDFPageProxy,
  TextItem,
} from "pdfjs-dist/types/src/display/api.d.ts";
import { toFragment, turn, type Fragment } from "./fragment";
import { gatherLines } from "./gather-lines";
import type { Line } from "./line";
import { inReadingOrder } from "./reading-order";
import { readTags, type Tags } from "./tags";

/** The lines of one page, in reading order. */
export interface Page {
  readonly index: number;
  readonly lines: readonly Line[];
  /** Of the writing that most of the page is in; see `Fragment`. */
  readonly angle: number;
  /** Edges of the paper in that writing's frame. */
  readonly top: number;
  readonly bottom: number;
}

/** Reads the text of a page and lets go of what pdf.js keeps of it. */
export async function readPage(
  page: PDFPageProxy,
  isTagged: boolean,
): Promise<Page> {
  const index = page.pageNumber - 1;
  const tags = isTagged ? await readTags(page) : undefined;
  const content = await page.getTextContent({
    includeMarkedContent: tags !== undefined,
  });
  const fragments: Fragment[] = [];
  const marked: (string | undefined)[] = [];
  for (const item of content.items) {
    if ("type" in item) {
      if (item.type === "endMarkedContent") marked.pop();
      else marked.push(markOf(item));
    } else if (item.str === "") endLine(fragments, item);
    else {
      const tag = tags && tagOf(marked, tags);
      const fragment = toFragment(item, content.styles[item.fontName], tag);
      if (fragment) fragments.push(fragment);
    }
  }
  const lines = gatherLines(index, fragments);
  const angle = mainAngle(lines);
  const paper = edges(page.view, angle);
  page.cleanup();
  return { index, lines: inReadingOrder(lines, angle), angle, ...paper };
}

function markOf(item: {
  readonly id?: string;
  readonly tag?: string;
}): string | undefined {
  return item.tag === "Artifact" ? "Artifact" : item.id;
}

/** The innermost mark that the structure knows. */
function tagOf(marked: readonly (string | undefined)[], tags: Tags) {
  for (let at = marked.length - 1; at >= 0; at -= 1) {
    const mark = marked[at];
    const tag = mark === undefined ? undefined : tags.get(mark);
    if (tag) return tag;
  }
  return undefined;
}

/** An item without letters only says that the line before it ends. */
function endLine(fragments: Fragment[], item: TextItem): void {
  const last = fragments.at(-1);
  if (item.hasEOL && last)
    fragments[fragments.length - 1] = { ...last, endsLine: true };
}

function mainAngle(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { angle, text } of lines)
    letters.set(angle, (letters.get(angle) ?? 0) + text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function edges(
  view: readonly number[],
  angle: number,
): { readonly top: number; readonly bottom: number } {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = view;
  const downs = [
    turn(x0, y0, angle),
    turn(x1, y0, angle),
    turn(x0, y1, angle),
    turn(x1, y1, angle),
  ].map(({ down }) => down);
  return { top: Math.min(...downs), bottom: Math.max(...downs) };
}
