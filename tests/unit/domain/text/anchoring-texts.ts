import { parseMarkdown } from "#domain/text/parse-markdown";
import type { StructuredText } from "#domain/text/blocks";
import { readerOf } from "#main/import/readers";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listSuiteFiles } from "../../main/import/suites/suite-files";

/** A page, and whether the thresholds of judge-candidates.ts were set while looking at it. */
export interface AnchoringText {
  readonly name: string;
  readonly text: string;
  readonly isTuned: boolean;
}

const SHORTEST = 400;
/** Chapters of one book, evenly chosen: one long book is not to outweigh all others. */
const MOST_CHAPTERS = 5;

/** Own briefs and saved pages, on which the thresholds were set. */
export function tunedTexts(): AnchoringText[] {
  const briefs = "resources/corpus/nato-csto-2009/items";
  const own = readdirSync(briefs).map((name) => ({
    name,
    text: parseMarkdown(
      readFileSync(join(briefs, name), "utf8").split("---\n")[2] ?? "",
    ).text,
  }));
  const saved = listSuiteFiles("html-readability", "")
    .map((folder) => join(folder, "expected.html"))
    .filter((path) => existsSync(path))
    .map((path) => ({ name: path, text: bareText(readFileSync(path, "utf8")) }))
    .filter(({ text }) => text.length > SHORTEST);
  return [...own, ...saved].map((each) => ({ ...each, isTuned: true }));
}

/** Documents and chapters as the program imports them; no threshold was set on any of them. */
export async function unseenTexts(): Promise<AnchoringText[]> {
  const documents = [
    ...listSuiteFiles("docx-pandoc", ".docx"),
    ...listSuiteFiles("docx-mammoth", ".docx"),
  ].map((path) => imported(path, "docx"));
  const books = [
    ...listSuiteFiles("epub-samples", ".epub"),
    ...listSuiteFiles("epub-readest", ".epub"),
    ...listSuiteFiles("epub-w3c", ".epub"),
  ].map((path) => imported(path, "epub"));
  const texts = [
    ...(await Promise.all(documents)).map(({ name, read }) => ({
      name,
      text: read?.text ?? "",
    })),
    ...(await Promise.all(books)).flatMap(({ name, read }) =>
      read ? chaptersOf(name, read) : [],
    ),
  ];
  const known = new Set<string>();
  return texts
    .filter(({ text }) => text.length > SHORTEST && !known.has(text))
    .map((each) => {
      known.add(each.text);
      return { ...each, isTuned: false };
    });
}

async function imported(
  path: string,
  format: "docx" | "epub",
): Promise<{ name: string; read: StructuredText | undefined }> {
  const reader = await readerOf(format);
  const read = await reader.read(
    readFileSync(path),
    {},
    { progress: () => undefined },
  );
  return { name: path, read: read.ok ? read.value.structured : undefined };
}

function chaptersOf(
  name: string,
  { text, contents }: StructuredText,
): { name: string; text: string }[] {
  const starts = [
    ...new Set([0, ...(contents ?? []).map(({ start }) => start)]),
  ].sort((a, b) => a - b);
  const chapters = starts
    .map((start, at) => text.slice(start, starts[at + 1] ?? text.length).trim())
    .filter((chapter) => chapter.length > SHORTEST);
  const step = Math.max(1, chapters.length / MOST_CHAPTERS);
  return Array.from(
    { length: Math.min(MOST_CHAPTERS, chapters.length) },
    (_, at) => ({
      name: `${name}, chapter ${Math.floor(at * step)}`,
      text: chapters[Math.floor(at * step)] ?? "",
    }),
  );
}

/** Rough text of a page, navigation and repeated boilerplate included: harder than an article alone. */
function bareText(html: string): string {
  return html
    .replace(/<(script|style|head|svg)[^>]*>[\s\S]*?<\/\1>/giu, "")
    .replace(/<\/(p|div|li|h\d|td|section|article)>/giu, "\n\n")
    .replace(/<[^>]+>/gu, "")
    .replace(/&nbsp;/gu, " ")
    .replace(/&amp;/gu, "&")
    .replace(/[ \t]+/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .replace(/\n{2,}/gu, "\n\n")
    .trim();
}
