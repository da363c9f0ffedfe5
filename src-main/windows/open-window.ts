import { BrowserWindow, nativeTheme, screen } from "electron";
import type { WindowState, WindowStateStore } from "../settings/window-state";
import { START_PAGE } from "./own-page";

/** A window that is being loaded and not shown yet. */
export interface HiddenWindow {
  readonly window: BrowserWindow;
  /** Gives it its theme and place; from then on it is shown as soon as it has something to show. */
  show(state: WindowStateStore): void;
}

/** The paper of each theme, so that the first frame is not white at night (ui/tokens.css, `--paper`, in sRGB). */
const PAPER = { light: "#fbf9f5", dark: "#191613" };
const SAVED_AFTER_MS = 400;

/**
 * Opens the main window, with scripts of the page kept in their sandbox. It loads at once and is placed a moment later:
 * the page's process needs longer to come up than the settings need to be read.
 */
export function openWindow(options: {
  readonly preload: string;
  readonly icon: string;
}): HiddenWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 720,
    minHeight: 520,
    show: false,
    title: "Aide-Mémoire",
    icon: options.icon,
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
  const isReady = new Promise<void>((resolve) =>
    window.once("ready-to-show", () => resolve()),
  );
  void window.loadURL(START_PAGE);
  return {
    window,
    show(store) {
      placeWindow(window, onScreen(store.get()));
      rememberState(window, store);
      void isReady.then(() => {
        if (!window.isDestroyed()) window.show();
      });
    },
  };
}

function placeWindow(
  window: BrowserWindow,
  { x, y, width, height, isMaximized }: WindowState,
): void {
  window.setBackgroundColor(
    nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
  );
  if (x === undefined || y === undefined) {
    window.setSize(width, height);
    window.center();
  } else window.setBounds({ x, y, width, height });
  if (isMaximized) window.maximize();
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
