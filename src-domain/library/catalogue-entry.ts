import type { ItemMetadata } from "./item";
import type { ReadingPosition } from "./reading-position";

/** What listing, filtering and sorting need to know of an item. */
export interface CatalogueEntry extends ItemMetadata {
  readonly words: number;
  readonly position?: ReadingPosition;
  readonly noteCount: number;
  readonly dueCount: number;
  /** When it came into the library, epoch milliseconds; absent for bundled items. */
  readonly addedAt?: number;
  /** Its place in the reading order of the bundled collections; absent for imported items. */
  readonly readingOrder?: number;
}
