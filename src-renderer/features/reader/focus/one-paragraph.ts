import type { TextView } from "../text-view.svelte";

/** On the article while only one paragraph is lit, and on the block that is. */
const DIMMED = "data-dimmed";
const LIT = "data-lit-paragraph";
/** Share of the view at which one reads. */
const READING_AT = 0.4;
/** A view that moved less than this stands where it stood, in CSS pixels. */
const STILL = 2;

/** One paragraph of a text is lit: the one at the height at which one reads, or the one that keys went to. */
export class OneParagraph {
  readonly #view: TextView;
  /** Offset of the lit block. */
  #lit: number | undefined;
  /** Where the view stood when keys had put it there: until it moves, theirs counts. */
  #stoodAt: number | undefined;
  #isStepping = false;

  constructor(view: TextView) {
    this.#view = view;
  }

  /** The view has moved, or other blocks are on the page. */
  follow(): void {
    const { article } = this.#view;
    if (!article) return;
    article.setAttribute(DIMMED, "");
    const hasMoved =
      this.#stoodAt === undefined ||
      Math.abs(this.#standsAt(article) - this.#stoodAt) > STILL;
    if (hasMoved && !this.#isStepping) {
      this.#stoodAt = undefined;
      this.#lit = this.#nearest(article) ?? this.#lit;
    }
    this.#show(article);
  }

  /** Lights the paragraph after the lit one, or before it, and brings it to where one reads. */
  async step(step: 1 | -1): Promise<void> {
    const { item, article } = this.#view;
    const { blocks } = item;
    const from = this.#lit ?? 0;
    const at = blocks.findLastIndex(({ start }) => start <= from);
    const next =
      step === 1
        ? blocks.slice(at + 1).find(hasWords)
        : blocks.slice(0, Math.max(0, at)).findLast(hasWords);
    if (!next || !article) return;
    this.#lit = next.start;
    this.#isStepping = true;
    await this.#view.show({ start: next.start, end: next.end }, "center");
    this.#isStepping = false;
    this.#stoodAt = this.#standsAt(article);
    this.#show(article);
  }

  /** All is as before. */
  release(): void {
    const { article } = this.#view;
    article?.removeAttribute(DIMMED);
    for (const lit of article?.querySelectorAll(`[${LIT}]`) ?? [])
      lit.removeAttribute(LIT);
  }

  #show(article: HTMLElement): void {
    const block = article.querySelector(`.block[data-from="${this.#lit}"]`);
    for (const before of article.querySelectorAll(`[${LIT}]`))
      if (before !== block) before.removeAttribute(LIT);
    block?.setAttribute(LIT, "");
  }

  #nearest(article: HTMLElement): number | undefined {
    const { scroller, axis } = this.#view;
    if (!scroller) return undefined;
    const { start, end } = axis.span(scroller.getBoundingClientRect());
    const reading = start + (end - start) * READING_AT;
    let [found, least]: [HTMLElement | undefined, number] = [
      undefined,
      Infinity,
    ];
    for (const block of article.querySelectorAll<HTMLElement>(".block")) {
      const span = axis.span(block.getBoundingClientRect());
      const away = Math.max(span.start - reading, reading - span.end, 0);
      if (away < least) [found, least] = [block, away];
    }
    return found && Number(found.dataset["from"]);
  }

  #standsAt(article: HTMLElement): number {
    return this.#view.axis.span(article.getBoundingClientRect()).start;
  }
}

function hasWords({ start, end }: { start: number; end: number }): boolean {
  return end > start;
}
