import type { Knowledge } from "#domain/knowledge/knowledge";
import { fail, type Result } from "#domain/result";
import type { Card } from "#domain/study/card";
import { join } from "node:path";
import { forkParser } from "../import/fork-parser";
import type { Parser, ParserPort } from "../import/parser-client";
import { ParserPool } from "../import/parser-pool";
import type { Catalogue } from "../catalogue/catalogue";
import { openCorpus } from "../library/compiled-corpus";
import type { ItemStore } from "../library/item-store";
import type { ItemSource } from "../library/library-item";
import type { LoadedCorpus } from "../library/load-corpus";
import { readArguments, type CliArguments } from "./arguments";
import { anchorFile } from "./anchor";
import { check } from "./check";
import {
  builtFolder,
  defaultLibrary,
  parserScript,
  resourcesFolder,
  userDataFolder,
} from "./cli-folders";
import { exportKind } from "./export";
import { failureCode, failureSentence } from "./failure-sentence";
import { importPaths } from "./import";
import { inspect } from "./inspect";
import { list } from "./list";
import { listCards } from "./make-cards";
import { readOnlyItems } from "./read-only-items";
import { readOnlyLibrary, type ReadOnlyLibrary } from "./read-only-library";
import { replayFile } from "./replay-file";
import { search } from "./search";
import { terminalText } from "./terminal-text";

const USAGE = `Usage: aide COMMAND ... [--library DIR] [--json]

  inspect FILE...                       reads files without storing them
  anchor FILE --selectors FILE.json     where W3C selectors lead in a file
  import PATH... [--collection NAME]    files and folders into the library
  list [items|collections|notes|cards|actors|issues|positions|events]
  export bibtex|csl OUT                 all items for a reference manager
  export annotations OUT                all annotations as a W3C collection
  search QUERY [--limit N] [--kind K] [--any]   search - reads queries, one a line
  make-cards ITEM                       cards made from what an item is evidence for
  replay FILE.csv [--parameters FILE]   runs the scheduler over a review log
  check [--repair]                      checks the bundled collections and the library
`;

/** What a command works with. */
export interface CliContext {
  readonly arguments: CliArguments;
  readonly corpus: () => Promise<LoadedCorpus>;
  /** All items, bundled and imported; the library is only read. */
  readonly items: () => Promise<ItemSource>;
  readonly catalogue: () => Promise<Catalogue>;
  /** What is known, bundled and the person's own. */
  readonly knowledge: () => Promise<Knowledge>;
  readonly cards: () => Promise<readonly Card[]>;
  /** The imported ones of them. */
  readonly imported: () => Promise<ItemStore>;
  readonly library: string;
  /** The program's own folder, the same as the window's. */
  readonly userData: string;
  /** Reads files in a process of its own; started when first needed. */
  readonly parser: Parser;
  /** Writes one line, or one JSON document, to standard output. */
  readonly print: (line: string) => void;
}

/** What a command came to: done, or done with faults found. */
export type CliOutcome = Result<"done" | "faults">;
export type CliCommand = (context: CliContext) => Promise<CliOutcome>;

const COMMANDS: Readonly<Record<string, CliCommand>> = {
  inspect,
  anchor: anchorFile,
  import: importPaths,
  list,
  export: exportKind,
  search,
  "make-cards": listCards,
  replay: replayFile,
  check,
};

export interface CliOptions {
  /** Starts the reading process; by default a child of Node with the built script. */
  readonly startParser?: () => ParserPort;
}

/** Runs one command and returns the exit status: 0 done, 1 refused, failed or faults found, 2 wrong usage. */
export async function runCli(
  words: readonly string[],
  { startParser = () => forkParser(parserScript()) }: CliOptions = {},
): Promise<0 | 1 | 2> {
  const read = readArguments(words);
  if (!read.ok) return misused(read.failure);
  const { command, isJson } = read.value;
  if (command === "help") {
    process.stdout.write(USAGE);
    return 0;
  }
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!run) return misused(`there is no command “${command}”`);
  const parser = new ParserPool({ start: startParser });
  const outcome = await run(contextOf(read.value, parser));
  parser.close();
  if (outcome.ok) return outcome.value === "done" ? 0 : 1;
  if (outcome.failure.code === "bad-request")
    return misused(outcome.failure.detail);
  const { failure } = outcome;
  const message = failureSentence(failure);
  if (isJson)
    process.stdout.write(
      `${JSON.stringify({ failure: { code: failureCode(failure), message } })}\n`,
    );
  else process.stderr.write(`${message}\n`);
  return 1;
}

function contextOf(args: CliArguments, parser: Parser): CliContext {
  const userData = userDataFolder();
  const library = args.library ?? defaultLibrary(userData);
  let corpus: Promise<LoadedCorpus> | undefined;
  let imported: Promise<ItemStore> | undefined;
  const openImported = (): Promise<ItemStore> =>
    (imported ??= readOnlyItems({ library, userData, parser }));
  const openBundled = (): Promise<LoadedCorpus> =>
    (corpus ??= openCorpus(
      join(builtFolder(), "corpus.json"),
      resourcesFolder(),
    ));
  let opened: Promise<ReadOnlyLibrary> | undefined;
  const openLibrary = async (): Promise<ReadOnlyLibrary> =>
    (opened ??= readOnlyLibrary(await openBundled(), await openImported(), {
      library,
      userData,
    }));
  return {
    arguments: args,
    corpus: openBundled,
    items: async () => (await openLibrary()).items,
    catalogue: async () => (await openLibrary()).catalogue,
    knowledge: async () => (await openLibrary()).knowledge,
    cards: async () => (await openLibrary()).cards,
    imported: openImported,
    library,
    userData,
    parser,
    print: (line) => process.stdout.write(`${terminalText(line)}\n`),
  };
}

/** Wrong usage of a command, as its outcome. */
export function usageFault(detail: string): CliOutcome {
  return fail({ code: "bad-request", detail });
}

function misused(reason: string): 2 {
  process.stderr.write(`aide: ${reason}\n\n${USAGE}`);
  return 2;
}
