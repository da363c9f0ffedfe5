import type { BrowserWindow } from "electron";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Saves a picture of the window as PNG, for starts without a display; the file appears whole. */
export async function savePicture(
  window: BrowserWindow,
  path: string,
): Promise<void> {
  // The typefaces come a moment after the first text.
  await window.webContents.executeJavaScript(
    "document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))",
  );
  const image = await window.webContents.capturePage();
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, image.toPNG());
  await rename(`${path}.part`, path);
}
