import { DEFAULT_SETTINGS } from "#bridge/contract/settings";
import { ok } from "#domain/result";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { AnnotationStore } from "../annotation/annotation-store";
import { exportAnnotations } from "../interchange/export-annotations";
import { usageFault, type CliContext, type CliOutcome } from "./run-cli";

/** `aide export annotations OUT`: all annotations of the library as one W3C collection. */
export async function exportAllAnnotations(
  context: CliContext,
): Promise<CliOutcome> {
  const { operands, isJson } = context.arguments;
  const [, out, ...more] = operands;
  if (out === undefined || more.length > 0)
    return usageFault("export takes one file to write to");
  const items = await context.items();
  const store = new AnnotationStore({
    library: context.library,
    historyFolder: join(tmpdir(), "aide-memoire-unused"),
  });
  const written = await exportAnnotations(
    { store, items },
    {
      format: "json-ld",
      nameOf: (colour) => DEFAULT_SETTINGS.highlightNames[colour],
      referenceOf: (id) =>
        Promise.resolve(items.find(id)?.metadata.title ?? id),
    },
    resolve(out),
    Date.now(),
  );
  if (!written.ok) return written;
  const { path, count } = written.value;
  context.print(
    isJson
      ? JSON.stringify({ annotations: count })
      : `${count} ${count === 1 ? "annotation" : "annotations"} written to ${path}`,
  );
  return ok("done");
}
