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

  async isDone(): Promise<void> {
    await expect(this.panel).toHaveAttribute("data-state", "done", {
      timeout: 180_000,
    });
  }

  /** Puts the report away: the next one is of another import. */
  async putAway(): Promise<void> {
    await this.panel
      .getByRole("button", { name: "Put the report away" })
      .click();
    await expect(this.panel).toHaveCount(0);
  }
}
