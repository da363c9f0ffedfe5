import {
  DEFAULT_SETTINGS,
  settingsSchema,
  type Settings,
} from "#bridge/contract/settings";
import Store from "electron-store";
import * as v from "valibot";

interface Stored {
  settings: Settings;
  /** Folder of the user's library; empty for the default. */
  libraryPath: string;
}

/** What the person prefers, in `<userData>/settings.json` through electron-store. A damaged file gives the defaults. */
export class SettingsStore {
  readonly #store: Store<Stored>;

  constructor(userData: string) {
    this.#store = new Store<Stored>({
      cwd: userData,
      name: "settings",
      clearInvalidConfig: true,
      defaults: { settings: DEFAULT_SETTINGS, libraryPath: "" },
    });
  }

  get(): Settings {
    const read = v.safeParse(settingsSchema, {
      ...DEFAULT_SETTINGS,
      ...this.#store.get("settings"),
    });
    return read.success ? read.output : DEFAULT_SETTINGS;
  }

  /** Changes what the patch names; a key without a value stays as it is. */
  set(patch: {
    readonly [Key in keyof Settings]?: Settings[Key] | undefined;
  }): Settings {
    const named = Object.fromEntries(
      Object.entries(patch).filter(([, value]) => value !== undefined),
    );
    const settings = { ...this.get(), ...named };
    this.#store.set("settings", settings);
    return settings;
  }

  /** The chosen library folder, else the default one. */
  libraryPath(byDefault: string): string {
    return this.#store.get("libraryPath") || byDefault;
  }

  chooseLibrary(path: string): void {
    this.#store.set("libraryPath", path);
  }
}
