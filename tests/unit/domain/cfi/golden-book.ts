import { readSourcePlaces } from "#domain/cfi/read-source-places";
import type { SourcePlacesFile } from "#domain/cfi/source-places-file";
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface GoldenBook {
  readonly chapters: readonly string[];
  readonly text: string;
  readonly places: SourcePlacesFile;
}

/** A small book with the places of its letters, as they are stored. */
export const goldenBook = JSON.parse(
  readFileSync(join(process.cwd(), "tests/golden/places-1.json"), "utf8"),
) as GoldenBook;

/** The places as the program uses them. @throws Error when they cannot be read any more */
export function readGoldenPlaces() {
  const places = readSourcePlaces(goldenBook.places, goldenBook.text.length);
  if (!places) throw new Error("The golden places cannot be read");
  return places;
}
