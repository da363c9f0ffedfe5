import type { ReaderPlace, ReaderRoute, Route } from "../../../app/route";

export type Side = "first" | "second";

/**
 * The route with another place on one side; without one, as it is. The other side's place stays the same object: it does
 * not move. A passage that was lit is none any more.
 */
export function placedAt(
  route: ReaderRoute,
  side: Side,
  at: ReaderPlace["at"],
): ReaderRoute {
  if (!at) return route;
  if (side === "first") {
    const { target: _lit, ...rest } = route;
    return { ...rest, at };
  }
  const { beside } = route;
  if (!beside || "note" in beside) return route;
  return { ...route, beside: { item: beside.item, at } };
}

/** What is shown when one side is closed. */
export function without({ beside, ...first }: ReaderRoute, side: Side): Route {
  if (side === "second" || !beside) return first;
  return "note" in beside
    ? { screen: "notes", ...beside }
    : { screen: "reader", ...beside };
}

/** Both items, each on the other's side. */
export function swapped(route: ReaderRoute): ReaderRoute {
  const { screen, beside, ...first } = route;
  if (!beside || "note" in beside) return route;
  return { screen, ...beside, beside: first };
}
