import { titleOf, type Note, type NoteTarget } from "#domain/notes/note";
import { readFrontMatter, splitFrontMatter } from "#domain/notes/front-matter";
import { fail, ok, type Result } from "#domain/result";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { fragmentSchema } from "../library/fragment-schema";
import { contentHash } from "../storage/content-hash";
import { errorDetail } from "../storage/error-detail";

const selectorSchema = v.variant("type", [
  v.object({
    type: v.literal("TextQuoteSelector"),
    exact: v.string(),
    prefix: v.optional(v.string(), ""),
    suffix: v.optional(v.string(), ""),
  }),
  v.object({
    type: v.literal("TextPositionSelector"),
    start: v.number(),
    end: v.number(),
  }),
]);
const targetSchema = v.object({
  item: v.string(),
  selector: v.array(selectorSchema),
  position: fragmentSchema,
});

/** A note as its file says, with the text of the file for the next edit. */
export interface NoteFile {
  readonly note: Note;
  readonly text: string;
  /** Hash of the file. */
  readonly revision: string;
}

/** Reads one note file; fails with the reason when its bytes are not UTF-8 or its front matter is not YAML. */
export async function readNoteFile(
  library: string,
  path: string,
): Promise<Result<NoteFile, string>> {
  let bytes: Uint8Array;
  let times: { birthtimeMs: number; mtimeMs: number };
  try {
    [bytes, times] = await Promise.all([
      readFile(join(library, path)),
      stat(join(library, path)),
    ]);
  } catch (error) {
    return fail(errorDetail(error));
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    return fail("the file is not UTF-8 text");
  }
  const { yaml, body } = splitFrontMatter(text);
  const fields = readFrontMatter(yaml);
  if (!fields.ok) return fields;
  return ok({
    note: toNote(path, fields.value, body, times),
    text,
    revision: contentHash(bytes),
  });
}

function toNote(
  path: string,
  fields: Readonly<Record<string, unknown>>,
  body: string,
  times: { birthtimeMs: number; mtimeMs: number },
): Note {
  const target = v.safeParse(targetSchema, fields.target);
  const title = typeof fields.title === "string" ? fields.title : undefined;
  const created =
    typeof fields.created === "string"
      ? Date.parse(fields.created)
      : Number.NaN;
  return {
    id:
      typeof fields.id === "string" && fields.id !== ""
        ? fields.id
        : idFromPath(path),
    path,
    title: titleOf(title, body),
    body: body.replace(/\r\n/gu, "\n"),
    tags: Array.isArray(fields.tags)
      ? fields.tags.filter((tag): tag is string => typeof tag === "string")
      : [],
    createdAt: Number.isFinite(created)
      ? created
      : Math.round(times.birthtimeMs),
    modifiedAt: Math.round(times.mtimeMs),
    ...(target.success ? { target: target.output as NoteTarget } : {}),
  };
}

/** A file of another editor has no id of ours: its path stands in until we save it for the first time. */
function idFromPath(path: string): string {
  return `path-${contentHash(path).slice(0, 20)}`;
}
