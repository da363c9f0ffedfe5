import type { ItemDocument } from "#bridge/contract/library";
import type { ReadingPosition } from "#domain/library/reading-position";
import type { TextRange } from "#domain/text/blocks";
import { tick } from "svelte";
import { DOWNWARD, type Axis, type Span } from "./axis";
import { NearRuns } from "./near-runs.svelte";
import type { Place } from "./reader-session.svelte";
import { placeOf, scrollToPlace } from "./reading-view";
import type { LineMeasure } from "./run-sizes";
import { blockAt } from "./block-at";
import { domRange } from "./text-nodes";

/** Where in the view something that is shown comes to stand. */
export type Alignment = "start" | "center" | "nearest";
export type TextPlace = Pick<ReadingPosition, "offset" | "within">;

/** Frames without a change after which what is shown has come to rest. */
const REST_FRAMES = 2;
/** Nearer to the edge of the view than this nothing counts as well in view, in CSS pixels. */
const EDGE = 32;
/** Space above what is shown at the start of the view, in CSS pixels. */
const HEADROOM = 12;

/** Average width of a letter and the distance of lines, in CSS pixels. */
export interface LineFacts {
  readonly letter: number;
  readonly height: number;
}

/** A movement that is repeated while the page still changes, and where one stands by it. */
interface Hold {
  readonly move: () => void;
  readonly place?: TextPlace;
}

/**
 * The text of one item as it stands on the page: what of it is there, where the view is, and how to bring any place of it
 * into view. Whoever marks something in the text asks it for ranges of the page and repaints when `segments` change.
 */
export class TextView {
  readonly item: ItemDocument;
  readonly runs: NearRuns;
  scroller = $state.raw<HTMLElement>();
  article = $state.raw<HTMLElement>();
  axis: Axis = DOWNWARD;
  /** What is hidden of the view at its edges. */
  insets: Span = { start: 0, end: 0 };
  /** A passage was asked for. */
  hasShown = false;
  /** Rises whenever the view has come to another place. */
  rested = $state(0);
  readonly #facts: () => LineFacts;
  readonly #onMove: (place: Place) => void;
  #place: TextPlace | undefined;
  /** How far it was scrolled when `#place` was found. */
  #seen = { top: 0, left: 0 };
  #width = 0;
  #lookFrame = 0;
  #moveFrame = 0;
  /** The frame in which something came onto the page last, by its time. */
  #cameAt: CSSNumberish | null = null;
  #idle = 0;
  /** Brings what was asked for into view again, while what lies around it still comes onto the page. */
  #hold: Hold | undefined;

  /** `letters`: about how many a line has, until it can be measured. */
  constructor(
    item: ItemDocument,
    facts: () => LineFacts,
    letters: number,
    onMove: (place: Place) => void,
  ) {
    this.item = item;
    this.#facts = facts;
    this.runs = new NearRuns(item, { letters, height: facts().height });
    this.#onMove = onMove;
  }

