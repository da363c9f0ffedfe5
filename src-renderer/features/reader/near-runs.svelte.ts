import type { ItemDocument } from "#bridge/contract/library";
import type { Axis, Span } from "./axis";
import { indexAt, runsOf, type BlockRun } from "./block-runs";
import { LeftRuns } from "./left-runs";
import { RunSizes, type LineMeasure } from "./run-sizes";

/** How far from the view, in views, a run is put on the page: a flick of the wheel must not outrun it. */
const NEAR = 1.5;
/** How far from the view it leaves the page again; well beyond, so that going to and fro makes nothing anew. */
const FAR = 4;
/** A text up to this length comes onto the page whole, little by little: then everything in the system can read it. */
const MOST_WHOLE = 60_000;

/** What the article consists of: runs on the page, and room for those that are not. */
export type Segment =
  | { readonly kind: "run"; readonly index: number; readonly run: BlockRun }
  | {
      readonly kind: "gap";
      readonly from: number;
      readonly to: number;
      /** Offset at which it begins in the text. */
      readonly start: number;
      readonly size: number;
    };

/**
 * Which runs of a text are on the page: those in view at once, those near it one a frame, and those that somebody holds
 * (an end of the selection, the focus). The others are room of about the right size.
 */
export class NearRuns {
  readonly runs: readonly BlockRun[];
  readonly isWhole: boolean;
  readonly left = new LeftRuns();
  readonly #sizes: RunSizes;
  readonly #held = new Map<string, readonly number[]>();
  #shown = $state.raw<ReadonlySet<number>>(new Set([0]));
  /** Sizes changed in a way the page must follow. */
  #layout = $state(0);

  constructor(
    { blocks, pages, text }: Pick<ItemDocument, "blocks" | "pages" | "text">,
    line: LineMeasure,
  ) {
    this.runs = runsOf(blocks, pages ?? []);
    this.isWhole = text.length <= MOST_WHOLE;
    this.#sizes = new RunSizes(this.runs, line);
  }

  readonly segments = $derived.by<readonly Segment[]>(() => {
    void this.#layout;
    const segments: Segment[] = [];
    let from = 0;
    const gapUntil = (to: number): void => {
      const start = this.runs[from]?.start;
      if (to > from && start !== undefined)
        segments.push({
          kind: "gap",
          from,
          to,
          start,
          size: this.#sizes.between(from, to),
        });
    };
    for (const index of [...this.#shown].sort((a, b) => a - b)) {
      const run = this.runs[index];
      if (!run) continue;
      gapUntil(index);
      segments.push({ kind: "run", index, run });
      from = index + 1;
    }
    gapUntil(this.runs.length);
    return segments;
  });

  /** Lines are others now: the type, its size or the width of the text changed. */
  relayout(line: LineMeasure): void {
    this.#sizes.reset(line);
    this.#layout += 1;
  }

  /** Puts a place on the page. */
  need(offset: number): void {
    this.#show(new Set([...this.#shown, indexAt(this.runs, offset)]));
  }

  /** Keeps the runs of these places on the page whatever comes into view; no places let go of them. */
  hold(owner: string, offsets: readonly number[]): void {
    this.#held.set(
      owner,
      offsets.map((offset) => indexAt(this.runs, offset)),
    );
  }

  /**
   * Looks at the page: what came into view is put there, what went far from it is taken away. `nodes`: the elements of
   * the segments, in order. With `isFull` only what is in view comes: the frame has laid out enough. Tells whether more
   * is to come near; then it should be called again with the next frame.
   */
  look(
    nodes: readonly HTMLElement[],
    view: Span,
    axis: Axis,
    isFull = false,
  ): boolean {
    const extent = view.end - view.start;
    const reach = (views: number): Span => ({
      start: view.start - views * extent,
      end: view.end + views * extent,
    });
    const places = this.#places(nodes, axis);
    const within = (span: Span): number[] =>
      places
        .filter(({ start, end }) => end > span.start && start < span.end)
        .map(({ index }) => index);
    const seen = within(view);
    const kept = this.isWhole ? [...this.#shown] : within(reach(FAR));
    const next = new Set([
      ...seen,
      ...kept.filter((index) => this.#shown.has(index)),
      ...[...this.#held.values()].flat(),
    ]);
    const middle = ((seen[0] ?? 0) + (seen.at(-1) ?? 0)) / 2;
    const [nearest, another] = within(reach(NEAR))
      .filter((index) => !next.has(index))
      .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    const waits = isFull || seen.some((index) => !this.#shown.has(index));
    if (nearest !== undefined && !waits) next.add(nearest);
    this.#show(next);
    return (waits ? nearest : another) !== undefined;
  }

  /** Of a text that is shown whole: puts the next run on the page. Tells whether there is another. */
  fill(): boolean {
    const at = this.runs.findIndex((_, index) => !this.#shown.has(index));
    if (at < 0) return false;
    this.#show(new Set([...this.#shown, at]));
    return this.#shown.size < this.runs.length;
  }

  /** Where each run lies, or would lie, now. */
  #places(
    nodes: readonly HTMLElement[],
    axis: Axis,
  ): (Span & { readonly index: number })[] {
    return this.segments.flatMap((segment, at) => {
      const node = nodes[at];
      if (!node) return [];
      const { start, end } = axis.span(node.getBoundingClientRect());
      if (segment.kind === "run") {
        this.#sizes.measured(segment.index, end - start);
        return [{ index: segment.index, start, end }];
      }
      let from = start;
      const places = [];
      for (let index = segment.from; index < segment.to; index += 1) {
        const to = from + this.#sizes.of(index);
        places.push({ index, start: from, end: to });
        from = to;
      }
      return places;
    });
  }

  #show(next: ReadonlySet<number>): void {
    const { size } = this.#shown;
    const isSame =
      next.size === size && [...next].every((index) => this.#shown.has(index));
    if (isSame) return;
    this.left.left([...this.#shown].filter((index) => !next.has(index)).length);
    this.#shown = next;
  }
}
