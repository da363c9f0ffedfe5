import type { ReadingPosition } from "#domain/library/reading-position";
import Store from "electron-store";
import * as v from "valibot";

const positionSchema = v.object({
  offset: v.number(),
  within: v.number(),
  progress: v.number(),
});

/** Where one stands in each item, in `<userData>/reading-positions.json` through electron-store. */
export class ReadingPositions {
  readonly #store: Store<Record<string, ReadingPosition>>;
  readonly #positions: Map<string, ReadingPosition>;

  constructor(userData: string) {
    this.#store = new Store({
      cwd: userData,
      name: "reading-positions",
      clearInvalidConfig: true,
      accessPropertiesByDotNotation: false,
    });
    this.#positions = new Map(
      Object.entries(this.#store.store).filter(([, position]) =>
        v.is(positionSchema, position),
      ),
    );
  }

  find(item: string): ReadingPosition | undefined {
    return this.#positions.get(item);
  }

  set(item: string, position: ReadingPosition): void {
    this.#positions.set(item, position);
    this.#store.set(item, position);
  }
}
