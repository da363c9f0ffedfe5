import { formatHistoricalDate } from "#domain/historical-date";
import type { HitRow } from "./hit-rows";
import { KIND_WORDS } from "./kind-words";

/**
 * The line under a title: what kind of thing it is, and what tells it from others of its kind. Where the text stands
 * below it, as in a preview, what that begins with is not said twice.
 */
export function aboutHit(hit: HitRow, isTextBelow = !hit.isName): string {
  const { kind, alias } = hit;
  const parts = [
    kindOf(hit),
    alias === undefined ? "" : `also “${alias}”`,
    detailOf(hit, isTextBelow),
    kind === "passage" && hit.date ? formatHistoricalDate(hit.date) : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** An item is called by what it is: a brief, a cable. */
function kindOf({ kind, isName, target, detail }: HitRow): string {
  if (kind === "passage") return sentenceCase(detail) || KIND_WORDS.item.one;
  if (kind !== "item") return KIND_WORDS[kind].one;
  if (isName && target) return `Section of “${detail}”`;
  return sentenceCase(detail) || KIND_WORDS.item.one;
}

function detailOf({ kind, detail }: HitRow, isTextBelow: boolean): string {
  switch (kind) {
    case "passage":
    case "item":
    case "tag":
      return "";
    case "annotation":
      return detail === "" ? "" : `“${detail}”`;
    case "actor":
    case "issue":
      // The text of an actor begins with the roles, that of an issue with the question.
      return isTextBelow ? "" : sentenceCase(detail);
    default:
      return detail;
  }
}

/** `web-page`: `Web page`. */
function sentenceCase(word: string): string {
  const spaced = /^[a-z]+(?:-[a-z]+)*$/u.test(word)
    ? word.replaceAll("-", " ")
    : word;
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
