import type { HitGroup, HitList } from "#domain/search/hit";
import { fail, ok, type Result } from "#domain/result";
import { errorDetail } from "../storage/error-detail";
import { replaceFile } from "../storage/replace-file";

export const HIT_FORMATS = { markdown: "md", csv: "csv" } as const;
export type HitFormat = keyof typeof HIT_FORMATS;

/** Writes hits to a file, whole or not at all. Failure: `write-failed`. */
export async function exportHits(
  hits: HitList,
  format: HitFormat,
  path: string,
  now: number,
): Promise<Result<{ readonly path: string; readonly hits: number }>> {
  const text = format === "markdown" ? hitsMarkdown(hits) : hitsCsv(hits);
  try {
    await replaceFile(path, text, { now });
  } catch (error) {
    return fail({ code: "write-failed", path, detail: errorDetail(error) });
  }
  const count = hits.groups.reduce((sum, group) => sum + group.hits.length, 0);
  return ok({ path, hits: count });
}

/** A heading for each group, a quotation for each hit with what was found in bold. */
export function hitsMarkdown({ query, groups }: HitList): string {
  const sections = groups.map((group) => {
    const about = [group.kind, group.detail, group.date ?? ""]
      .filter((part) => part !== "")
      .join(" · ");
    const quotes = group.hits.map(({ heading, snippet }) => {
      const under = heading === "" ? "" : `*${escaped(heading)}*\n\n`;
      return `${under}> ${boldMarks(snippet)}`;
    });
    return [`## ${escaped(group.title)}`, escaped(about), ...quotes].join(
      "\n\n",
    );
  });
  return `${[`# ${escaped(query.text)}`, ...sections].join("\n\n")}\n`;
}

function boldMarks({
  text,
  marks,
}: HitGroup["hits"][number]["snippet"]): string {
  let line = "";
  let at = 0;
  for (const { start, end } of marks) {
    line += `${escaped(text.slice(at, start))}**${escaped(text.slice(start, end))}**`;
    at = end;
  }
  return (line + escaped(text.slice(at))).trim();
}

/** Imported text must not become markup of ours, nor HTML of anybody's. */
function escaped(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\\`*_{}[\]<>#|~]/gu, (sign) => `\\${sign}`);
}

const COLUMNS = [
  "kind",
  "id",
  "item",
  "title",
  "detail",
  "heading",
  "date",
  "language",
  "score",
  "start",
  "end",
  "snippet",
];

/** RFC 4180, a line for each hit. */
export function hitsCsv({ groups }: HitList): string {
  const rows = groups.flatMap((group) =>
    group.hits.map((hit) => [
      group.kind,
      group.id,
      group.itemId ?? "",
      group.title,
      group.detail,
      hit.heading,
      group.date ?? "",
      group.language ?? "",
      hit.score.toFixed(3),
      String(hit.target.start),
      String(hit.target.end),
      hit.snippet.text.replace(/\s+/gu, " ").trim(),
    ]),
  );
  return [COLUMNS, ...rows]
    .map((row) => `${row.map(cell).join(",")}\r\n`)
    .join("");
}

/** A spreadsheet takes a cell that begins so for a formula: imported text must not compute anything. */
const FORMULA = /^[=+\-@\t\r]/u;

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
