import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api.d.ts";
import { turn } from "./fragment";
import type { Line } from "./line";

/** An entry of the file's own contents. */
export interface OutlineEntry {
  readonly title: string;
  /** From 1. */
  readonly level: number;
  /** Index of the page it leads to. */
  readonly page: number;
  /** Where on the page, in the page's own coordinates (upwards). */
  readonly top?: number;
}

interface OutlineNode {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly OutlineNode[];
}

/** A hostile outline may be as long and as deep as it likes. */
const MOST_ENTRIES = 5_000;
const DEEPEST = 12;

/** Reads the contents that the file gives itself. Entries that lead nowhere are left out. */
export async function readOutline(
  document: PDFDocumentProxy,
): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  let seen = 0;
  const visit = async (
    nodes: readonly OutlineNode[],
    level: number,
  ): Promise<void> => {
    for (const node of nodes) {
      seen += 1;
      if (seen > MOST_ENTRIES) return;
      const title = node.title.replace(/\s+/gu, " ").trim();
      const target = await resolve(document, node.dest);
      if (title !== "" && target) entries.push({ title, level, ...target });
      if (level < DEEPEST) await visit(node.items, level + 1);
    }
  };
  try {
    await visit(
      ((await document.getOutline()) ?? []) as unknown as OutlineNode[],
      1,
    );
  } catch {
    // A broken outline is none; the text is there all the same.
  }
  return entries;
}

async function resolve(
  document: PDFDocumentProxy,
  dest: OutlineNode["dest"],
): Promise<Pick<OutlineEntry, "page" | "top"> | undefined> {
  try {
    const explicit: readonly unknown[] | null =
      typeof dest === "string" ? await document.getDestination(dest) : dest;
    if (!Array.isArray(explicit)) return undefined;
    const [target, how, ...numbers] = explicit as [
      unknown,
      { readonly name?: string } | undefined,
      ...unknown[],
    ];
    const page =
      typeof target === "number"
        ? target
        : await document.getPageIndex(target as { num: number; gen: number });
    const top = numbers[how?.name === "XYZ" ? 1 : 0];
    const hasTop = /^(?:XYZ|FitH|FitBH)$/u.test(how?.name ?? "");
    return hasTop && typeof top === "number" ? { page, top } : { page };
  } catch {
    return undefined;
  }
}

/** Finds the line each entry leads to, among the lines of the finished text in order. */
export function placeOutline(
  entries: readonly OutlineEntry[],
  lines: readonly Line[],
): Map<Line, OutlineEntry[]> {
  const byPage = new Map<number, Line[]>();
  for (const line of lines) {
    const own = byPage.get(line.page);
    if (own) own.push(line);
    else byPage.set(line.page, [line]);
  }
  const placed = new Map<Line, OutlineEntry[]>();
  for (const entry of entries) {
    const line =
      lineOn(byPage.get(entry.page) ?? [], entry) ??
      lines.find(({ page }) => page > entry.page);
    if (line) placed.set(line, [...(placed.get(line) ?? []), entry]);
  }
  return placed;
}

/** The line that bears the title, nearest to the place; else the first one at or below the place. */
function lineOn(
  lines: readonly Line[],
  { title, top }: OutlineEntry,
): Line | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const down = top === undefined ? undefined : turn(0, top, first.angle).down;
  const away = (line: Line): number =>
    down === undefined ? 0 : Math.abs(line.baseline - down);
  const titled = lines
    .filter((line) => bears(line.text, title))
    .sort((a, b) => away(a) - away(b))[0];
  if (titled) return titled;
  if (down === undefined) return first;
  return (
    lines
      .filter((line) => line.baseline > down - 2)
      .sort((a, b) => a.baseline - b.baseline)[0] ?? lines.at(-1)
  );
}

function bears(line: string, title: string): boolean {
  const [a, b] = [lettersOf(line), lettersOf(title)];
  if (a.length < 3) return a !== "" && a === b;
  return a === b || a.endsWith(b) || (b.startsWith(a) && a.length > 8);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
