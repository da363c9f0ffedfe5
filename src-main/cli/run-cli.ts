import { fail, type Result } from "#domain/result";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openCorpus } from "../library/compiled-corpus";
import type { LoadedCorpus } from "../library/load-corpus";
import { readArguments, type CliArguments } from "./arguments";
import { check } from "./check";
import { failureSentence } from "./failure-sentence";
import { inspect } from "./inspect";
import { list } from "./list";
import { listCards } from "./make-cards";
import { replayFile } from "./replay-file";
import { search } from "./search";

const USAGE = `Usage: aide COMMAND ... [--library DIR] [--json]

  inspect FILE...                       reads files without storing them
  list [items|notes|cards|actors|issues|positions|events]
  search QUERY [--limit N] [--kind K] [--any]   search - reads queries, one a line
  make-cards ITEM                       cards made from what an item is evidence for
  replay FILE.csv [--parameters FILE]   runs the scheduler over a review log
  check                                 checks the bundled collections and the library
`;

/** What a command works with. */
export interface CliContext {
  readonly arguments: CliArguments;
  readonly corpus: () => Promise<LoadedCorpus>;
  readonly library: string;
  /** Writes one line, or one JSON document, to standard output. */
  readonly print: (line: string) => void;
}

/** What a command came to: done, or done with faults found. */
export type CliOutcome = Result<"done" | "faults">;
export type CliCommand = (context: CliContext) => Promise<CliOutcome>;

const COMMANDS: Readonly<Record<string, CliCommand>> = {
  inspect,
  list,
  search,
  "make-cards": listCards,
  replay: replayFile,
  check,
};

/** Runs one command and returns the exit status: 0 done, 1 refused, failed or faults found, 2 wrong usage. */
export async function runCli(words: readonly string[]): Promise<0 | 1 | 2> {
  const read = readArguments(words);
  if (!read.ok) return misused(read.failure);
  const { command, isJson } = read.value;
  if (command === "help") {
    process.stdout.write(USAGE);
    return 0;
  }
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!run) return misused(`there is no command “${command}”`);
  let corpus: Promise<LoadedCorpus> | undefined;
  const outcome = await run({
    arguments: read.value,
    corpus: () => (corpus ??= openBundled()),
    library: read.value.library ?? defaultLibrary(),
    print: (line) => process.stdout.write(`${line}\n`),
  });
  if (outcome.ok) return outcome.value === "done" ? 0 : 1;
  if (outcome.failure.code === "bad-request")
    return misused(outcome.failure.detail);
  const { failure } = outcome;
  const message = failureSentence(failure);
  if (isJson)
    process.stdout.write(
      `${JSON.stringify({ failure: { code: failure.code, message } })}\n`,
    );
  else process.stderr.write(`${message}\n`);
  return 1;
}

/** Wrong usage of a command, as its outcome. */
export function usageFault(detail: string): CliOutcome {
  return fail({ code: "bad-request", detail });
}

function misused(reason: string): 2 {
  process.stderr.write(`aide: ${reason}\n\n${USAGE}`);
  return 2;
}

function openBundled(): Promise<LoadedCorpus> {
  const here = dirname(fileURLToPath(import.meta.url));
  return openCorpus(join(here, "corpus.json"), resourcesFolder());
}

/** The resources beside the built program, wherever it was put. */
function resourcesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (
    !existsSync(join(folder, "resources", "corpus")) &&
    folder !== dirname(folder)
  )
    folder = dirname(folder);
  return join(folder, "resources");
}

function defaultLibrary(): string {
  return (
    process.env.AIDE_LIBRARY ?? join(homedir(), "Documents", "Aide-Memoire")
  );
}
