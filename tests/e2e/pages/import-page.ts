import { expect, type Locator, type Page } from "@playwright/test";

/** Bringing texts in, as a person does. */
export class ImportPage {
  readonly page: Page;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByTestId("import-panel");
  }

  /** A file's line in the panel, by its name. */
  file(name: string): Locator {
    return this.panel.locator(`[data-file="${name}"]`);
  }

  /**
   * Drops files on the window. A page can hold a file that lies on the disk only through a field: the field is filled,
   * and what is in it is dropped.
   */
  async drop(paths: readonly string[]): Promise<void> {
    await this.page.evaluate(() => {
      const field = document.createElement("input");
      field.type = "file";
      field.multiple = true;
      field.id = "files-to-drop";
      field.hidden = true;
      document.body.append(field);
    });
    await this.page.setInputFiles("#files-to-drop", [...paths]);
    await this.page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>("#files-to-drop");
      const dataTransfer = new DataTransfer();
      for (const file of field?.files ?? []) dataTransfer.items.add(file);
      const over = (name: string): boolean =>
        document.body.dispatchEvent(
          new DragEvent(name, {
            dataTransfer,
            bubbles: true,
            cancelable: true,
          }),
        );
      over("dragenter");
      over("dragover");
      over("drop");
      field?.remove();
    });
  }

  /** Waits until more than so many files are finished and others are not: looks at every frame, so it cannot be missed. */
  async isUnderWay(finished: number): Promise<void> {
    const state = await this.page.waitForFunction((least) => {
      const panel = document.querySelector("[data-testid=import-panel]");
      const words = panel?.querySelector("h2")?.textContent ?? "";
      const count = Number(/Importing (\d+) of/u.exec(words)?.[1] ?? 0);
      const now = panel?.getAttribute("data-state");
      return count > least || now === "done" ? now : undefined;
    }, finished);
    expect(await state.jsonValue(), "some files are still to come").not.toBe(
      "done",
    );
  }

  async isDone(): Promise<void> {
    await expect(this.panel).toHaveAttribute("data-state", "done", {
      timeout: 60_000,
    });
  }
}
