import { ok } from "#domain/result";
import { makeCards } from "#domain/study/make-cards";
import { listItems } from "../library/list-items";
import { listNotes } from "../notes/note-operations";
import { readOnlyNotes } from "./read-only-notes";
import { usageFault, type CliContext, type CliOutcome } from "./run-cli";

type Row = {
  readonly id: string;
  readonly title?: string;
  readonly name?: string;
  readonly question?: string;
};

/** `aide list KIND`: what the library holds, the bundled collections included. */
export async function list(context: CliContext): Promise<CliOutcome> {
  const { operands, isJson } = context.arguments;
  const rows = await rowsOf(operands[0] ?? "items", context);
  if (!rows) return usageFault(`list knows no “${operands[0]}”`);
  if (isJson) context.print(JSON.stringify(rows));
  else
    for (const row of rows)
      context.print(
        `${row.id}\t${row.title ?? row.name ?? row.question ?? ""}`,
      );
  return ok("done");
}

async function rowsOf(
  kind: string,
  context: CliContext,
): Promise<readonly Row[] | undefined> {
  const corpus = await context.corpus();
  switch (kind) {
    case "items":
      return listItems(await context.items(), () => undefined);
    case "notes":
      return listNotes(readOnlyNotes(context.library, await context.items()));
    case "cards":
      return makeCards(corpus.knowledge);
    case "actors":
    case "issues":
    case "events":
      return corpus.knowledge[kind];
    case "positions":
      return corpus.knowledge.positions.map((position) => ({
        ...position,
        title: position.statement,
      }));
    default:
      return undefined;
  }
}
