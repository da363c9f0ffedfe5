import { ok, type Result } from "#domain/result";
import { failureCode, failureSentence } from "./failure-sentence";
import {
  readLooseFile,
  type LooseRead,
  type LooseText,
} from "./read-loose-file";
import { usageFault, type CliContext, type CliOutcome } from "./run-cli";

/** `aide inspect FILE...`: what a file holds, without storing it. Several files, or a file of records: a line each. */
export async function inspect({
  arguments: { operands, isJson },
  parser,
  print,
}: CliContext): Promise<CliOutcome> {
  if (operands.length === 0) return usageFault("inspect needs a file");
  let hasRefused = false;
  for (const file of operands)
    for await (const loose of readLooseFile(parser, file)) {
      const { read, line } = loose;
      const isAlone = operands.length === 1 && line === undefined;
      if (!read.ok && isAlone) return read;
      hasRefused ||= !read.ok;
      const place = {
        ...(isAlone ? {} : { file }),
        ...(line === undefined ? {} : { line }),
      };
      if (!isJson) print(describe(file, loose));
      else if (!read.ok)
        print(JSON.stringify({ ...place, failure: told(read) }));
      else print(JSON.stringify({ ...place, ...inspection(read.value) }));
    }
  return ok(hasRefused ? "faults" : "done");
}

function inspection({ facts, parsed }: LooseText) {
  const { title, creators, date, language, publisher, url, tags, extra } =
    facts.metadata;
  const { text, blocks, pages = [], contents = [] } = parsed.structured;
  return {
    title: title ?? "",
    creators,
    ...(date === undefined ? {} : { date }),
    language: language ?? "und",
    format: facts.format,
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
    tags,
    ...(extra === undefined ? {} : { extra }),
    blocks: blocks.map(({ kind, start, end, level }) => ({
      kind,
      text: text.slice(start, end),
      ...(level === undefined ? {} : { level }),
    })),
    words: facts.words,
    pages: pages.length,
    contents: contents.map((entry) => ({
      title: entry.title,
      level: entry.level,
    })),
    warnings: facts.warnings.map(({ code, detail }) => `${code}: ${detail}`),
    resources: facts.resources,
  };
}

function told(read: Extract<Result<unknown>, { ok: false }>) {
  const { failure } = read;
  return { code: failureCode(failure), message: failureSentence(failure) };
}

function describe(file: string, { read, line }: LooseRead): string {
  if (!read.ok) return failureSentence(read.failure); // it names the file
  const place = line === undefined ? file : `${file}, line ${line}`;
  const { facts } = read.value;
  return `${place}: ${facts.metadata.title ?? ""} (${facts.format}, ${facts.words} words, ${facts.blocks} blocks)`;
}
