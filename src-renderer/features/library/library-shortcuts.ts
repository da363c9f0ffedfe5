import type { Settings } from "#bridge/contract/settings";
import type { Shortcut } from "../../app/shortcuts.svelte";

/** Keys of the library screen as a whole; those of the list itself are listed here too, so that `?` shows them. */
export function libraryShortcuts(options: {
  readonly settings: () => Settings;
  readonly onChangeSettings: (changes: Partial<Settings>) => void;
  readonly screen: () => HTMLElement | undefined;
}): Shortcut[] {
  const focus = (selector: string): void =>
    options.screen()?.querySelector<HTMLElement>(selector)?.focus();
  const group = "Library";
  return [
    {
      group,
      keys: "Mod+F",
      label: "Filter the list",
      run: () => focus("[data-filter-field]"),
    },
    {
      group,
      keys: "Mod+L",
      label: "Go to the list",
      worksInFields: true,
      run: () => focus("[data-testid=item-list]"),
    },
    {
      group,
      keys: "Mod+B",
      label: "Table or shelf",
      run: () =>
        options.onChangeSettings({
          libraryView:
            options.settings().libraryView === "table" ? "shelf" : "table",
        }),
    },
    {
      group,
      keys: "Mod+J",
      label: "Show or hide the details",
      run: () =>
        options.onChangeSettings({
          showsDetails: !options.settings().showsDetails,
        }),
    },
    ...told("In the list", IN_THE_LIST),
    ...told("On a collection", ON_A_COLLECTION),
  ];
}

/** Keys that the list takes itself while it has the focus: told of, not acted on. */
const IN_THE_LIST = [
  ["ArrowDown", "Next item"],
  ["ArrowUp", "Item before"],
  ["Home", "First item"],
  ["End", "Last item"],
  ["PageDown", "A page on"],
  ["PageUp", "A page back"],
  ["A–Z", "Next title that begins so"],
  ["Shift+↑ ↓", "Choose a range"],
  ["Space", "Choose this one too, or not"],
  ["Mod+A", "Choose all"],
  ["Enter", "Read"],
  ["Shift+F10", "Menu of the chosen items"],
  ["Delete", "Move to the trash"],
] as const;
const ON_A_COLLECTION = [
  ["F2", "Rename"],
  ["Delete", "Move to the trash; its items stay"],
] as const;

function told(
  group: string,
  list: readonly (readonly [keys: string, label: string])[],
): Shortcut[] {
  return list.map(([keys, label]) => ({
    group,
    keys,
    label,
    isLeftToBrowser: true,
    run: () => undefined,
  }));
}
