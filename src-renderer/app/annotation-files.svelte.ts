import type {
  AnnotationFormat,
  AnnotationsImported,
} from "#bridge/contract/annotations";
import { ask } from "./ask";
import { notices } from "./notices.svelte";
import { counted } from "./number-words";

/** Writes annotations, of one item or all, to a file that the person chooses. */
export async function exportAnnotations(
  format: AnnotationFormat,
  item?: string,
): Promise<void> {
  const done = await ask("annotations/export", {
    format,
    ...(item === undefined ? {} : { item }),
  });
  if (done)
    notices.say(
      `${counted(done.count, "annotation", "annotations")} written to ${done.path}.`,
    );
}

/** Takes annotations in from a file that the person chooses. `item`: where those on unknown pages may belong. */
export async function importAnnotations(item?: string): Promise<void> {
  const done = await ask(
    "annotations/import",
    item === undefined ? {} : { item },
  );
  if (done) notices.say(importedWords(done));
}

/** What became of a file's annotations, in one or two sentences. */
export function importedWords({
  added,
  orphans,
  known,
  elsewhere,
  unreadable,
}: Omit<AnnotationsImported, "items">): string {
  const parts = [
    added > 0
      ? `${counted(added, "annotation", "annotations")} came in.`
      : "No annotation came in.",
    ...(orphans > 0
      ? [
          `${counted(orphans, "does", "do")} not lead into the text: see Orphans.`,
        ]
      : []),
    ...(known > 0 ? [`${counted(known, "was", "were")} here already.`] : []),
    ...(elsewhere > 0
      ? [`${counted(elsewhere, "is", "are")} on items that are not here.`]
      : []),
    ...(unreadable > 0
      ? [`${counted(unreadable, "has", "have")} no passage to lead to.`]
      : []),
  ];
  return parts.join(" ");
}
