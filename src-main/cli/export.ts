import { REFERENCE_FORMATS } from "#bridge/contract/citations";
import { ok } from "#domain/result";
import { queryIds } from "../catalogue/query-items";
import { listCited } from "../interchange/cited-items";
import { writeReferences } from "../interchange/write-references";
import { exportAllAnnotations } from "./export-annotations";
import { NO_TARGET, sayWritten, targetOf } from "./written-file";
import { usageFault, type CliContext, type CliOutcome } from "./run-cli";

/** `aide export KIND OUT`. */
export async function exportKind(context: CliContext): Promise<CliOutcome> {
  return context.arguments.operands[0] === "annotations"
    ? exportAllAnnotations(context)
    : exportReferences(context);
}

/** `aide export bibtex|csl OUT`: all items, the bundled ones included, for a reference manager. */
async function exportReferences(context: CliContext): Promise<CliOutcome> {
  const { operands } = context.arguments;
  const format = REFERENCE_FORMATS.find((known) => known === operands[0]);
  if (!format)
    return usageFault("export takes bibtex, csl or annotations, and a file");
  const target = targetOf(context);
  if (target === undefined) return usageFault(NO_TARGET);
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
    target,
    Date.now(),
  );
  if (!written.ok) return written;
  sayWritten(context, written.value, "item");
  return ok("done");
}
