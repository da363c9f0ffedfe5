import { fail, ok, type Result } from "#domain/result";
import { parseArgs } from "node:util";

export interface CliArguments {
  readonly command: string;
  readonly operands: readonly string[];
  readonly isJson: boolean;
  readonly isAny: boolean;
  readonly library?: string;
  readonly limit: number;
  readonly kind?: string;
  readonly parameters?: string;
  readonly collection?: string;
  /** File of W3C selectors. */
  readonly selectors?: string;
  readonly isRepair: boolean;
}

const DEFAULT_LIMIT = 20;

/** Reads the words after `aide`. Fails with a sentence for wrong usage. */
export function readArguments(
  words: readonly string[],
): Result<CliArguments, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        any: { type: "boolean", default: false },
        library: { type: "string" },
        limit: { type: "string", default: String(DEFAULT_LIMIT) },
        kind: { type: "string" },
        parameters: { type: "string" },
        collection: { type: "string" },
        selectors: { type: "string" },
        repair: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const limit = Number(values.limit);
    if (!Number.isInteger(limit) || limit < 1)
      return fail("--limit takes a whole number from 1");
    const [command = "help", ...operands] = positionals;
    return ok({
      command: values.help ? "help" : command,
      operands,
      isJson: values.json,
      isAny: values.any,
      isRepair: values.repair,
      limit,
      ...(values.library === undefined ? {} : { library: values.library }),
      ...(values.kind === undefined ? {} : { kind: values.kind }),
      ...(values.parameters === undefined
        ? {}
        : { parameters: values.parameters }),
      ...(values.selectors === undefined
        ? {}
        : { selectors: values.selectors }),
      ...(values.collection === undefined
        ? {}
        : { collection: values.collection }),
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
