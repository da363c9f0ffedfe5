/** Where something that opens over the page belongs: below a box, or at a point (a box without size). */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A place that stays, or one that is asked for whenever something may have moved; `undefined` when it is gone for now. */
export type Anchor = Place | (() => Place | undefined);

const EDGE = 8;
const GAP = 4;
/** Text finds its place only some frames after a change of the window's size: what stands still so long has found it. */
const STILL_FRAMES = 30;

/** The box of an element, wherever it comes to stand. */
export function boxOf(element: Element): Anchor {
  return () => {
    const box = element.getBoundingClientRect();
    return box.width > 0 || box.height > 0 ? box : undefined;
  };
}

/** The place of a mouse. */
export function pointPlace(x: number, y: number): Place {
  return { left: x, top: y, right: x, bottom: y };
}

/** Puts a fixed element below its place, or above where there is more room, and never outside the window. */
function keepInWindow(node: HTMLElement, place: Place): void {
  const { width, height } = node.getBoundingClientRect();
  const below = place.bottom + (place.bottom > place.top ? GAP : 0);
  const fitsBelow = below + height <= innerHeight - EDGE;
  const top = Math.max(EDGE, fitsBelow ? below : place.top - GAP - height);
  const right = innerWidth - EDGE - width;
  const left = place.left > right ? place.right - width : place.left;
  node.style.top = `${Math.min(top, Math.max(EDGE, innerHeight - EDGE - height))}px`;
  node.style.left = `${Math.max(EDGE, Math.min(left, right))}px`;
}

/**
 * The same for as long as it is open, also when the window gets another size or what it belongs to is scrolled; returns
 * how to stop.
 */
export function stayInWindow(node: HTMLElement, anchor: Anchor): () => void {
  let frame = 0;
  let last: Place | undefined;
  /** Tells whether it stands where it stood. */
  const keep = (): boolean => {
    const place = (typeof anchor === "function" ? anchor() : anchor) ?? last;
    const isStill = isSamePlace(place, last);
    last = place;
    if (place) keepInWindow(node, place);
    return isStill;
  };
  const follow = (): void => {
    cancelAnimationFrame(frame);
    let still = 0;
    const step = (): void => {
      still = keep() ? still + 1 : 0;
      if (still < STILL_FRAMES) frame = requestAnimationFrame(step);
    };
    step();
  };
  keep();
  const events = new AbortController();
  const { signal } = events;
  window.addEventListener("resize", follow, { signal });
  // Scrolling does not bubble.
  document.addEventListener(
    "scroll",
    ({ target }) => {
      if (!(target instanceof Node) || !node.contains(target)) keep();
    },
    { signal, capture: true, passive: true },
  );
  return () => {
    events.abort();
    cancelAnimationFrame(frame);
  };
}

function isSamePlace(a: Place | undefined, b: Place | undefined): boolean {
  return (
    a?.left === b?.left &&
    a?.top === b?.top &&
    a?.right === b?.right &&
    a?.bottom === b?.bottom
  );
}
