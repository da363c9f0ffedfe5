import type { Changes } from "#bridge/contract/changes";
import type { Handlers } from "#bridge/contract/index";
import type { Settings } from "#bridge/contract/settings";
import type { BrowserWindow } from "electron";
import { join } from "node:path";
import { answerRequest } from "./ipc/answer-request";
import type { Answer } from "./ipc/listen-for-requests";
import { annotationHandlers } from "./ipc/annotation-handlers";
import { appHandlers } from "./ipc/app-handlers";
import { importHandlers } from "./ipc/import-handlers";
import { catalogueHandlers } from "./ipc/catalogue-handlers";
import { citationHandlers } from "./ipc/citation-handlers";
import { showInFolder } from "./ipc/show-in-folder";
import { knowledgeHandlers } from "./ipc/knowledge-handlers";
import { libraryHandlers } from "./ipc/library-handlers";
import { searchHandlers } from "./ipc/search-handlers";
import { noteHandlers } from "./ipc/note-handlers";
import { printingHandlers } from "./ipc/printing-handlers";
import { studyHandlers } from "./ipc/study-handlers";
import { giveBackMemory } from "./give-back-memory";
import { atMostEvery } from "./import/at-most-every";
import { openCorpus } from "./library/compiled-corpus";
import { ParserPool } from "./import/parser-pool";
import { SearchClient } from "./search/search-client";
import { librarySource } from "./search/source/library-source";
import { mendTexts } from "./mend-texts";
import { Session } from "./session";
import { ReadingPositions } from "./settings/reading-positions";
import { SettingsStore } from "./settings/settings-store";
import { WindowStateStore } from "./settings/window-state";
import { savePicture } from "./windows/save-picture";
import { startParserProcess } from "./windows/start-parser-process";
import { startSearchProcess } from "./windows/start-search-process";

/** Main may be held up for as long as it takes to look through so much. */
const MOST_HEAP_BYTES = 48 * 1024 * 1024;
/** How often the window hears of an index that is being built, milliseconds. */
const STATE_EVERY_MS = 250;

export interface ProgramOptions {
  /** The program's own folder, with `out/` and `resources/`. */
  readonly root: string;
  readonly userData: string;
  readonly defaultLibrary: string;
  readonly window: () => BrowserWindow | undefined;
  readonly tellWindow: (changes: Changes) => void;
  /** The theme is known, or was changed. */
  readonly onTheme: (theme: Settings["theme"]) => void;
  /** Where the window was last is known. */
  readonly onPlace: (state: WindowStateStore) => void;
}

/** Everything behind the window: the corpus, the user's library, and who answers the screen's requests. */
export interface Program {
  readonly answer: Answer;
  /** Puts files and folders into the import queue. */
  readonly importFiles: (paths: readonly string[]) => void;
  close(): Promise<void>;
}

/** Opens the corpus and the user's library; a library that cannot be opened is a problem to show, not an end. */
export async function openProgram(options: ProgramOptions): Promise<Program> {
  const { root, userData } = options;
  const settings = new SettingsStore(userData);
  options.onTheme(settings.get().theme);
  options.onPlace(new WindowStateStore(userData));
  const session = new Session({
    corpus: await openCorpus(
      join(root, "out", "main", "corpus.json"),
      join(root, "resources"),
    ),
    settings,
    positions: new ReadingPositions(userData),
    defaultLibrary: options.defaultLibrary,
    userData,
    parser: new ParserPool({
      start: () =>
        startParserProcess(join(root, "out", "main", "parser-process.js")),
    }),
    clock: Date.now,
    onChanges(changes) {
      if (changes.subject === "settings") options.onTheme(settings.get().theme);
      options.tellWindow(changes);
    },
  });
  session.search = searchClient(session, options);
  await session.open();
  const handlers = handlersOf(session, options);
  return {
    answer: (name, input) => answerRequest(handlers, name, input),
    importFiles: (paths) => {
      if (paths.length > 0) void session.imports.add(paths);
    },
    async close() {
      session.search?.close();
      session.options.parser.close();
      await session.close();
    },
  };
}

function handlersOf(session: Session, options: ProgramOptions): Handlers {
  return {
    ...libraryHandlers(session),
    ...importHandlers(session, options.window),
    ...catalogueHandlers(session, {
      resources: join(options.root, "resources"),
      showInFolder,
    }),
    ...citationHandlers(session, {
      window: options.window,
      script: join(options.root, "out", "main", "reference-worker.js"),
    }),
    ...noteHandlers(session),
    ...annotationHandlers(session, options.window),
    ...knowledgeHandlers(session),
    ...studyHandlers(session),
    ...searchHandlers(session, options.window),
    ...printingHandlers(
      session,
      options.window,
      join(options.root, "out", "preload", "preload.cjs"),
    ),
    ...appHandlers({
      session,
      window: options.window,
      onShown: () => void afterShown(session, options),
    }),
  };
}

function searchClient(
  session: Session,
  { root }: ProgramOptions,
): SearchClient {
  const { corpus, userData, onChanges } = session.options;
  const tellState = atMostEvery(STATE_EVERY_MS, () =>
    onChanges({ subject: "search", ids: [] }),
  );
  return new SearchClient({
    file: join(userData, "search", "index.sqlite3"),
    start: () =>
      startSearchProcess(join(root, "out", "main", "search-process.js")),
    source: librarySource({
      corpus,
      items: session.items,
      knowledge: () => session.knowledge,
      cards: () => session.cards,
      library: () => session.searched,
    }),
    onTextMissing: mendTexts(session),
    onState: tellState,
  });
}

/** What can wait until the library is on the screen. */
async function afterShown(
  session: Session,
  { window }: ProgramOptions,
): Promise<void> {
  if (process.env.AIDE_TRACE) console.log("aide:shown");
  const shown = window();
  if (process.env.AIDE_PICTURE && shown)
    await savePicture(shown, process.env.AIDE_PICTURE);
  // The search process comes up by itself; the list may be filtered at once.
  session.search?.start();
  await session.catalogue.warm();
  giveBackMemory(MOST_HEAP_BYTES);
}
