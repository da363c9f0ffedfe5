import { layersOf } from "#domain/annotation/highlight-layers";
import type { PlacedAnnotation } from "./annotations-session.svelte";
import type { Paint } from "./text-painter";

/** What annotations look like in the text: colour and layer, bookmarks, and the one walked to over all. */
export function paintsFor(
  annotations: readonly PlacedAnnotation[],
  currentId: string | undefined,
): Paint[] {
  const ranges = annotations.map(({ anchor: { start, end }, colour }) => ({
    start,
    end,
    colour,
  }));
  const layers = layersOf(ranges);
  return annotations.flatMap(
    ({ id, motivation, colour, anchor: { start, end } }, index) => [
      {
        start,
        end,
        name:
          motivation === "bookmarking"
            ? "aide-bookmark"
            : `aide-${colour}-${layers[index] ?? 0}`,
      },
      ...(id === currentId ? [{ start, end, name: "aide-current" }] : []),
    ],
  );
}
