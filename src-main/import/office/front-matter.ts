import type { HistoricalDate } from "#domain/historical-date";
import type { Draft, TextDraft } from "./draft";
import { hasInk, textOf, type Piece } from "./piece";
import { readWrittenDate } from "./written-date";

/** What a document says of itself before its text begins, by the styles of its first paragraphs. */
export interface FrontMatter {
  readonly title?: string;
  readonly creators: readonly string[];
  readonly date?: HistoricalDate;
  readonly description?: string;
  /** The document without what is said in its metadata. */
  readonly drafts: readonly Draft[];
}

/**
 * Takes title, authors and date off the front of a document. A title other than the known one stays, as a heading; an
 * unreadable date and the abstract stay too, since they are text that people read.
 */
export function takeFrontMatter(
  drafts: readonly Draft[],
  knownTitle: string | undefined,
): FrontMatter {
  const length = frontLength(drafts);
  const front = drafts.slice(0, length) as readonly TextDraft[];
  const written = join(front, "title");
  const title = knownTitle ?? written;
  const date = readWrittenDate(join(front, "date") ?? "");
  const description = join(front, "abstract");
  const isTaken = ({ role }: TextDraft): boolean =>
    role === "author" ||
    (role === "date" && date !== undefined) ||
    (role === "title" && fold(written ?? "") === fold(title ?? ""));
  const { kept, anchors } = takeOut(front, isTaken);
  const rest = [...kept.map(headed), ...drafts.slice(length)];
  return {
    ...(title === undefined ? {} : { title }),
    creators: front
      .filter(({ role }) => role === "author")
      .flatMap(({ pieces }) => splitNames(textOf(pieces))),
    ...(date === undefined ? {} : { date }),
    ...(description === undefined ? {} : { description }),
    drafts: withAnchors(rest, anchors),
  };
}

/** Names are written one to a paragraph or line, or with semicolons between. */
export function splitNames(text: string): string[] {
  return text
    .split(/[;\n]/u)
    .map((name) => name.replace(/\s+/gu, " ").trim())
    .filter((name) => name !== "");
}

function frontLength(drafts: readonly Draft[]): number {
  const end = drafts.findIndex(
    (draft) =>
      draft.kind === "table" ||
      ((draft.role === undefined || draft.role === "caption") &&
        !isBlank(draft)),
  );
  return end === -1 ? drafts.length : end;
}

function isBlank(draft: TextDraft): boolean {
  return draft.kind === "paragraph" && !hasInk(draft.pieces);
}

function join(
  front: readonly TextDraft[],
  role: TextDraft["role"],
): string | undefined {
  const text = front
    .filter((draft) => draft.role === role)
    .map(({ pieces }) => textOf(pieces).replace(/\s+/gu, " ").trim())
    .filter((each) => each !== "")
    .join(role === "abstract" ? "\n" : " ");
  return text === "" ? undefined : text;
}

function takeOut(
  front: readonly TextDraft[],
  isTaken: (draft: TextDraft) => boolean,
): { kept: TextDraft[]; anchors: Piece[] } {
  return {
    kept: front.filter((draft) => !isTaken(draft)),
    anchors: front
      .filter(isTaken)
      .flatMap(({ pieces }) => pieces.filter(({ kind }) => kind === "anchor")),
  };
}

function headed(draft: TextDraft): TextDraft {
  return draft.role === "title"
    ? { ...draft, kind: "heading", extra: { ...draft.extra, level: 1 } }
    : draft;
}

/** Links to what was taken out lead to what comes first now. */
function withAnchors(
  drafts: readonly Draft[],
  anchors: readonly Piece[],
): readonly Draft[] {
  if (anchors.length === 0) return drafts;
  return [{ kind: "paragraph", pieces: anchors, extra: {} }, ...drafts];
}

function fold(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();
}
