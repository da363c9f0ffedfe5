import { resolve } from "node:path";
import type { CliContext } from "./run-cli";

export const NO_TARGET = "export takes one file to write to";

/** The file that `aide export KIND OUT` writes to; `undefined` unless just one is named. */
export function targetOf({
  arguments: { operands },
}: CliContext): string | undefined {
  const [, out, ...more] = operands;
  return out === undefined || more.length > 0 ? undefined : resolve(out);
}

/** Says what was written: `12 items written to …`, or `{"items":12}` with `--json`. */
export function sayWritten(
  { arguments: { isJson }, print }: CliContext,
  { path, count }: { readonly path: string; readonly count: number },
  one: string,
): void {
  const many = `${one}s`;
  print(
    isJson
      ? JSON.stringify({ [many]: count })
      : `${count} ${count === 1 ? one : many} written to ${path}`,
  );
}
