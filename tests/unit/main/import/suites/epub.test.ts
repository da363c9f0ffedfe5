import { epubReader } from "#main/import/epub/epub-reader";
import type { ReadFailure, ReadItem } from "#main/import/reader";
import type { Result } from "#domain/result";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { measureCfis, type CfiCounts } from "./measure-cfis";
import { rereadBook, WORD, wordsOf } from "./reread-book";
import { listSuiteFiles, skipWhen } from "./suite-files";

const SUITES = ["epub-w3c", "epub-samples", "epub-readest", "epub-hostile"];
const FILES = SUITES.flatMap((suite) => listSuiteFiles(suite, ".epub"));
/** Words in a row that are looked for, to find a document again in the text. */
const RUN = 6;
/** Passages of each book that are described by CFIs. */
const PASSAGES = Number(process.env["AIDE_PASSAGES"] ?? 20);
const cfis: CfiCounts[] = [];
const outcomes = new Map<string, Result<ReadItem, ReadFailure>>();

describe("the books of the suites", () => {
  skipWhen(
    FILES.length === 0,
    "the books of the suites are not on this machine",
  );
  beforeAll(async () => {
    let slowest = ["", 0] as readonly [string, number];
    for (const path of FILES) {
      const bytes = new Uint8Array(readFileSync(path));
      const startedAt = performance.now();
      const read = await epubReader.read(
        bytes,
        {},
        { progress: () => undefined },
      );
      const ms = performance.now() - startedAt;
      if (ms > slowest[1]) slowest = [basename(path), ms];
      outcomes.set(path, read);
    }
    const all = [...outcomes.values()];
    const refused = [...outcomes].flatMap(([path, read]) =>
      read.ok
        ? []
        : [`${basename(path)}: ${read.failure.code} (${read.failure.detail})`],
    );
    const warned = [...outcomes].flatMap(([path, read]) =>
      read.ok && read.value.warnings.length > 0
        ? [
            `${basename(path)}: ${read.value.warnings.map(({ code, detail }) => `${code} (${detail})`).join("; ")}`,
          ]
        : [],
    );
    console.log(
      `${all.length} books: ${all.length - refused.length} imported, ${warned.length} of them with warnings; ${refused.length} refused` +
        `${[...refused, ...warned].map((line) => `\n  ${line}`).join("")}\nslowest: ${slowest[0]}, ${Math.round(slowest[1])} ms`,
    );
  }, 120_000);

  it.each(FILES.map((path) => [basename(path), path]))(
    "ends as imported or refused with a reason: %s",
    (_, path) => {
      const read = outcomes.get(path);
      if (read?.ok) expect(read.value.structured.blocks).not.toEqual([]);
      else expect(read?.failure.detail).not.toBe("");
    },
  );

  it.each(FILES.map((path) => [basename(path), path]))(
    "keeps the order of the spine: %s",
    (_, path) => {
      const compared = compare(path);
      if (compared) expect(compared.missing).toEqual([]);
    },
  );

  it.each(FILES.map((path) => [basename(path), path]))(
    "has the contents of the package: %s",
    (_, path) => {
      const compared = compare(path);
      if (!compared) return;
      const { item, book, starts } = compared;
      const { contents = [], text } = item.structured;
      const wordStarts = [...text.matchAll(WORD)].map(({ index: at }) => at);
      expect(contents.map(({ title, level }) => ({ title, level }))).toEqual(
        book.contents.map(({ title, level }) => ({ title, level })),
      );
      book.contents.forEach(({ document }, index) => {
        const start = document === undefined ? undefined : starts[document];
        const entry = contents[index];
        if (start === undefined || !entry) return;
        const wordsBefore = wordStarts.filter((at) => at < entry.start).length;
        expect(wordsBefore).toBeLessThanOrEqual(start);
        const before = starts.slice(0, document).findLast((one) => one);
        expect(wordsBefore).toBeGreaterThan(before ?? -1);
      });
      expect(item.metadata.title).toBe(book.title);
    },
  );

  it.each(FILES.map((path) => [basename(path), path]))(
    "has CFIs that lead to the very letters in its documents: %s",
    (_, path) => {
      const read = outcomes.get(path);
      if (!read?.ok) return;
      const bytes = new Uint8Array(readFileSync(path));
      const counts = measureCfis(bytes, read.value, PASSAGES);
      cfis.push(counts);
      expect(counts.wrong).toEqual([]);
    },
  );
  afterAll(() => {
    const sum = (of: "ranges" | "described" | "equal" | "among"): number =>
      cfis.reduce((all, each) => all + each[of], 0);
    console.log(
      `${sum("ranges")} random passages: ${sum("described")} with a CFI; a plain walker of the DOM finds the same letters at ${sum("equal")}, those among others at ${sum("among")}`,
    );
  });

  it("carries nothing that runs or is requested", () => {
    for (const read of outcomes.values()) {
      if (!read.ok) continue;
      const { structured, resources } = read.value;
      for (const block of structured.blocks)
        for (const { kind, target } of block.marks)
          if (kind === "link")
            expect(target).toMatch(/^(?:https?:|mailto:|#\d+$)/u);
      for (const { mediaType, bytes } of resources)
        if (mediaType === "image/svg+xml")
          expect(new TextDecoder().decode(bytes)).not.toMatch(
            /<script|https?:\/\/(?!www\.w3\.org|[\w.]*purl|creativecommons|ns\.adobe|www\.inkscape|sodipodi)/u,
          );
    }
  });
});

const comparisons = new Map<string, ReturnType<typeof compareAnew>>();

/** An imported book beside its package, read a second time; `undefined` for one that was refused. */
function compare(path: string): ReturnType<typeof compareAnew> {
  if (!comparisons.has(path)) comparisons.set(path, compareAnew(path));
  return comparisons.get(path);
}

function compareAnew(path: string) {
  const read = outcomes.get(path);
  const book = read?.ok ? rereadBook(readFileSync(path)) : undefined;
  if (!read?.ok || !book) return undefined;
  return {
    item: read.value,
    book,
    ...locateDocuments(book.spine, read.value),
  };
}

/**
 * Finds the documents of the spine again, one behind the other, each by words of it that stand nowhere else, or, where
 * it has none, by words that come after the document before. `starts` counts words of the text before the words found;
 * `missing` names the documents that have words and are not where they should be.
 */
function locateDocuments(
  spine: readonly (readonly string[])[],
  { structured }: ReadItem,
): { starts: readonly (number | undefined)[]; missing: readonly string[] } {
  const places = new Map<string, number[]>();
  const text = wordsOf(structured.text);
  text.forEach((_, at) => {
    const run = text.slice(at, at + RUN).join(" ");
    const known = places.get(run);
    if (known) known.push(at);
    else places.set(run, [at]);
  });
  const missing: string[] = [];
  let from = 0;
  const starts = spine.map((words, index) => {
    const runs = runsOf(words).map((run) => places.get(run) ?? []);
    const [unique] = runs.find((at) => at.length === 1) ?? [];
    const found =
      unique ??
      runs
        .flatMap((at) => at.find((one) => one >= from) ?? [])
        .toSorted((a, b) => a - b)[0];
    if (found === undefined || found < from) {
      if (words.length >= RUN)
        missing.push(`${index}: ${words.slice(0, 9).join(" ")}`);
      return undefined;
    }
    from = found + 1;
    return unique;
  });
  return { starts, missing };
}

function runsOf(words: readonly string[]): readonly string[] {
  const last = Math.max(0, Math.min(words.length - RUN + 1, 400));
  return Array.from({ length: last }, (_, from) =>
    words.slice(from, from + RUN).join(" "),
  );
}
