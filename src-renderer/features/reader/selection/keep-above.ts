import type { Place } from "../../../ui/keep-in-window";

const EDGE = 8;
const GAP = 8;
/** What stands above the text: the bar of the window. */
const TOP = 56;

/** Puts a fixed element above a passage, below it where there is no room; beside the view of the text only if that is too narrow, and never outside the window. */
export function keepAbove(node: HTMLElement, place: Place, view: Place): void {
  const { width, height } = node.getBoundingClientRect();
  const above = place.top - GAP - height;
  const below = Math.min(place.bottom + GAP, innerHeight - EDGE - height);
  const fits = width + 2 * EDGE <= view.right - view.left;
  const [left, right] = fits ? [view.left, view.right] : [0, innerWidth];
  const middle = (place.left + place.right - width) / 2;
  node.style.top = `${above >= TOP ? above : Math.max(TOP, below)}px`;
  node.style.left = `${Math.max(left + EDGE, Math.min(middle, right - EDGE - width))}px`;
}
