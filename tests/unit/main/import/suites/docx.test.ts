import { docxReader } from "#main/import/docx/docx-reader";
import { sanitise } from "#main/import/sanitise";
import type { ReadItem } from "#main/import/reader";
import type { Block, Mark, StructuredText } from "#domain/text/blocks";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parseNative } from "./native-document";
import { readNative, type NativeContent } from "./native-text";
import { similarity } from "./similarity";
import { listSuiteFiles, skipWhen } from "./suite-files";

const PATHS = [
  ...listSuiteFiles("docx-pandoc", ".docx"),
  ...listSuiteFiles("docx-mammoth", ".docx"),
];

/** Why a reading differs from the reference on purpose. */
const EXPLAINED: Readonly<Record<string, string>> = {
  "0_level_headers":
    "words that numbering writes before a heading (“SECTION 1”) are text here",
  diagram: "texts of a diagram are read; the reference has “[DIAGRAM]”",
  inline_images:
    "descriptions of pictures follow the sentence instead of cutting it",
  table_captions_with_field:
    "a caption below its table stays there; the reference moves it above",
};

interface Measured {
  readonly name: string;
  readonly item: ReadItem;
  readonly native: NativeContent | undefined;
}

describe("the documents of docx-*", () => {
  skipWhen(
    PATHS.length === 0,
    "the Word documents of the suites are not on this machine",
  );
  let measured: readonly Measured[] = [];
  beforeAll(async () => {
    measured = await Promise.all(PATHS.map(measure));
  });

  it("are all imported, with nothing that would have to be cleaned", () => {
    expect(measured).toHaveLength(PATHS.length);
    for (const { item } of measured) {
      expectSound(item.structured);
      expect(sanitise(item).structured).toEqual(item.structured);
    }
  });

  it("read as the reference reads them, to 0.95 on nine of ten", () => {
    const scores = compared(measured).map(({ name, item, native }) => ({
      name,
      score: similarity(withoutReferences(item.structured), native.text),
    }));
    const good = scores.filter(({ score }) => score >= 0.95);
    const rest = scores.filter(({ score }) => score < 0.95);
    console.log(
      `docx: ${good.length} of ${scores.length} texts at 0.95 or better, ${scores.filter(({ score }) => score === 1).length} equal`,
    );
    for (const { name, score } of rest)
      console.log(
        `  ${name} ${score.toFixed(3)}: ${EXPLAINED[name] ?? "not explained"}`,
      );
    expect(good.length / scores.length).toBeGreaterThanOrEqual(0.9);
  });

  it("give headings, list items, tables and notes as blocks of their kind", () => {
    const differing = compared(measured)
      .map(({ name, item, native }) => ({
        name,
        ours: countsOf(item.structured.blocks),
        theirs: {
          headings: native.headings,
          bulletItems: native.bulletItems,
          numberedItems: native.numberedItems,
          tables: native.tables,
          notes: native.notes,
        },
      }))
      .filter(
        ({ ours, theirs }) => JSON.stringify(ours) !== JSON.stringify(theirs),
      );
    console.log(
      `docx: structures differ in ${differing.length} of ${compared(measured).length}`,
      ...differing.map((each) => JSON.stringify(each)),
    );
    expect(differing.length / compared(measured).length).toBeLessThan(0.05);
  });
});

async function measure(path: string): Promise<Measured> {
  const bytes = readFileSync(path);
  const read = await docxReader.read(
    bytes,
    { fileName: basename(path) },
    { progress: () => undefined },
  );
  if (!read.ok)
    throw new Error(`${basename(path)}: ${JSON.stringify(read.failure)}`);
  const reference = path.replace(/docx$/u, "native");
  return {
    name: basename(path, ".docx"),
    item: read.value,
    native: existsSync(reference)
      ? readNative(parseNative(readFileSync(reference, "utf8")))
      : undefined,
  };
}

function compared(
  measured: readonly Measured[],
): (Measured & { readonly native: NativeContent })[] {
  return measured.filter(
    (each): each is Measured & { readonly native: NativeContent } =>
      each.native !== undefined,
  );
}

function countsOf(blocks: readonly Block[]): Record<string, number> {
  const items = blocks.filter(({ kind }) => kind === "list-item");
  const count = (kind: Block["kind"]): number =>
    blocks.filter((block) => block.kind === kind).length;
  return {
    headings: count("heading"),
    bulletItems: items.filter(({ number }) => number === undefined).length,
    numberedItems: items.filter(({ number }) => number !== undefined).length,
    tables: count("table"),
    notes: new Set(
      blocks
        .filter(({ kind }) => kind === "footnote")
        .map(({ label }) => label),
    ).size,
  };
}

/** The reference has notes in place of marks, so that marks have no counterpart. */
function withoutReferences({ text, blocks }: StructuredText): string {
  return marksOf(blocks)
    .filter(({ kind }) => kind === "footnote-reference")
    .sort((a, b) => b.start - a.start)
    .reduce(
      (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
      text,
    );
}

function marksOf(blocks: readonly Block[]): Mark[] {
  return blocks.flatMap((block) => [
    ...block.marks,
    ...(block.rows ?? []).flat().flatMap((cell) => cell.marks),
  ]);
}

/** Blocks lie in order inside the text, and marks inside their blocks. */
function expectSound({ text, blocks }: StructuredText): void {
  let end = 0;
  for (const block of blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end);
    end = block.end;
    for (const mark of marksOf([block])) {
      expect(mark.start).toBeGreaterThanOrEqual(block.start);
      expect(mark.end).toBeLessThanOrEqual(block.end);
    }
  }
  expect(end).toBe(text.length);
}
