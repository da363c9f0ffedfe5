import type { Beside, Route } from "./route";

/** Tells whether a move stays among the texts that are read: then nothing is taken off the page. */
export function isSamePanes(route: Route, next: Route): boolean {
  return (
    route.screen === "reader" &&
    next.screen === "reader" &&
    route.item === next.item &&
    subjectOf(route.beside) === subjectOf(next.beside)
  );
}

function subjectOf(beside: Beside | undefined): string {
  if (!beside) return "";
  return "note" in beside ? `note ${beside.note}` : beside.item;
}
