import type { Settings } from "#bridge/contract/settings";

const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)");

/** Puts a theme on the page; `system` means what the system shows now. */
export function applyTheme(theme: Settings["theme"]): void {
  const shown =
    theme === "system" ? (systemIsDark.matches ? "dark" : "light") : theme;
  document.documentElement.dataset["theme"] = shown;
}

/** Applies a theme and keeps following the system; returns how to stop: made for the return value of an `$effect`. */
export function followTheme(theme: Settings["theme"]): () => void {
  const apply = (): void => applyTheme(theme);
  apply();
  systemIsDark.addEventListener("change", apply);
  return () => systemIsDark.removeEventListener("change", apply);
}

/** Whether things may move: the program's own setting, or the system's. */
export function reducesMotion(): boolean {
  return (
    document.documentElement.dataset["motion"] === "reduced" ||
    window.matchMedia("(prefers-reduced-motion: reduce)").matches
  );
}
