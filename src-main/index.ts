import type { Changes } from "#bridge/contract/changes";
import { CHANGES_CHANNEL } from "#bridge/contract/channels";
import { app, nativeTheme, type BrowserWindow } from "electron";
import { join } from "node:path";
import { listenForRequests } from "./ipc/listen-for-requests";
import type { Program } from "./program";
import { guardContents } from "./windows/guard-contents";
import { openWindow } from "./windows/open-window";
import { registerScheme, serveRenderer } from "./windows/serve-renderer";
import { setMenu } from "./windows/set-menu";

// What is imported here comes before the window; all the rest is loaded while the page's process comes up.
const root = app.getAppPath();

// Tests, benchmarks and portable use name their own folders; everybody else gets the system's.
if (process.env.AIDE_USER_DATA)
  app.setPath("userData", process.env.AIDE_USER_DATA);

registerScheme();
if (!app.requestSingleInstanceLock()) app.exit(0);

let window: BrowserWindow | undefined;

void app.whenReady().then(start);
app.on("second-instance", () => {
  if (window?.isMinimized()) window.restore();
  window?.focus();
});
app.on("window-all-closed", () => app.quit());

function start(): void {
  guardContents();
  serveRenderer(join(root, "out", "renderer"));
  const hidden = openWindow({
    preload: join(root, "out", "preload", "preload.cjs"),
    icon: join(root, "resources", "icons", "icon.png"),
  });
  window = hidden.window;
  const program = import("./program").then(({ openProgram }) =>
    openProgram({
      root,
      userData: app.getPath("userData"),
      defaultLibrary:
        process.env.AIDE_LIBRARY ??
        join(app.getPath("documents"), "Aide-Memoire"),
      window: () => window,
      tellWindow,
      onTheme: (theme) => (nativeTheme.themeSource = theme),
      onPlace: (state) => hidden.show(state),
    }),
  );
  listenForRequests(program.then(({ answer }) => answer));
  closeWell(program);
  setMenu();
}

function tellWindow(changes: Changes): void {
  if (window && !window.isDestroyed())
    window.webContents.send(CHANGES_CHANNEL, changes);
}

/** Everything acknowledged is on the disk already; closing only puts things away. */
function closeWell(program: Promise<Program>): void {
  let isClosed = false;
  app.on("before-quit", (event) => {
    if (isClosed) return;
    event.preventDefault();
    void program
      .then((opened) => opened.close())
      .finally(() => {
        isClosed = true;
        app.quit();
      });
  });
}
