import type { citations as requests } from "#bridge/contract/citations";
import type { Handlers } from "#bridge/contract/index";
import { ok } from "#domain/result";
import { dialog, type BrowserWindow } from "electron";
import { findCited, listCited } from "../interchange/cited-items";
import type { Session } from "../session";

type CitationHandlers = Pick<Handlers, keyof typeof requests>;

/** Citations. What writes them is large and is loaded when the first is asked for. */
export function citationHandlers(
  session: Session,
  window: () => BrowserWindow | undefined,
): CitationHandlers {
  return {
    "citations/format": async ({ item, style, pages }) => {
      const cited = await findCited(session.catalogue, item);
      if (!cited.ok) return cited;
      const { formatCitation } = await import("../interchange/format-citation");
      return ok(formatCitation(cited.value, style, pages));
    },
    "citations/references": async ({ items, style }) => {
      const cited = await listCited(session.catalogue, items);
      if (!cited.ok) return cited;
      const { formatReferences } =
        await import("../interchange/format-citation");
      return ok(formatReferences(cited.value, style));
    },
    "citations/export": async ({ items, format }) => {
      const { exportReferences, REFERENCE_ENDINGS } =
        await import("../interchange/export-references");
      const options = {
        defaultPath: `Aide-Memoire.${REFERENCE_ENDINGS[format]}`,
      };
      const parent = window();
      const chosen = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options);
      if (chosen.canceled || chosen.filePath === "") return ok(null);
      const cited = await listCited(session.catalogue, items);
      if (!cited.ok) return cited;
      const now = session.options.clock();
      return exportReferences(cited.value, format, chosen.filePath, now);
    },
  };
}
