import type { Settings } from "#bridge/contract/settings";
import { keyWords, type Shortcut } from "../../app/shortcuts.svelte";
import type { MenuItem } from "../../ui/Menu.svelte";

/** One thing a pane can do: the same for its key, the list under `?` and its menu. */
export interface ReaderCommand {
  readonly keys?: string;
  /** As listed under `?`. */
  readonly label: string;
  /** In the menu; without it, it has a button of its own or is for the keyboard only. */
  readonly menuLabel?: string;
  readonly isChecked?: boolean;
  readonly worksInFields?: boolean;
  readonly run: () => void;
}
export type ReaderCommands = readonly (ReaderCommand | "line")[];

/** What a pane does when its commands are called. */
export interface ReaderActions {
  readonly toggleContents: () => void;
  readonly toggleMargin: () => void;
  readonly showAllAnnotations: () => void;
  readonly toggleType: () => void;
  readonly chooseBeside: () => void;
  /** Only of two items. */
  readonly swap: (() => void) | undefined;
  readonly toggleFocus: () => void;
  readonly toggleFullScreen: () => void;
  readonly toggleAloud: () => void;
  readonly print: (withAnnotations: boolean) => void;
  readonly savePdf: (withAnnotations: boolean) => void;
  readonly quiz: () => void;
  readonly leave: () => void;
  readonly change: (changes: Partial<Settings>) => void;
}

/** The commands of a pane, in the order of its menu. */
export function readerCommands(
  { showsEvidence, showsMentions }: Settings,
  state: {
    readonly isFocused: boolean;
    readonly isFullScreen: boolean;
    readonly isAloud: boolean;
  },
  act: ReaderActions,
): ReaderCommands {
  return [
    {
      keys: "o",
      label: "Contents beside the text, or not",
      run: act.toggleContents,
    },
    {
      keys: "m",
      label: "Positions and annotations beside the text, or not",
      run: act.toggleMargin,
    },
    {
      keys: "a",
      label: "All annotations of this item, and back",
      run: act.showAllAnnotations,
    },
    {
      keys: "t",
      label: "Type and page: face, size, lines, colours",
      run: act.toggleType,
    },
    {
      keys: "e",
      label: "Mark evidence, or not",
      menuLabel: "Mark evidence",
      isChecked: showsEvidence,
      run: () => act.change({ showsEvidence: !showsEvidence }),
    },
    {
      keys: "l",
      label: "Mark known actors in the text, or not",
      menuLabel: "Mark known actors",
      isChecked: showsMentions,
      run: () => act.change({ showsMentions: !showsMentions }),
    },
    {
      keys: "g",
      label: "Only the paragraph one reads is lit, or all",
      menuLabel: "Light one paragraph",
      isChecked: state.isFocused,
      run: act.toggleFocus,
    },
    {
      keys: "f",
      label: "Read on the full screen, and back",
      menuLabel: "Full screen",
      isChecked: state.isFullScreen,
      run: act.toggleFullScreen,
    },
    "line",
    {
      keys: "r",
      label: "Read aloud; pause, and go on",
      menuLabel: "Read aloud",
      isChecked: state.isAloud,
      run: act.toggleAloud,
    },
    {
      keys: "Mod+\\",
      label: "Put another item or a note beside this one",
      menuLabel: "Open beside…",
      run: act.chooseBeside,
    },
    ...(act.swap
      ? [
          {
            keys: "y",
            label: "Let the two items change places",
            menuLabel: "Change places",
            run: act.swap,
          },
        ]
      : []),
    "line",
    {
      keys: "Mod+P",
      label: "Print, with annotations",
      menuLabel: "Print with annotations…",
      worksInFields: true,
      run: () => act.print(true),
    },
    {
      label: "Print without annotations",
      menuLabel: "Print without annotations…",
      run: () => act.print(false),
    },
    {
      keys: "Mod+Shift+P",
      label: "Save as PDF, with annotations",
      menuLabel: "Save as PDF with annotations…",
      worksInFields: true,
      run: () => act.savePdf(true),
    },
    {
      label: "Save as PDF without annotations",
      menuLabel: "Save as PDF without annotations…",
      run: () => act.savePdf(false),
    },
    "line",
    {
      label: "Quiz me on this item",
      menuLabel: "Quiz me on this item",
      run: act.quiz,
    },
    {
      keys: "Escape",
      label:
        "Let go of the selection, stop reading aloud, leave the full screen, go back",
      run: act.leave,
    },
  ];
}

/** Those with keys, for the list under `?`. */
export function shortcutsOf(commands: ReaderCommands): Shortcut[] {
  return commands.flatMap((command) =>
    command === "line" || command.keys === undefined
      ? []
      : [
          {
            keys: command.keys,
            label: command.label,
            group: "Reader",
            ...(command.worksInFields ? { worksInFields: true } : {}),
            run: command.run,
          },
        ],
  );
}

/** Those that stand in the menu of a pane. */
export function menuOf(commands: ReaderCommands): MenuItem[] {
  return commands.flatMap((command): MenuItem[] => {
    if (command === "line") return [command];
    const { menuLabel: label, keys, isChecked, run } = command;
    if (label === undefined) return [];
    return [{ label, keys: keys && keyWords(keys), isChecked, run }];
  });
}
