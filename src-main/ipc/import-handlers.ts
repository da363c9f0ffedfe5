import type { Handlers } from "#bridge/contract/index";
import { ok } from "#domain/result";
import { dialog, type BrowserWindow, type OpenDialogOptions } from "electron";
import type { Session } from "../session";

type ImportHandlers = Pick<
  Handlers,
  | "import/choose"
  | "import/add"
  | "import/paste"
  | "import/status"
  | "import/files"
  | "import/pause"
  | "import/resume"
  | "import/cancel"
  | "import/retry"
  | "import/dismiss"
>;

const ENDINGS =
  "txt md markdown html htm xhtml mhtml mht epub pdf docx odt json jsonl ndjson".split(
    " ",
  );

/** Bringing texts in: what is chosen, dropped or pasted goes into the queue, which does the rest. */
export function importHandlers(
  { imports }: Session,
  window: () => BrowserWindow | undefined,
): ImportHandlers {
  return {
    "import/choose": async ({ what, collection }) => {
      const options = dialogFor(what);
      const parent = window();
      const chosen = parent
        ? await dialog.showOpenDialog(parent, options)
        : await dialog.showOpenDialog(options);
      if (chosen.canceled || chosen.filePaths.length === 0) return ok(false);
      void imports.add(chosen.filePaths, collection);
      return ok(true);
    },
    "import/add": ({ paths, collection }) => {
      // Folders are listed while the window already shows the first files.
      void imports.add(paths, collection);
      return ok(null);
    },
    "import/paste": ({ text, html, collection }) => {
      const bytes = html ? pageOf(html) : Buffer.from(text ?? "", "utf8");
      imports.paste("Pasted text", bytes, collection);
      return ok(null);
    },
    "import/status": () => ok(imports.status()),
    "import/files": ({ from, count, refusedOnly }) =>
      ok(imports.files(from, count, refusedOnly)),
    "import/pause": () => {
      imports.pause();
      return ok(null);
    },
    "import/resume": () => {
      imports.resume();
      return ok(null);
    },
    "import/cancel": async () => {
      await imports.cancel();
      return ok(null);
    },
    "import/retry": ({ file, password }) => imports.retry(file, password),
    "import/dismiss": () => {
      imports.dismiss();
      return ok(null);
    },
  };
}

function dialogFor(what: "files" | "folder"): OpenDialogOptions {
  if (what === "folder")
    return {
      title: "Choose a folder to import",
      properties: ["openDirectory", "multiSelections"],
    };
  return {
    title: "Choose files to import",
    properties: ["openFile", "multiSelections"],
    filters: [
      { name: "Texts that can be read", extensions: ENDINGS },
      { name: "All files", extensions: ["*"] },
    ],
  };
}

/** A clipboard holds a piece of a page; without the first line nothing says what it is. */
function pageOf(html: string): Uint8Array {
  const isWhole = /^\s*<(?:!doctype|html)/iu.test(html);
  const head = isWhole ? "" : '<!doctype html>\n<meta charset="utf-8">\n';
  return Buffer.from(head + html, "utf8");
}
