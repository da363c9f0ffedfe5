import type { citations as requests } from "#bridge/contract/citations";
import type { Handlers } from "#bridge/contract/index";
import { ok } from "#domain/result";
import { dialog, type BrowserWindow } from "electron";
import { atMostEvery } from "../import/at-most-every";
import { findCited } from "../interchange/cited-items";
import { ReferenceDesk } from "../interchange/reference-desk";
import {
  REFERENCE_ENDINGS,
  writeReferences,
} from "../interchange/write-references";
import type { Session } from "../session";

type CitationHandlers = Pick<Handlers, keyof typeof requests>;

export interface CitationHandlerOptions {
  readonly window: () => BrowserWindow | undefined;
  /** Where the program of the thread that writes many references lies. */
  readonly script: string;
}

const TELL_EVERY_MS = 200;

/** Citations. What writes them is large and is loaded when the first is asked for; many are written in a thread of their own. */
export function citationHandlers(
  session: Session,
  { window, script }: CitationHandlerOptions,
): CitationHandlers {
  const tell = atMostEvery(TELL_EVERY_MS, () =>
    session.options.onChanges({ subject: "citations", ids: [] }),
  );
  const desk = new ReferenceDesk(script, tell);
  return {
    "citations/format": async ({ item, style, pages }) => {
      const cited = await findCited(session.catalogue, item);
      if (!cited.ok) return cited;
      const { formatCitation } = await import("../interchange/format-citation");
      return ok(formatCitation(cited.value, style, pages));
    },
    "citations/references": ({ items, style }) =>
      desk.write(session.catalogue, items, { kind: "references", style }),
    "citations/progress": () => ok(desk.progress() ?? null),
    "citations/cancel": () => {
      desk.cancel();
      return ok(null);
    },
    "citations/export": async ({ items, format }) => {
      const options = {
        defaultPath: `Aide-Memoire.${REFERENCE_ENDINGS[format]}`,
      };
      const parent = window();
      const chosen = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options);
      if (chosen.canceled || chosen.filePath === "") return ok(null);
      const text = await desk.write(session.catalogue, items, {
        kind: "file",
        format,
      });
      if (!text.ok) return text;
      if (text.value === null) return ok(null);
      const now = session.options.clock();
      return writeReferences(text.value, items.length, chosen.filePath, now);
    },
  };
}
