import Store from "electron-store";
import * as v from "valibot";

const schema = v.object({
  x: v.optional(v.number()),
  y: v.optional(v.number()),
  width: v.pipe(v.number(), v.minValue(640)),
  height: v.pipe(v.number(), v.minValue(480)),
  isMaximized: v.boolean(),
});
export type WindowState = v.InferOutput<typeof schema>;

const FIRST: WindowState = { width: 1280, height: 800, isMaximized: false };

/** Size and place of the window, in `<userData>/window.json` through electron-store. */
export class WindowStateStore {
  readonly #store: Store<{ window: WindowState }>;

  constructor(userData: string) {
    this.#store = new Store({
      cwd: userData,
      name: "window",
      clearInvalidConfig: true,
    });
  }

  get(): WindowState {
    const read = v.safeParse(schema, this.#store.get("window"));
    return read.success ? read.output : FIRST;
  }

  set(state: WindowState): void {
    this.#store.set("window", state);
  }
}
