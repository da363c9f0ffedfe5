import { DEFAULT_SETTINGS } from "#bridge/contract/settings";
import { ok } from "#domain/result";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AnnotationStore } from "../annotation/annotation-store";
import { exportAnnotations } from "../interchange/export-annotations";
import { NO_TARGET, sayWritten, targetOf } from "./written-file";
import { usageFault, type CliContext, type CliOutcome } from "./run-cli";

/** `aide export annotations OUT`: all annotations of the library as one W3C collection. */
export async function exportAllAnnotations(
  context: CliContext,
): Promise<CliOutcome> {
  const target = targetOf(context);
  if (target === undefined) return usageFault(NO_TARGET);
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
    target,
    Date.now(),
  );
  if (!written.ok) return written;
  sayWritten(context, written.value, "annotation");
  return ok("done");
}
