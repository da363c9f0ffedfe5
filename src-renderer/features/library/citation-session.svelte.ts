import type {
  CitationProgress,
  CitationStyle,
  ReferenceFormat,
} from "#bridge/contract/citations";
import { DEFAULT_SETTINGS } from "#bridge/contract/settings";
import { appSession } from "../../app/app-session.svelte";
import { ask } from "../../app/ask";
import { onChanges, request } from "../../app/bridge";
import { copyText } from "../../app/copy-text";
import { notices } from "../../app/notices.svelte";
import { counted } from "../../app/number-words";
import { STYLE_WORDS } from "./citation-words";

/** As many as main writes at once. */
const MOST = 2_000;
/** What is done sooner than this is never said to be under way. */
const SLOW_MS = 300;

/** Citations of items: copied in the style one prefers, or written to a file for other programs. */
class CitationSession {
  /** What the first items look like in the present style. */
  sample = $state("");
  /** How far many citations have come, once one has waited for them noticeably. */
  progress = $state.raw<CitationProgress | undefined>();
  #latest = 0;

  readonly style = $derived<CitationStyle>(
    appSession.settings?.citationStyle ?? DEFAULT_SETTINGS.citationStyle,
  );

  /** Copies the citations of items, one a line. */
  async copy(items: readonly string[]): Promise<void> {
    const { style } = this;
    const cited = items.slice(0, MOST);
    const text = await this.#withProgress(() =>
      ask("citations/references", { items: cited, style }),
    );
    if (text === undefined || text === null) return;
    copyText(text);
    notices.say(
      cited.length === 1
        ? `Citation copied (${STYLE_WORDS[style]}).`
        : `${counted(cited.length, "citation", "citations")} copied (${STYLE_WORDS[style]}).`,
    );
  }

  /** Shows what some items look like in the present style. */
  async showSample(items: readonly string[]): Promise<void> {
    const mine = ++this.#latest;
    const { style } = this;
    const text = await ask("citations/references", {
      items: [...items],
      style,
    });
    if (mine === this.#latest) this.sample = text ?? "";
  }

  /** Ends what is being written; nothing is copied, no file is touched. */
  async cancel(): Promise<void> {
    await ask("citations/cancel", {});
  }

  async #withProgress<Value>(act: () => Promise<Value>): Promise<Value> {
    let isLong = false;
    const look = async (): Promise<void> => {
      if (!isLong) return;
      const reply = await request("citations/progress", {});
      this.progress =
        isLong && reply.ok ? (reply.value ?? undefined) : undefined;
    };
    const timer = window.setTimeout(() => {
      isLong = true;
      void look();
    }, SLOW_MS);
    const stop = onChanges(["citations"], () => void look());
    try {
      return await act();
    } finally {
      isLong = false;
      stop();
      window.clearTimeout(timer);
      this.progress = undefined;
    }
  }

  /** Asks for a place with the system's dialog and writes the file there. Tells whether it was written. */
  async export(
    items: readonly string[],
    format: ReferenceFormat,
  ): Promise<boolean> {
    const done = await this.#withProgress(() =>
      ask("citations/export", { items: [...items], format }),
    );
    if (!done) return false;
    notices.say(
      `${counted(done.count, "citation", "citations")} written to ${done.path}.`,
    );
    return true;
  }
}

export const citationSession = new CitationSession();
