import { expect, type Locator, type Page } from "@playwright/test";

/** The library screen as a person uses it. */
export class LibraryPage {
  readonly page: Page;
  readonly list: Locator;
  readonly details: Locator;
  readonly filter: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByTestId("item-list");
    this.details = page.getByRole("complementary", {
      name: "Details of the chosen item",
    });
    this.filter = page.getByLabel("Filter by title, creator or tag");
  }

  /** The line or card of an item, by its title. */
  item(title: string | RegExp): Locator {
    return this.list.locator("[data-id]").filter({ hasText: title });
  }

  /** The title of the item that has the keyboard. */
  get active(): Locator {
    return this.list.locator("[data-active=true]");
  }

  get chosen(): Locator {
    return this.list.locator("[aria-selected=true]");
  }

  /** A part of the library in the list at the left. */
  part(name: string | RegExp): Locator {
    return this.page
      .getByRole("navigation", { name: "Parts of the library" })
      .getByRole("button", { name });
  }

  /** Waits until that many items are listed. */
  async has(count: number): Promise<void> {
    await expect(this.page.getByRole("banner").or(this.header)).toContainText(
      new RegExp(
        `(?<!\\d)${count} ${count === 1 ? "item(?!s)" : "items"}`,
        "u",
      ),
    );
  }

  /** The bar at the top of the screen. */
  get header(): Locator {
    return this.page.locator("[data-screen=library] > header");
  }

  async choose(title: string | RegExp): Promise<void> {
    await this.item(title).click();
    await expect(this.active).toContainText(title);
  }

  /** Chooses a line of the menu of the chosen items, with the keyboard. */
  async fromMenu(name: string | RegExp): Promise<void> {
    await this.list.focus();
    await this.page.keyboard.press("Shift+F10");
    await this.page
      .getByRole("menu", { name: "Chosen items" })
      .getByRole("menuitem", { name })
      .click();
  }

  /** Chooses all that is listed, and waits until it is. */
  async chooseAll(count: number): Promise<void> {
    await this.list.focus();
    await this.page.keyboard.press("ControlOrMeta+a");
    await expect(this.header).toContainText(
      `${count} of ${count} items chosen`,
    );
  }

  async undo(): Promise<void> {
    await this.page
      .getByRole("status", { name: "Messages" })
      .getByRole("button", { name: "Undo" })
      .last()
      .click();
  }

  /** Makes a collection in the list at the left. */
  async createCollection(title: string): Promise<void> {
    await this.page.getByRole("button", { name: "New collection" }).click();
    await expect(
      this.page.getByLabel("Name of the new collection"),
    ).toBeFocused();
    await this.page.keyboard.type(title);
    await this.page.keyboard.press("Enter");
    await expect(this.part(title)).toBeVisible();
  }
}
