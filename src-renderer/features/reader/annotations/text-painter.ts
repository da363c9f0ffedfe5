import type { TextRange } from "#domain/text/blocks";
import { piecesOf, textNodes } from "../text-nodes";

/** A stretch of text to be painted under a name that the style sheet knows (`::highlight(name)`). */
export interface Paint extends TextRange {
  readonly name: string;
}

/** Higher ones are painted over lower ones. */
const PRIORITY: Readonly<Record<string, number>> = {
  "aide-current": 20,
  "aide-mention-current": 20,
  "aide-find": 12,
  "aide-find-current": 25,
  "aide-mention": 10,
};

/**
 * Paints stretches of text through the CSS Custom Highlight API: the page's elements stay as they are, so that
 * thousands of highlights cost neither elements nor layout. Only runs near the view are ever painted.
 */
export class TextPainter {
  readonly #paintsOf: (start: number, end: number) => readonly Paint[];
  readonly #painted = new Map<HTMLElement, readonly Painted[]>();

  /** `paintsOf`: what touches a stretch of the canonical text. */
  constructor(paintsOf: (start: number, end: number) => readonly Paint[]) {
    this.#paintsOf = paintsOf;
  }

  readonly draw = (run: HTMLElement): void => {
    this.erase(run);
    const nodes = [...textNodes(run)];
    const [first, last] = [nodes[0], nodes.at(-1)];
    if (!first || !last) return;
    const painted = this.#paintsOf(
      first.offset,
      last.offset + last.length,
    ).flatMap((paint) =>
      piecesOf(nodes, paint).map((piece) => ({ name: paint.name, piece })),
    );
    for (const { name, piece } of painted) highlightNamed(name).add(piece);
    this.#painted.set(run, painted);
  };

  readonly erase = (run: HTMLElement): void => {
    for (const { name, piece } of this.#painted.get(run) ?? [])
      CSS.highlights.get(name)?.delete(piece);
    this.#painted.delete(run);
  };

  /** Paints again all that is painted now: what is to be painted changed. */
  redraw(): void {
    for (const run of [...this.#painted.keys()]) this.draw(run);
  }
}

interface Painted {
  readonly name: string;
  readonly piece: StaticRange;
}

/** One for the whole page, since two readers may stand side by side. */
function highlightNamed(name: string): Highlight {
  const known = CSS.highlights.get(name);
  if (known) return known;
  const made = new Highlight();
  made.priority = PRIORITY[name] ?? 0;
  CSS.highlights.set(name, made);
  return made;
}
