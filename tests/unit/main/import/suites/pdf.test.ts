import { forkParser } from "#main/import/fork-parser";
import { ParserClient, type ReadOutcome } from "#main/import/parser-client";
import { TEXT_FILE, type ParsedText } from "#main/import/protocol";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barePdfText } from "./bare-pdf";
import { buildParser } from "./build-parser";
import { similarity } from "./similarity";
import { listSuiteFiles, skipWhen } from "./suite-files";

const ALL = [
  ...listSuiteFiles("pdf-pdfjs", ".pdf"),
  ...listSuiteFiles("pdf-qpdf", ".pdf"),
];
/** All 680 files take minutes on a busy machine: by default a fifth of them, with `AIDE_SUITES_ALL` every one. */
const PATHS = process.env["AIDE_SUITES_ALL"]
  ? ALL
  : ALL.filter((_, at) => at % 5 === 0);

const CACHE = resolve(
  import.meta.dirname,
  "../../../../../node_modules/.cache",
);

interface Read {
  readonly path: string;
  readonly outcome: ReadOutcome;
  readonly ms: number;
  /** The canonical text, where there is one. */
  readonly text: string;
}

describe("the documents of pdf-*", () => {
  skipWhen(
    PATHS.length === 0,
    "the PDF files of the suites are not on this machine",
  );
  let folder = "";
  let reads: readonly Read[] = [];

  beforeAll(async () => {
    if (PATHS.length === 0) return;
    // Inside the tree, so that the built process finds the character maps in pdf.js's package.
    await mkdir(CACHE, { recursive: true });
    folder = await mkdtemp(join(CACHE, "pdf-suite-"));
    const script = await buildParser(join(folder, "built"));
    const client = new ParserClient({ start: () => forkParser(script) });
    const found: Read[] = [];
    for (const path of PATHS) found.push(await readOne(client, path, folder));
    client.close();
    reads = found;
  }, 600_000);
  afterAll(async () => {
    if (folder !== "") await rm(folder, { recursive: true, force: true });
  });

  it("all end within 10 s, as a text or a refusal that says why", () => {
    const codes = new Map<string, number>();
    for (const { outcome } of reads) {
      const code =
        outcome.state === "refused" ? outcome.failure.code : outcome.state;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    const slowest = Math.max(...reads.map(({ ms }) => ms));
    console.log(
      `pdf: ${reads.length} files, slowest ${slowest.toFixed(0)} ms:`,
      Object.fromEntries(codes),
    );
    expect([...codes.keys()].sort()).not.toContain("reader-crashed");
    for (const { path, ms } of reads)
      expect(ms, basename(path)).toBeLessThan(11_000);
  });

  it("have nearly all the words that the library finds in them", async () => {
    const scores: { name: string; score: number }[] = [];
    const lost: string[] = [];
    for (const { path, outcome, text } of reads) {
      if (outcome.state !== "read" && !isEmpty(outcome)) continue;
      const bare = await barePdfText(readFileSync(path));
      if (!/[\p{L}\p{N}]/u.test(bare)) continue;
      if (outcome.state !== "read") lost.push(basename(path));
      else scores.push({ name: basename(path), score: similarity(text, bare) });
    }
    scores.sort((a, b) => a.score - b.score);
    const at = (share: number): number =>
      scores[Math.floor(share * (scores.length - 1))]?.score ?? 0;
    console.log(
      `pdf: similarity to bare text over ${scores.length} files: median ${at(0.5).toFixed(3)}, lowest tenth ${at(0.1).toFixed(3)}; 0.98 or better ${scores.filter(({ score }) => score >= 0.98).length}`,
      scores
        .slice(0, 8)
        .map(({ name, score }) => `${name} ${score.toFixed(2)}`),
    );
    expect(lost).toEqual([]);
    expect(at(0.5)).toBeGreaterThanOrEqual(0.98);
  }, 300_000);
});

function isEmpty(outcome: ReadOutcome): boolean {
  return outcome.state === "refused" && outcome.failure.code === "no-text";
}

async function readOne(
  client: ParserClient,
  path: string,
  folder: string,
): Promise<Read> {
  const output = await mkdtemp(join(folder, "text-"));
  const before = performance.now();
  const outcome = await client.read({
    path,
    hints: { fileName: basename(path) },
    output,
  });
  const ms = performance.now() - before;
  const text =
    outcome.state === "read"
      ? (
          JSON.parse(
            readFileSync(join(output, TEXT_FILE), "utf8"),
          ) as ParsedText
        ).structured.text
      : "";
  return { path, outcome, ms, text };
}
