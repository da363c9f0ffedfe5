import type { Changes } from "#bridge/contract/changes";
import { CHANGES_CHANNEL } from "#bridge/contract/channels";
import { app, nativeTheme, type BrowserWindow } from "electron";
import { join } from "node:path";
import { listenForRequests } from "./ipc/listen-for-requests";
import type { Program } from "./program";
import { fileArguments } from "./windows/file-arguments";
import { guardContents } from "./windows/guard-contents";
import { isOnlyInstance } from "./windows/only-instance";
import { openWindow } from "./windows/open-window";
import { registerScheme, serveRenderer } from "./windows/serve-renderer";
import { setMenu } from "./windows/set-menu";

// What is imported here comes before the window; all the rest is loaded while the page reads its scripts.
const root = app.getAppPath();

// Tests, benchmarks and portable use name their own folders; everybody else gets the system's.
if (process.env.AIDE_USER_DATA)
  app.setPath("userData", process.env.AIDE_USER_DATA);

// The reader gives back the memory of what it took off the page (src-renderer/app/give-back-memory.ts).
app.commandLine.appendSwitch("js-flags", "--expose-gc");
registerScheme();
if (!isOnlyInstance()) {
  console.error("Aide-Mémoire runs already; what was to be opened is there.");
  app.exit(0);
}

let window: BrowserWindow | undefined;
/** Files to import that came before the library was open. */
const early = fileArguments(process.argv, {
  workingDirectory: process.cwd(),
  appPath: root,
});
let importFiles = (paths: readonly string[]): void => void early.push(...paths);

void app.whenReady().then(start);
app.on("second-instance", (_event, argv, workingDirectory) => {
  if (window?.isMinimized()) window.restore();
  window?.focus();
  importFiles(fileArguments(argv, { workingDirectory, appPath: root }));
});
// How macOS says "open with".
app.on("open-file", (event, path) => {
  event.preventDefault();
  importFiles([path]);
});
app.on("window-all-closed", () => app.quit());

function start(): void {
  guardContents();
  const hasScripts = serveRenderer(
    join(root, "out", "renderer"),
    join(app.getPath("userData"), "parsed"),
  );
  const hidden = openWindow({
    preload: join(root, "out", "preload", "preload.cjs"),
    icon: join(root, "resources", "icons", "icon.png"),
  });
  window = hidden.window;
  const tellOfWindow = (): void => tellWindow({ subject: "window", ids: [] });
  window.on("enter-full-screen", tellOfWindow);
  window.on("leave-full-screen", tellOfWindow);
  const program = hasScripts
    .then(() => import("./program"))
    .then(({ openProgram }) =>
      openProgram({
        root,
        userData: app.getPath("userData"),
        defaultLibrary:
          process.env.AIDE_LIBRARY ??
          join(app.getPath("documents"), "Aide-Memoire"),
        window: () => window,
        tellWindow,
        // The system knows no third theme: sepia is paper, only warmer.
        onTheme: (theme) =>
          (nativeTheme.themeSource = theme === "sepia" ? "light" : theme),
        onPlace: (state) => hidden.show(state),
      }),
    );
  void program.then((opened) => {
    importFiles = opened.importFiles;
    importFiles(early);
  });
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
