import { BrowserWindow, nativeTheme, screen } from "electron";
import type { WindowState, WindowStateStore } from "../settings/window-state";
import { START_PAGE } from "./own-page";

/** The paper of each theme, so that the first frame is not white at night (ui/tokens.css, `--paper`, in sRGB). */
const PAPER = { light: "#fbf9f5", dark: "#191613" };
const SAVED_AFTER_MS = 400;

/** Opens the main window where it was last, with scripts of the page kept in their sandbox. */
export function openWindow(options: {
  readonly preload: string;
  readonly icon: string;
  readonly state: WindowStateStore;
}): BrowserWindow {
  const state = onScreen(options.state.get());
  const window = new BrowserWindow({
    ...(state.x === undefined || state.y === undefined
      ? {}
      : { x: state.x, y: state.y }),
    width: state.width,
    height: state.height,
    minWidth: 720,
    minHeight: 520,
    show: false,
    title: "Aide-Mémoire",
    icon: options.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: process.env.AIDE_DEVTOOLS === "1",
    },
  });
  if (state.isMaximized) window.maximize();
  window.once("ready-to-show", () => window.show());
  rememberState(window, options.state);
  void window.loadURL(START_PAGE);
  return window;
}

function rememberState(window: BrowserWindow, store: WindowStateStore): void {
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    if (window.isDestroyed()) return;
    store.set({
      ...window.getNormalBounds(),
      isMaximized: window.isMaximized(),
    });
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, SAVED_AFTER_MS);
  };
  window.on("resize", soon);
  window.on("move", soon);
  window.on("close", save);
}

/** A window that was on a screen which is gone comes back to the middle. */
function onScreen(state: WindowState): WindowState {
  const { x, y } = state;
  if (x === undefined || y === undefined) return state;
  const isVisible = screen
    .getAllDisplays()
    .some(
      ({ workArea: area }) =>
        x < area.x + area.width - 80 &&
        x + state.width > area.x + 80 &&
        y >= area.y - 8 &&
        y < area.y + area.height - 80,
    );
  if (isVisible) return state;
  return {
    width: state.width,
    height: state.height,
    isMaximized: state.isMaximized,
  };
}
