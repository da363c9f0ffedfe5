import type { Locator, Page } from "@playwright/test";

/** Ways a person takes through the window. */
export class Screens {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  screen(name: string): Locator {
    return this.page.locator(`[data-screen=${name}]`);
  }

  /** Goes to a screen by its place in the rail. */
  async go(label: string, name: string): Promise<Locator> {
    await this.page
      .getByRole("navigation", { name: "Main", exact: true })
      .getByRole("button", { name: new RegExp(`^${label}`, "u") })
      .click();
    await this.screen(name).waitFor();
    return this.screen(name);
  }

  /** Opens an item from the library with the keyboard. */
  async read(item: string): Promise<Locator> {
    await this.go("Library", "library");
    await this.page.locator(`[data-id="${item}"]`).click();
    await this.page.locator(`[data-id="${item}"]`).press("Enter");
    return this.reader();
  }

  /** Waits until a text is there to be read: only then the reader's keys work. */
  async reader(): Promise<Locator> {
    const reader = this.screen("reader");
    await reader.locator("[data-start]").first().waitFor();
    return reader;
  }

  /** Waits until a passage is selected, with the bar over it. */
  async hasSelected(): Promise<void> {
    await this.page
      .getByRole("toolbar", { name: "Selected passage" })
      .waitFor();
  }

  /** Types a query into the palette. */
  async search(text: string): Promise<Locator> {
    await this.page.keyboard.press("ControlOrMeta+k");
    const palette = this.page.getByTestId("search-palette");
    await palette.getByTestId("search-field").fill(text);
    return palette;
  }

  /** All that is lit, which may be several pieces. */
  async litText(): Promise<string> {
    return (await this.page.getByTestId("lit").allTextContents()).join("");
  }

  get lit(): Locator {
    return this.page.getByTestId("lit").first();
  }
}
