import { ok, type Result } from "#domain/result";
import { failureCode, failureSentence } from "./failure-sentence";
import { readLooseFile, type LooseText } from "./read-loose-file";
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
    for await (const read of readLooseFile(parser, file)) {
      if (!read.ok && operands.length === 1) return read;
      hasRefused ||= !read.ok;
      const isNamed = operands.length > 1 || (read.ok && read.value.line);
      if (!isJson) print(describe(file, read));
      else if (!read.ok) print(JSON.stringify({ file, failure: told(read) }));
      else
        print(
          JSON.stringify({
            ...(isNamed ? { file } : {}),
            ...inspection(read.value),
          }),
        );
    }
  return ok(hasRefused ? "faults" : "done");
}

function inspection({ facts, parsed, line }: LooseText) {
  const { title, creators, date, language, publisher, url, tags, extra } =
    facts.metadata;
  const { text, blocks, pages = [], contents = [] } = parsed.structured;
  return {
    ...(line === undefined ? {} : { line }),
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

function describe(file: string, read: Result<LooseText>): string {
  if (!read.ok) return `${file}: ${failureSentence(read.failure)}`;
  const { facts, line } = read.value;
  const place = line === undefined ? file : `${file}, line ${line}`;
  return `${place}: ${facts.metadata.title ?? ""} (${facts.format}, ${facts.words} words, ${facts.blocks} blocks)`;
}
