import type { SourcePlaces } from "#domain/cfi/source-places";
import { fail, ok, type Result } from "#domain/result";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { linesOf } from "../import/lines-of";
import type { Parser } from "../import/parser-client";
import type { ParsedText, ReadFacts, ReadJob } from "../import/protocol";
import { readParsed, readPlaces } from "../library/parsed-texts";
import { errorDetail } from "../storage/error-detail";

/** A file that was read without being imported. */
export interface LooseText {
  readonly facts: ReadFacts;
  readonly parsed: ParsedText;
  /** Where its letters stand in the source, of books. */
  readonly places?: SourcePlaces;
}

export interface LooseRead {
  readonly read: Result<LooseText>;
  /** Number of the line, for a record of a file that holds one on each. */
  readonly line?: number;
}

/** Reads a file in the reading process; what it made is taken away again. A file of records gives one text a line. */
export async function* readLooseFile(
  parser: Parser,
  path: string,
): AsyncGenerator<LooseRead> {
  const folder = await mkdtemp(join(tmpdir(), "aide-memoire-inspect-"));
  try {
    const hints = { fileName: basename(path) };
    const read = await readOne(parser, { path, hints }, folder);
    if (read !== "lines") return yield { read };
    for await (const { number, bytes } of linesOf(path)) {
      const record = join(folder, "record.json");
      await writeFile(record, bytes);
      const job = {
        path: record,
        hints: { fileName: `${basename(path)}-${number}.json` },
        format: "json-record" as const,
      };
      const each = await readOne(parser, job, folder);
      if (each !== "lines")
        yield {
          read: each.ok ? each : named(each, path, number),
          line: number,
        };
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is wrong with a record is told of its line, not of the file that it was put into to be read. */
function named(
  { failure }: Extract<Result<LooseText>, { ok: false }>,
  path: string,
  line: number,
): Result<LooseText> {
  if (!("path" in failure)) return { ok: false, failure };
  return fail({ ...failure, path: `${path}, line ${line}` });
}

async function readOne(
  parser: Parser,
  job: Omit<ReadJob, "output">,
  folder: string,
): Promise<Result<LooseText> | "lines"> {
  const { path } = job;
  try {
    if (!(await stat(path)).isFile()) throw new Error("it is not a file");
  } catch (error) {
    return fail({ code: "read-failed", path, detail: errorDetail(error) });
  }
  const output = await mkdtemp(join(folder, "read-"));
  const outcome = await parser.read({ ...job, output });
  if (outcome.state === "lines") return "lines";
  if (outcome.state === "refused") {
    const { code: reason, detail } = outcome.failure;
    return fail({ code: "import-refused", path, reason, detail });
  }
  const parsed = await readParsed(output);
  const places = parsed && (await readPlaces(output, parsed));
  await rm(output, { recursive: true, force: true });
  if (outcome.state === "cancelled" || !parsed)
    return fail({ code: "read-failed", path, detail: "interrupted" });
  return ok({ facts: outcome.facts, parsed, ...(places ? { places } : {}) });
}