  /** To be attached to the element that scrolls. */
  readonly attach = (scroller: HTMLElement): (() => void) => {
    this.scroller = scroller;
    const resized = new ResizeObserver(() => this.#resized());
    resized.observe(scroller);
    const events = new AbortController();
    const on = { signal: events.signal, passive: true };
    scroller.addEventListener("scroll", () => this.#scrolled(), on);
    // Whoever moves the view by hand is not held back.
    for (const name of ["wheel", "pointerdown", "keydown"] as const)
      scroller.addEventListener(name, () => (this.#hold = undefined), on);
    return () => {
      events.abort();
      resized.disconnect();
      cancelAnimationFrame(this.#lookFrame);
      cancelAnimationFrame(this.#moveFrame);
      cancelIdleCallback(this.#idle);
      // All of it leaves the page.
      this.runs.left.left(this.runs.runs.length);
      this.runs.left.moved();
      this.scroller = undefined;
    };
  };

  /** Where one stands now. */
  get place(): TextPlace | undefined {
    const { scroller } = this;
    if (!scroller || this.#hold?.place) return this.#place;
    // The view may have moved since, and not been told of it yet.
    const isThere =
      scroller.scrollTop === this.#seen.top &&
      scroller.scrollLeft === this.#seen.left;
    if (isThere || this.#isOutOfPlace()) return this.#place;
    return placeOf(scroller, this.axis, this.item.text.length) ?? this.#place;
  }

  /** Goes to where one stood. */
  async goTo(place: TextPlace): Promise<void> {
    this.#place = place;
    this.runs.need(place.offset);
    await tick();
    const { scroller } = this;
    if (scroller)
      await this.#settle({
        move: () => scrollToPlace(scroller, this.axis, place),
        place,
      });
  }

  /** Brings a passage into view. */
  async show(range: TextRange, align: Alignment): Promise<void> {
    this.hasShown = true;
    if (align === "nearest" && this.#isWellInView(range)) return;
    this.runs.need(range.start);
    await tick();
    await this.#settle({ move: () => this.#align(range, align) });
  }

  /** The range of the page that shows a passage, as far as it is on the page. */
  pageRange(range: TextRange): Range | undefined {
    return this.article && domRange(this.article, range);
  }

  /** Stretches of the text that are on the page, in order. */
  get onPage(): readonly TextRange[] {
    const { segments } = this.runs;
    return segments.flatMap((segment) => {
      if (segment.kind === "gap") return [];
      const { blocks, start } = segment.run;
      return [{ start, end: blocks.at(-1)?.end ?? start }];
    });
  }

  /** The type or the width changed: everything has another size, and one stands where one stood. */
  relayout(): void {
    const { scroller } = this;
    const line = this.#line();
    if (!scroller || !line) return;
    this.runs.relayout(line);
    // What holds the view repeats its movement by itself.
    const place = this.#hold ? undefined : this.#place;
    if (place) void this.goTo(place);
    else this.look();
  }

  /** Looks what is near the view, now and with the next frames until all of it is on the page. */
  look(): void {
    cancelAnimationFrame(this.#lookFrame);
    const { scroller, article } = this;
    if (!scroller || !article) return;
    const nodes = [...article.getElementsByClassName("segment")];
    const before = this.runs.segments;
    const { currentTime } = document.timeline;
    const isMore = this.runs.look(
      nodes as HTMLElement[],
      this.#span(scroller),
      this.axis,
      this.#cameAt === currentTime,
    );
    if (before !== this.runs.segments) this.#cameAt = currentTime;
    if (isMore) this.#lookFrame = requestAnimationFrame(() => this.look());
    else if (this.runs.isWhole) this.#fill();
  }

  #fill(): void {
    cancelIdleCallback(this.#idle);
    this.#idle = requestIdleCallback(() => {
      if (this.runs.fill()) this.#fill();
    });
  }

  #scrolled(): void {
    this.look();
    this.runs.left.moved();
    cancelAnimationFrame(this.#moveFrame);
    this.#moveFrame = requestAnimationFrame(() => this.#moved());
  }

  /** The lines have another width already, and the view was not yet brought back to where one stands. */
  #isOutOfPlace(): boolean {
    return this.#width !== 0 && this.#textWidth() !== this.#width;
  }

  #moved(): void {
    const { scroller } = this;
    if (this.#isOutOfPlace()) return;
    const place =
      scroller && placeOf(scroller, this.axis, this.item.text.length);
    if (!place) return;
    // Where one was asked to go is where one stands, to the letter, until one moves.
    this.#place = this.#hold?.place ?? place;
    this.#seen = { top: scroller.scrollTop, left: scroller.scrollLeft };
    this.#onMove({ ...place, ...this.#hold?.place });
    this.rested += 1;
  }

  #resized(): void {
    const width = this.#textWidth();
    if (width === this.#width) return this.look();
    const isFirst = this.#width === 0;
    this.#width = width;
    if (!isFirst) this.relayout();
    else this.look();
  }

  /** Repeats a movement until what surrounds its goal has come onto the page and everything stands still. */
  async #settle(hold: Hold): Promise<void> {
    this.#hold = hold;
    let [still, astray] = [0, 0];
    while (this.#hold === hold && still < REST_FRAMES) {
      const before = this.runs.segments;
      // Lines that are only passed through while the window changes its size are no measure of where one stands.
      astray = this.#isOutOfPlace() ? astray + 1 : 0;
      if (astray === 0) hold.move();
      if (astray > REST_FRAMES) this.#resized();
      this.look();
      await new Promise((done) => requestAnimationFrame(done));
      const isStill = before === this.runs.segments && !this.#isOutOfPlace();
      still = isStill ? still + 1 : 0;
    }
    if (this.#hold !== hold) {
      // Let go of by hand, one stands where one is, whether the view moves on or not.
      if (!this.#hold) this.#moved();
      return;
    }
    hold.move();
    this.#moved();
    this.#hold = undefined;
  }

  #align(range: TextRange, align: Alignment): void {
    const { scroller, axis } = this;
    const span = this.#spanOf(range);
    if (!scroller || !span) return;
    const { start, end } = span;
    const view = this.#shownSpan(scroller);
    if (align === "nearest" && isWithin(span, view)) return;
    const isLong = end - start > view.end - view.start;
    const goal =
      align === "start" || isLong
        ? view.start + HEADROOM
        : (view.start + view.end - (end - start)) / 2;
    axis.scrollBy(scroller, start - goal);
  }

  #isWellInView(range: TextRange): boolean {
    const { scroller } = this;
    const span = this.#spanOf(range);
    return (
      scroller !== undefined &&
      span !== undefined &&
      isWithin(span, this.#shownSpan(scroller))
    );
  }

  /** Where a passage stands; one without letters, where its block does. */
  #spanOf(range: TextRange): Span | undefined {
    const { article } = this;
    const shown =
      range.end > range.start
        ? this.pageRange(range)
        : article && blockAt(range.start, article);
    return shown && this.axis.span(shown.getBoundingClientRect());
  }

  #span(scroller: HTMLElement): Span {
    return this.axis.span(scroller.getBoundingClientRect());
  }

  /** The part of the view that is seen. */
  #shownSpan(scroller: HTMLElement): Span {
    const { start, end } = this.#span(scroller);
    return { start: start + this.insets.start, end: end - this.insets.end };
  }

  #textWidth(): number {
    const header = this.article?.firstElementChild;
    return this.axis === DOWNWARD
      ? (header?.clientWidth ?? 0)
      : (header?.clientHeight ?? 0);
  }

  #line(): LineMeasure | undefined {
    if (!this.article) return undefined;
    const { letter, height } = this.#facts();
    this.#width = this.#textWidth();
    return { letters: Math.max(8, this.#width / letter), height };
  }
}

function isWithin(span: Span, view: Span): boolean {
  return span.start >= view.start + EDGE && span.end <= view.end - EDGE;
}
