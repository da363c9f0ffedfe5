import type { AnchoredEvidence } from "#bridge/contract/knowledge";
import type { Route } from "../../app/route";

/** Where the passage of a piece of evidence is read; `undefined` when none stands for it any more. */
export function passageOf({
  item,
  anchor,
}: AnchoredEvidence): Route | undefined {
  if (anchor.state === "orphan") return undefined;
  const { start, end } = anchor;
  return { screen: "reader", item, target: { start, end } };
}

/** Where the first passage that still stands is read. */
export function firstPassage(
  evidence: readonly AnchoredEvidence[] = [],
): Route | undefined {
  return evidence.map(passageOf).find((route) => route !== undefined);
}
