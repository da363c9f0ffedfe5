import { paintsFor } from "../annotations/paints";
import { TextPainter } from "../annotations/text-painter";
import { createIntervalIndex } from "#domain/text/interval-index";
import type { AnnotationView } from "#bridge/contract/annotations";
import { domRange } from "../text-nodes";
import { isPlaced, type NumberedNote } from "./numbered-notes";

/** Paints highlights into a text that is laid out whole, and puts the numbers of notes behind their passages. */
export function markPage(
  article: HTMLElement,
  annotations: readonly AnnotationView[],
  notes: readonly NumberedNote[],
): void {
  // From the end, so that no number moves what is yet to be found.
  for (const { number, annotation } of notes.toReversed()) {
    if (number === undefined || !isPlaced(annotation)) continue;
    const { start, end } = annotation.anchor;
    const range = domRange(article, { start, end });
    if (!range) continue;
    const sign = document.createElement("sup");
    sign.className = "note-number";
    sign.dataset["decoration"] = "";
    sign.textContent = `[${number}]`;
    range.collapse(false);
    range.insertNode(sign);
  }
  const index = createIntervalIndex(
    annotations.filter(isPlaced),
    ({ anchor }) => anchor,
  );
  const painter = new TextPainter((start, end) =>
    paintsFor(index.touching(start, end), undefined),
  );
  for (const run of article.querySelectorAll<HTMLElement>(".run"))
    painter.draw(run);
}

/** Waits until pictures and typefaces are there; what cannot be loaded is left out. */
export async function settlePage(article: HTMLElement): Promise<void> {
  const pictures = [...article.querySelectorAll("img")].map((picture) => {
    picture.loading = "eager";
    return picture.decode().catch(() => undefined);
  });
  await Promise.all([...pictures, document.fonts.ready]);
}
