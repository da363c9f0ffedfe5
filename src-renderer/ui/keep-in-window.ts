/** Where something that opens over the page belongs: below a box, or at a point (a box without size). */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const EDGE = 8;
const GAP = 4;

/** The place of a mouse. */
export function pointPlace(x: number, y: number): Place {
  return { left: x, top: y, right: x, bottom: y };
}

/** Puts a fixed element below its place, or above where there is more room, and never outside the window. */
function keepInWindow(node: HTMLElement, place: Place): void {
  const { width, height } = node.getBoundingClientRect();
  const below = place.bottom + (place.bottom > place.top ? GAP : 0);
  const fitsBelow = below + height <= innerHeight - EDGE;
  const top = fitsBelow ? below : Math.max(EDGE, place.top - GAP - height);
  const right = innerWidth - EDGE - width;
  const left = place.left > right ? place.right - width : place.left;
  node.style.top = `${Math.min(top, Math.max(EDGE, innerHeight - EDGE - height))}px`;
  node.style.left = `${Math.max(EDGE, Math.min(left, right))}px`;
}

/** The same for as long as it is open, also when the window is made smaller; returns how to stop. */
export function stayInWindow(node: HTMLElement, place: Place): () => void {
  const keep = (): void => keepInWindow(node, place);
  keep();
  window.addEventListener("resize", keep);
  return () => window.removeEventListener("resize", keep);
}
