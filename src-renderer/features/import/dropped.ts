import { pathOf } from "../../app/bridge";
import type { Pasted } from "./import-session.svelte";

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

/** The first line that says something, to recognise a pasted text by. */
export function firstLine({ text, html }: Pasted): string {
  const plain =
    text.trim() === ""
      ? (new DOMParser().parseFromString(html, "text/html").body.textContent ??
        "")
      : text;
  const line = plain.split("\n").find((each) => each.trim() !== "") ?? "";
  return line.trim().slice(0, 300);
}
