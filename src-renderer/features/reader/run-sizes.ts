import type { Block } from "#domain/text/blocks";
import type { BlockRun } from "./block-runs";

const FIGURE_LINES = 14;
/** Space after a block, in lines. */
const AFTER = 0.6;

/** What a line of the text holds, by which sizes are guessed. */
export interface LineMeasure {
  readonly letters: number;
  /** In CSS pixels. */
  readonly height: number;
}

/** How much room each run takes along the text: as it was last measured, else about as much as its letters need. */
export class RunSizes {
  readonly #runs: readonly BlockRun[];
  readonly #guessed: Float64Array;
  readonly #measured: Float64Array;

  constructor(runs: readonly BlockRun[], line: LineMeasure) {
    this.#runs = runs;
    this.#guessed = new Float64Array(runs.length);
    this.#measured = new Float64Array(runs.length);
    this.reset(line);
  }

  /** Lines are others now: what was measured no longer holds. */
  reset({ letters, height }: LineMeasure): void {
    this.#measured.fill(0);
    this.#runs.forEach(({ blocks }, index) => {
      const lines = blocks.reduce(
        (sum, each) => sum + linesOf(each, letters),
        0,
      );
      this.#guessed[index] = lines * height;
    });
  }

  measured(index: number, size: number): void {
    this.#measured[index] = size;
  }

  of(index: number): number {
    return this.#measured[index] || this.#guessed[index] || 0;
  }

  /** Of the runs `from` up to, but not including, `to`. */
  between(from: number, to: number): number {
    let sum = 0;
    for (let index = from; index < to; index += 1) sum += this.of(index);
    return sum;
  }
}

function linesOf(block: Block, letters: number): number {
  if (block.kind === "figure") return FIGURE_LINES;
  if (block.rows) return block.rows.length + 1;
  return Math.ceil((block.end - block.start) / letters) + AFTER;
}
