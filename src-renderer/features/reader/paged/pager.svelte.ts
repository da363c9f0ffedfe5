import { DOWNWARD, LEFTWARD } from "../axis";
import type { TextView } from "../text-view.svelte";
import {
  nextPageStart,
  previousPageStart,
  unitsOf,
  type PageUnit,
} from "./page-units";

/** Space before the first and after the last line of a page, in CSS pixels. */
const MARGIN = 28;
/** So little is no reason to move a page. */
const EXACT = 1;

/**
 * Turns the view of a text into pages: it stands where a line begins, and what does not fit is hidden. The text is the
 * same, laid out the same way, so that every place, find and selection hold in both layouts.
 */
export class Pager {
  readonly #view: TextView;
  /** What the page hides of the view at its edges, as the four sides of `clip-path: inset`. */
  clip = $state("");
  isFirst = $state(true);
  isLast = $state(false);

  constructor(view: TextView) {
    this.#view = view;
  }

  next(): void {
    const page = this.#page();
    if (page?.end === undefined) return;
    this.#goTo(page.end);
  }

  previous(): void {
    const page = this.#page();
    if (!page) return;
    const start = previousPageStart(page.units, page.top, page.extent);
    if (start === undefined) return;
    const title = this.#view.article?.firstElementChild;
    const { axis } = this.#view;
    if (
      title &&
      axis.span(title.getBoundingClientRect()).start >= start - EXACT
    )
      this.toStart();
    else this.#goTo(start);
  }

  toStart(): void {
    void this.#view.goTo({ offset: 0, within: 0 });
  }

  toEnd(): void {
    const last = this.#view.item.blocks.at(-1);
    if (last)
      void this.#view.show({ start: last.start, end: last.start }, "start");
  }

  /** Puts the page to the beginning of a line, and hides what does not belong to it. */
  fit(): void {
    const page = this.#page();
    const { scroller, axis } = this.#view;
    if (!page || !scroller) return;
    const first = page.units.find(({ end }) => end > page.top + 2 * EXACT);
    const isLong = first && first.end - first.start > page.extent;
    if (first && !isLong && Math.abs(first.start - page.top) > EXACT)
      return axis.scrollBy(scroller, first.start - page.top);
    const span = axis.span(scroller.getBoundingClientRect());
    this.isFirst = !page.units.some(({ start }) => start < page.top - EXACT);
    this.isLast = page.end === undefined;
    const before = this.isFirst ? 0 : page.top - span.start;
    const after = Math.max(0, span.end - (page.end ?? span.end));
    this.#view.insets = { start: before, end: after };
    this.clip = this.#inset(before, after);
  }

  /** The view is no pages any more. */
  release(): void {
    this.#view.insets = { start: 0, end: 0 };
  }

  /** Makes a page begin at `start`, which is a place in the view: wherever this page began, the next has its margin. */
  #goTo(start: number): void {
    const { scroller, axis } = this.#view;
    if (!scroller) return;
    const view = axis.span(scroller.getBoundingClientRect());
    axis.scrollBy(scroller, start - view.start - MARGIN);
    this.#view.look();
    // In the same frame, or what the page before hid would be seen.
    this.fit();
  }

  #page():
    | {
        readonly units: readonly PageUnit[];
        /** Where its first line begins, or is to begin. */
        readonly top: number;
        readonly extent: number;
        /** Where the next one begins; `undefined` on the last. */
        readonly end: number | undefined;
      }
    | undefined {
    const { scroller, article, axis } = this.#view;
    if (!scroller || !article) return undefined;
    const { start, end } = axis.span(scroller.getBoundingClientRect());
    const size = end - start;
    const near = [
      ...article.querySelectorAll<HTMLElement>(
        ":scope > header, .block, :scope > footer",
      ),
    ].filter((node) => {
      const span = axis.span(node.getBoundingClientRect());
      return span.end > start - size && span.start < end + size;
    });
    const units = near.flatMap((node) => unitsOf(node, axis));
    // The first page begins with the space over the title.
    const isAtStart = axis.isAtStart(scroller);
    const top = isAtStart ? (units[0]?.start ?? start) : start + MARGIN;
    const extent = end - MARGIN - top;
    return { units, top, extent, end: nextPageStart(units, top, extent) };
  }

  #inset(before: number, after: number): string {
    const { axis } = this.#view;
    if (axis === DOWNWARD) return `${before}px 0 ${after}px 0`;
    return axis === LEFTWARD
      ? `0 ${before}px 0 ${after}px`
      : `0 ${after}px 0 ${before}px`;
  }
}
