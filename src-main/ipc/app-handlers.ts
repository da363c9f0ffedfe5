import type { Handlers } from "#bridge/contract/index";
import { ok } from "#domain/result";
import { app, dialog, shell, type BrowserWindow } from "electron";
import { join } from "node:path";
import type { Session } from "../session";

type AppHandlers = Pick<
  Handlers,
  | "app/shown"
  | "app/about"
  | "app/window-state"
  | "app/set-full-screen"
  | "library/choose-folder"
  | "library/show-in-folder"
  | "settings/get"
  | "settings/set"
>;

export interface AppHandlerOptions {
  readonly session: Session;
  readonly window: () => BrowserWindow | undefined;
  readonly onShown: () => void;
}

/** The program itself: settings, folders and what the window tells. */
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
    "app/window-state": () =>
      ok({ isFullScreen: window()?.isFullScreen() ?? false }),
    "app/set-full-screen": ({ isOn }) => {
      window()?.setFullScreen(isOn);
      return ok(null);
    },
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
    "settings/get": () => ok(settings.get()),
    "settings/set": (patch) => {
      const changed = settings.set(patch);
      onChanges({ subject: "settings", ids: [] });
      return ok(changed);
    },
  };
}
