import type { Place } from "../../../ui/keep-in-window";

const EDGE = 8;
const GAP = 8;
/** What stands above the text: the bar of the window. */
const TOP = 56;
/** The widest the element gets. */
const MOST = 700;
/** In a narrower view it would take too many lines. */
const LEAST_VIEW = 300;

/**
 * Puts a fixed element above a passage, below it where there is no room. It takes as many lines as it needs to stay
 * within the view of the text; only where that is too narrow it stands beside it, and never outside the window.
 */
export function keepAbove(node: HTMLElement, place: Place, view: Place): void {
  const fits = view.right - view.left >= LEAST_VIEW;
  const [left, right] = fits ? [view.left, view.right] : [0, innerWidth];
  node.style.maxWidth = `${Math.min(MOST, right - left - 2 * EDGE)}px`;
  const { width, height } = node.getBoundingClientRect();
  const above = place.top - GAP - height;
  const below = Math.min(place.bottom + GAP, innerHeight - EDGE - height);
  const middle = (place.left + place.right - width) / 2;
  node.style.top = `${above >= TOP ? above : Math.max(TOP, below)}px`;
  node.style.left = `${Math.max(left + EDGE, Math.min(middle, right - EDGE - width))}px`;
}
