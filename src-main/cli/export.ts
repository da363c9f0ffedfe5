import { REFERENCE_FORMATS } from "#bridge/contract/citations";
import { ok } from "#domain/result";
import { resolve } from "node:path";
import { queryIds } from "../catalogue/query-items";
import { listCited } from "../interchange/cited-items";
import { writeReferences } from "../interchange/write-references";
import { exportAllAnnotations } from "./export-annotations";
import { usageFault, type CliContext, type CliOutcome } from "./run-cli";

/** `aide export KIND OUT`. */
export async function exportKind(context: CliContext): Promise<CliOutcome> {
  return context.arguments.operands[0] === "annotations"
    ? exportAllAnnotations(context)
    : exportReferences(context);
}

/** `aide export bibtex|csl OUT`: all items, the bundled ones included, for a reference manager. */
async function exportReferences(context: CliContext): Promise<CliOutcome> {
  const { operands, isJson } = context.arguments;
  const format = REFERENCE_FORMATS.find((known) => known === operands[0]);
  if (!format)
    return usageFault("export takes bibtex, csl or annotations, and a file");
  const [, out, ...more] = operands;
  if (out === undefined || more.length > 0)
    return usageFault("export takes one file to write to");
  const catalogue = await context.catalogue();
  const order = { by: "order", isDescending: false } as const;
  const cited = await listCited(
    catalogue,
    await queryIds(catalogue, {}, order),
  );
  if (!cited.ok) return cited;
  const { exportReferences: write } =
    await import("../interchange/export-references");
  const written = await writeReferences(
    write(cited.value, format),
    cited.value.length,
    resolve(out),
    Date.now(),
  );
  if (!written.ok) return written;
  const { path, count } = written.value;
  context.print(
    isJson
      ? JSON.stringify({ items: count })
      : `${count} ${count === 1 ? "item" : "items"} written to ${path}`,
  );
  return ok("done");
}
