import { onChanges, request } from "./bridge";

/** Whether the window fills the screen, however it came to it. */
class FullScreen {
  isOn = $state(false);

  /** Follows the window; returns how to stop. */
  start(): () => void {
    void this.#ask();
    return onChanges(["window"], () => void this.#ask());
  }

  async set(isOn: boolean): Promise<void> {
    await request("app/set-full-screen", { isOn });
  }

  async #ask(): Promise<void> {
    const state = await request("app/window-state", {});
    if (state.ok) this.isOn = state.value.isFullScreen;
  }
}

export const fullScreen = new FullScreen();
