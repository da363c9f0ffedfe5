import { pathOf } from "../../app/bridge";
import type { Pasted } from "./import-session.svelte";

/** Enough to see what was pasted; more is cut off on the screen. */
const SHOWN = 600;
/** A pasted text may be very long, and begin with many empty lines. */
const MOST_LOOKED_AT = 5_000;

/** Tells whether files or folders of the system are being dragged. */
export function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/** Where the dropped files and folders lie; what has no place on a disk is left out. */
export function pathsOf(event: DragEvent): string[] {
  return [...(event.dataTransfer?.files ?? [])]
    .map(pathOf)
    .filter((path) => path !== "");
}

/** What the clipboard brings; `undefined` when that is no text. */
export function textOf(event: ClipboardEvent): Pasted | undefined {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const html = event.clipboardData?.getData("text/html") ?? "";
  return text.trim() === "" && html.trim() === "" ? undefined : { text, html };
}

/** How a pasted text begins, a line of it a line, to recognise it by. */
export function beginningOf({ text, html }: Pasted): string {
  const plain =
    text.trim() === ""
      ? (new DOMParser().parseFromString(html, "text/html").body.textContent ??
        "")
      : text;
  const begin = plain.trimStart().slice(0, MOST_LOOKED_AT);
  return begin
    .replace(/\s*\n\s*/gu, "\n")
    .slice(0, SHOWN)
    .trim();
}
