/** A stretch along the flow of the text, in CSS pixels that grow as the text goes on. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Which way the lines of a text follow one another. */
export interface Axis {
  span(box: DOMRect): Span;
  /** How much of the view there is along it. */
  extent(view: HTMLElement): number;
  scrollBy(view: HTMLElement, distance: number): void;
  toStart(view: HTMLElement): void;
  isAtStart(view: HTMLElement): boolean;
  /** How far is left to scroll. */
  left(view: HTMLElement): number;
}

export const DOWNWARD: Axis = {
  span: ({ top, bottom }) => ({ start: top, end: bottom }),
  extent: (view) => view.clientHeight,
  scrollBy: (view, distance) => void (view.scrollTop += distance),
  toStart: (view) => void (view.scrollTop = 0),
  isAtStart: (view) => view.scrollTop === 0,
  left: (view) => view.scrollHeight - view.clientHeight - view.scrollTop,
};

/** Vertical lines that follow one another from right to left: Chinese, Japanese. `scrollLeft` goes from 0 down. */
export const LEFTWARD: Axis = {
  span: ({ left, right }) => ({ start: -right, end: -left }),
  extent: (view) => view.clientWidth,
  scrollBy: (view, distance) => void (view.scrollLeft -= distance),
  toStart: (view) => void (view.scrollLeft = 0),
  isAtStart: (view) => view.scrollLeft === 0,
  left: (view) => view.scrollWidth - view.clientWidth + view.scrollLeft,
};

/** Vertical lines from left to right: Mongolian. */
export const RIGHTWARD: Axis = {
  span: ({ left, right }) => ({ start: left, end: right }),
  extent: (view) => view.clientWidth,
  scrollBy: (view, distance) => void (view.scrollLeft += distance),
  toStart: (view) => void (view.scrollLeft = 0),
  isAtStart: (view) => view.scrollLeft === 0,
  left: (view) => view.scrollWidth - view.clientWidth - view.scrollLeft,
};
