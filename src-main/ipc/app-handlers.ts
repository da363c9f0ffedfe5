import type { Handlers } from "#bridge/contract/index";
import { fail, ok } from "#domain/result";
import { app, dialog, shell, type BrowserWindow } from "electron";
import { join } from "node:path";
import type { Session } from "../session";
import { errorDetail } from "../storage/error-detail";

type AppHandlers = Pick<
  Handlers,
  | "app/shown"
  | "app/about"
  | "library/choose-folder"
  | "library/show-in-folder"
  | "search/query"
  | "settings/get"
  | "settings/set"
>;

export interface AppHandlerOptions {
  readonly session: Session;
  readonly window: () => BrowserWindow | undefined;
  readonly onShown: () => void;
}

/** The program itself: settings, folders, search and what the window tells. */
export function appHandlers({
  session,
  window,
  onShown,
}: AppHandlerOptions): AppHandlers {
  const { settings, onChanges } = session.options;
  return {
    "app/shown": () => {
      onShown();
      return ok(null);
    },
    "app/about": () =>
      ok({
        version: app.getVersion(),
        runtime: `Electron ${process.versions.electron}, Chromium ${process.versions.chrome}, Node ${process.versions.node}`,
        userData: session.options.userData,
      }),
    "library/choose-folder": async () => {
      const parent = window();
      const options = {
        title: "Choose the folder of your library",
        defaultPath: session.libraryPath,
        properties: ["openDirectory" as const, "createDirectory" as const],
      };
      const chosen = parent
        ? await dialog.showOpenDialog(parent, options)
        : await dialog.showOpenDialog(options);
      const [path] = chosen.filePaths;
      if (chosen.canceled || path === undefined) return ok(null);
      settings.chooseLibrary(path);
      await session.open();
      return ok({ path });
    },
    "library/show-in-folder": ({ path }) => {
      const inside = path === undefined ? "" : path.replaceAll("..", "");
      shell.showItemInFolder(join(session.libraryPath, inside));
      return ok(null);
    },
    "search/query": async (request) => {
      const { search } = session;
      if (!search)
        return fail({ code: "search-unavailable", detail: "not started" });
      try {
        return await search.query(request);
      } catch (error) {
        return fail({ code: "search-unavailable", detail: errorDetail(error) });
      }
    },
    "settings/get": () => ok(settings.get()),
    "settings/set": (patch) => {
      const changed = settings.set(patch);
      onChanges({ subject: "settings", ids: [] });
      return ok(changed);
    },
  };
}
