import { fail, ok, type Result } from "#domain/result";
import { countWords } from "#domain/text/count-words";
import type { StructuredText } from "#domain/text/blocks";
import { parseMarkdown } from "#domain/text/parse-markdown";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { readMarkdownItem } from "../import/read-markdown-item";
import { errorDetail } from "../storage/error-detail";
import { failureSentence } from "./failure-sentence";
import { usageFault, type CliContext, type CliOutcome } from "./run-cli";

interface Inspection {
  readonly title: string;
  readonly creators: readonly string[];
  readonly date?: string;
  readonly language: string;
  readonly format: "markdown" | "text";
  readonly blocks: readonly {
    readonly kind: string;
    readonly text: string;
    readonly level?: number;
  }[];
  readonly words: number;
  readonly warnings: readonly string[];
  readonly resources: readonly string[];
}

/** `aide inspect FILE...`: what a file holds, without storing it. Several files: a line each. */
export async function inspect({
  arguments: { operands, isJson },
  print,
}: CliContext): Promise<CliOutcome> {
  if (operands.length === 0) return usageFault("inspect needs a file");
  let hasRefused = false;
  for (const file of operands) {
    const read = await inspectFile(file);
    if (!read.ok && operands.length === 1) return read;
    hasRefused ||= !read.ok;
    const line = read.ok
      ? { ...(operands.length > 1 ? { file } : {}), ...read.value }
      : {
          file,
          failure: {
            code: read.failure.code,
            message: failureSentence(read.failure),
          },
        };
    print(isJson ? JSON.stringify(line) : describe(file, read));
  }
  return ok(hasRefused ? "faults" : "done");
}

async function inspectFile(path: string): Promise<Result<Inspection>> {
  const ending = extname(path).toLowerCase();
  if (![".md", ".markdown", ".txt"].includes(ending)) {
    return fail({
      code: "unsupported-format",
      path,
      detail: `files ending in “${ending}” are not read yet`,
    });
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(
      await readFile(path),
    );
  } catch (error) {
    return fail({ code: "read-failed", path, detail: errorDetail(error) });
  }
  return ending === ".txt"
    ? ok(inspection("text", {}, plainText(text)))
    : inspectMarkdown(path, text);
}

function inspectMarkdown(path: string, text: string): Result<Inspection> {
  const item = readMarkdownItem(text);
  if (!item.ok)
    return fail({
      code: "bad-input",
      path,
      detail: `front matter: ${item.failure}`,
    });
  return ok(inspection("markdown", item.value.fields, item.value.structured()));
}

function inspection(
  format: Inspection["format"],
  fields: Readonly<Record<string, unknown>>,
  { text, blocks }: StructuredText,
): Inspection {
  const heading = blocks.find((block) => block.kind === "heading") ?? blocks[0];
  const title =
    typeof fields.title === "string"
      ? fields.title
      : heading && text.slice(heading.start, heading.end);
  return {
    title: (title ?? "").split("\n")[0]?.slice(0, 200) ?? "",
    creators: Array.isArray(fields.creators) ? fields.creators.map(String) : [],
    ...(fields.date === undefined ? {} : { date: String(fields.date) }),
    language: typeof fields.language === "string" ? fields.language : "und",
    format,
    blocks: blocks.map(({ kind, start, end, level }) => ({
      kind,
      text: text.slice(start, end),
      ...(level === undefined ? {} : { level }),
    })),
    words: countWords(text),
    warnings: [],
    resources: [],
  };
}

/** Plain text has paragraphs and nothing else: its signs must not be read as Markdown. */
function plainText(text: string): StructuredText {
  const escaped = text
    .replace(/\r\n?/gu, "\n")
    .split(/\n{2,}/u)
    .map((paragraph) =>
      paragraph.trim().replace(/([\\`*_{}[\]()#+\-.!<>|~&:/@=])/gu, "\\$1"),
    )
    .join("\n\n");
  return parseMarkdown(escaped);
}

function describe(file: string, read: Result<Inspection>): string {
  if (!read.ok) return `${file}: ${failureSentence(read.failure)}`;
  const { title, format, words, blocks } = read.value;
  return `${file}: ${title} (${format}, ${words} words, ${blocks.length} blocks)`;
}
