import type { FragmentSelector, Selector } from "../text/selectors";

/** The passage a note was written on. */
export interface NoteTarget {
  readonly item: string;
  readonly selector: readonly Selector[];
  /** At which letter it stands; beside the others, for older programs refuse a list with selectors they do not know. */
  readonly position?: FragmentSelector;
}

/** All that leads to the passage. */
export function selectorsOfNote({
  selector,
  position,
}: NoteTarget): readonly Selector[] {
  return position ? [...selector, position] : selector;
}

/** The user's own Markdown text. The file is the truth; everything here is read from it. */
export interface Note {
  readonly id: string;
  /** Path within the library, with forward slashes, such as `notes/seminar-question-2.md`. */
  readonly path: string;
  readonly title: string;
  /** Markdown without the front matter. */
  readonly body: string;
  readonly tags: readonly string[];
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly target?: NoteTarget;
}

const FALLBACK_TITLE = "Untitled note";
const TITLE_LENGTH = 80;

/** The title of a note: its front matter's, else its first heading or line, else a fallback. */
export function titleOf(title: string | undefined, body: string): string {
  if (title?.trim()) return title.trim();
  const line = body
    .split("\n")
    .map((each) => each.replace(/^[#>\-*\s]+/u, "").trim())
    .find((each) => each !== "");
  return line ? truncate(line) : FALLBACK_TITLE;
}

function truncate(line: string): string {
  const characters = Array.from(line);
  return characters.length <= TITLE_LENGTH
    ? line
    : `${characters.slice(0, TITLE_LENGTH - 1).join("")}…`;
}
