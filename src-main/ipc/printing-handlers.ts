import type { Handlers } from "#bridge/contract/index";
import type { printing as requests } from "#bridge/contract/printing";
import { fail, ok } from "#domain/result";
import { dialog, shell, type BrowserWindow } from "electron";
import { rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Session } from "../session";
import { errorDetail } from "../storage/error-detail";
import { TEMPORARY_PREFIX } from "../storage/replace-file";
import { pdfNameFor } from "../windows/pdf-name";
import { ItemPrinter } from "../windows/print-item";

type PrintingHandlers = Pick<Handlers, keyof typeof requests>;

/** Items on paper and as PDF. */
export function printingHandlers(
  session: Session,
  window: () => BrowserWindow | undefined,
  preload: string,
): PrintingHandlers {
  const printer = new ItemPrinter(() =>
    session.options.onChanges({ subject: "printing", ids: [] }),
  );
  let written: string | undefined;
  /** Nobody is left to see what is made. */
  const cancelWithWindow = (): void =>
    void window()?.once("closed", () => printer.cancel());
  return {
    "printing/save-pdf": async ({ item, withAnnotations }) => {
      const title = session.items.find(item)?.metadata.title;
      if (title === undefined)
        return fail({ code: "not-found", kind: "item", id: item });
      const path = await askForTarget(window(), `${pdfNameFor(title)}.pdf`);
      if (path === undefined) return ok(null);
      cancelWithWindow();
      const pdf = await printer.pdf({ preload, item, withAnnotations });
      if (!pdf.ok || pdf.value === null) return pdf.ok ? ok(null) : pdf;
      try {
        await writeBytes(path, pdf.value);
      } catch (error) {
        const detail = errorDetail(error);
        return fail({ code: "write-failed", path, detail });
      }
      written = path;
      return ok({ path });
    },
    "printing/print": ({ item, withAnnotations }) => {
      cancelWithWindow();
      return printer.print({ preload, item, withAnnotations });
    },
    "printing/cancel": () => {
      printer.cancel();
      return ok(null);
    },
    "printing/state": () => ok(printer.state),
    "printing/show-in-folder": () => {
      if (written !== undefined) shell.showItemInFolder(written);
      return ok(null);
    },
    "printing/laid-out": ({ job, share }) => {
      printer.laidOut(job, share);
      return ok(null);
    },
    "printing/gave-up": ({ job, detail }) => {
      printer.gaveUp(job, detail);
      return ok(null);
    },
  };
}

async function askForTarget(
  parent: BrowserWindow | undefined,
  defaultPath: string,
): Promise<string | undefined> {
  const options = {
    title: "Save as PDF",
    defaultPath,
    filters: [{ name: "PDF", extensions: ["pdf"] }],
  };
  const chosen = parent
    ? await dialog.showSaveDialog(parent, options)
    : await dialog.showSaveDialog(options);
  return chosen.canceled || chosen.filePath === ""
    ? undefined
    : chosen.filePath;
}

/** The file appears whole or not at all. */
async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(
    dirname(path),
    `${TEMPORARY_PREFIX}${process.pid}-printed.pdf`,
  );
  try {
    await writeFile(temporary, bytes, { flush: true });
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}
