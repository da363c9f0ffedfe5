import { CHANGES_CHANNEL, type Handlers } from "#bridge/contract/index";
import type { Changes } from "#bridge/contract/changes";
import { app, nativeTheme, type BrowserWindow } from "electron";
import { join } from "node:path";
import { answerRequests } from "./ipc/answer-requests";
import { appHandlers } from "./ipc/app-handlers";
import { libraryHandlers } from "./ipc/library-handlers";
import { noteHandlers } from "./ipc/note-handlers";
import { studyHandlers } from "./ipc/study-handlers";
import { loadCorpus } from "./library/load-corpus";
import { SearchClient } from "./search/search-client";
import { searchSource } from "./search/search-source";
import { Session } from "./session";
import { ReadingPositions } from "./settings/reading-positions";
import { SettingsStore } from "./settings/settings-store";
import { WindowStateStore } from "./settings/window-state";
import { guardContents } from "./windows/guard-contents";
import { openWindow } from "./windows/open-window";
import { savePicture } from "./windows/save-picture";
import { registerScheme, serveRenderer } from "./windows/serve-renderer";
import { setMenu } from "./windows/set-menu";
import { startSearchProcess } from "./windows/start-search-process";

const root = app.getAppPath();
const out = join(root, "out");

// Tests, benchmarks and portable use name their own folders; everybody else gets the system's.
if (process.env.AIDE_USER_DATA)
  app.setPath("userData", process.env.AIDE_USER_DATA);

registerScheme();
if (!app.requestSingleInstanceLock()) app.exit(0);

let window: BrowserWindow | undefined;
const corpus = loadCorpus(join(root, "resources"));

void app.whenReady().then(start);
app.on("second-instance", () => {
  if (window?.isMinimized()) window.restore();
  window?.focus();
});
app.on("window-all-closed", () => app.quit());

async function start(): Promise<void> {
  const userData = app.getPath("userData");
  const settings = new SettingsStore(userData);
  nativeTheme.themeSource = settings.get().theme;
  setMenu();
  guardContents();
  serveRenderer(join(out, "renderer"));
  const ready = openSession(userData, settings);
  answerRequests(ready.then(handlersOf));
  window = openWindow({
    preload: join(out, "preload", "preload.cjs"),
    icon: join(root, "resources", "icons", "icon.png"),
    state: new WindowStateStore(userData),
  });
  closeWell(await ready);
}

/** Opens the corpus and the user's library; a library that cannot be opened is a problem to show, not an end. */
async function openSession(
  userData: string,
  settings: SettingsStore,
): Promise<Session> {
  const session = new Session({
    corpus: await corpus,
    settings,
    positions: new ReadingPositions(userData),
    defaultLibrary:
      process.env.AIDE_LIBRARY ??
      join(app.getPath("documents"), "Aide-Memoire"),
    userData,
    clock: Date.now,
    onChanges: (changes) => {
      if (changes.subject === "settings")
        nativeTheme.themeSource = settings.get().theme;
      tellWindow(changes);
    },
  });
  session.search = searchClient(session);
  await session.open();
  return session;
}

function handlersOf(session: Session): Handlers {
  return {
    ...libraryHandlers(session),
    ...noteHandlers(session),
    ...studyHandlers(session),
    ...appHandlers({
      session,
      window: () => window,
      onShown: () => void afterShown(session),
    }),
  };
}

function tellWindow(changes: Changes): void {
  if (window && !window.isDestroyed())
    window.webContents.send(CHANGES_CHANNEL, changes);
}

function searchClient(session: Session): SearchClient {
  const { userData } = session.options;
  return new SearchClient({
    file: join(userData, "search", "index.sqlite3"),
    start: () => startSearchProcess(join(out, "main", "search-process.js")),
    source: async () => {
      const workspace = session.workspace();
      return searchSource(
        session.options.corpus,
        workspace.ok ? workspace.value.notes.store : undefined,
      );
    },
  });
}

/** What can wait until the library is on the screen. */
async function afterShown(session: Session): Promise<void> {
  if (process.env.AIDE_TRACE) console.log("aide:shown");
  if (process.env.AIDE_PICTURE && window)
    await savePicture(window, process.env.AIDE_PICTURE);
  await session.search?.start();
  tellWindow({ subject: "search", ids: [] });
}

/** Everything acknowledged is on the disk already; closing only puts things away. */
function closeWell(session: Session): void {
  let isClosed = false;
  app.on("before-quit", (event) => {
    if (isClosed) return;
    event.preventDefault();
    session.search?.close();
    void session.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}
