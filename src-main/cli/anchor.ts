import { anchorByCfi } from "#domain/cfi/anchor-by-cfi";
import { fail, ok, type Result } from "#domain/result";
import { createAnchorer } from "#domain/text/anchor";
import { isSelector } from "#domain/text/selectors";
import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { errorDetail } from "../storage/error-detail";
import { readLooseFile } from "./read-loose-file";
import { usageFault, type CliContext, type CliOutcome } from "./run-cli";

/** One selector or several; kinds that we do not resolve are left out: another of the list may lead there. */
const selectors = v.pipe(
  v.unknown(),
  v.transform((given) => [given].flat().filter(isSelector)),
);
const fileSchema = v.array(v.object({ id: v.string(), selector: selectors }));

/** `aide anchor FILE --selectors FILE.json`: where W3C selectors lead in a file's canonical text, a line each. */
export async function anchorFile({
  arguments: { operands, selectors: path, isJson },
  parser,
  print,
}: CliContext): Promise<CliOutcome> {
  const [file] = operands;
  if (file === undefined || operands.length > 1)
    return usageFault("anchor takes one file");
  if (path === undefined)
    return usageFault("anchor needs --selectors FILE.json");
  const sought = await readSelectors(path);
  if (!sought.ok) return sought;
  for await (const { read } of readLooseFile(parser, file)) {
    if (!read.ok) return read;
    const { parsed, places } = read.value;
    const { text } = parsed.structured;
    const anchorer = createAnchorer(text);
    for (const { id, selector } of sought.value) {
      const found = places
        ? anchorByCfi(text, anchorer, places, selector)
        : anchorer.anchor(selector);
      const line =
        found.state === "orphan"
          ? { id, ...found }
          : { id, ...found, exact: text.slice(found.start, found.end) };
      print(isJson ? JSON.stringify(line) : Object.values(line).join("\t"));
    }
  }
  return ok("done");
}

async function readSelectors(
  path: string,
): Promise<Result<v.InferOutput<typeof fileSchema>>> {
  let content: string;
  try {
    content = await readFile(path, "utf8");
  } catch (error) {
    return fail({ code: "read-failed", path, detail: errorDetail(error) });
  }
  try {
    return ok(v.parse(fileSchema, JSON.parse(content)));
  } catch (error) {
    return fail({ code: "bad-input", path, detail: errorDetail(error) });
  }
}
