import type {
  CitationStyle,
  ReferenceFormat,
} from "#bridge/contract/citations";
import { appSession } from "../../app/app-session.svelte";
import { ask } from "../../app/ask";
import { copyText } from "../../app/copy-text";
import { notices } from "../../app/notices.svelte";
import { counted } from "../../app/number-words";

export const STYLE_WORDS: Readonly<Record<CitationStyle, string>> = {
  apa: "APA",
  harvard: "Harvard",
  vancouver: "Vancouver",
  "chicago-notes": "Chicago, notes",
};

/** More than these make no list one would paste. */
const MOST_COPIED = 2_000;

/** Puts references on the clipboard, in the style chosen last; exports go to a file. */
class CitationActions {
  readonly style = $derived(appSession.settings?.citationStyle ?? "apa");

  chooseStyle(style: CitationStyle): void {
    void appSession.change({ citationStyle: style });
  }

  async copy(ids: ReadonlySet<string>): Promise<void> {
    const items = [...ids].slice(0, MOST_COPIED);
    if (items.length === 0) return;
    const text = await ask("citations/references", {
      items,
      style: this.style,
    });
    if (text === undefined) return;
    copyText(text);
    notices.say(
      items.length === 1
        ? `Copied: ${text}`
        : `${counted(items.length, "reference", "references")} copied.`,
    );
  }

  async export(
    ids: ReadonlySet<string>,
    format: ReferenceFormat,
  ): Promise<void> {
    if (ids.size === 0) return;
    const done = await ask("citations/export", { items: [...ids], format });
    if (done)
      notices.say(
        `${counted(done.count, "item", "items")} exported to ${done.path}.`,
      );
  }
}

export const citationActions = new CitationActions();
