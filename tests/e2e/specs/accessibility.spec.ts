import type { Page } from "@playwright/test";
import { join } from "node:path";
import { expect, test } from "../fixtures";
import { axeFindsNothingInAnyTheme } from "../pages/axe";
import { ImportPage } from "../pages/import-page";
import { LibraryPage } from "../pages/library-page";
import { Screens } from "../pages/screens";

test("axe finds nothing on any screen in any theme", async ({ program }) => {
  const page = await program.start();
  const check: Check = (name) => axeFindsNothingInAnyTheme(page, name);
  const screens = new Screens(page);
  await check("library");
  await screens.read("september-2009-episode");
  await check("reader");
  await screens.go("Actors", "actors");
  await page.locator('[data-cell="us-mission-nato/formal-contacts"]').click();
  await check("matrix");
  for (const view of ["Actors", "Issues", "Events"]) {
    await page.getByRole("tab", { name: view }).click();
    await check(view);
  }
  await screens.go("Study", "study");
  await page.getByTestId("study-question").waitFor();
  await check("question");
  await page.keyboard.press("Space");
  await page.getByTestId("study-answer").waitFor();
  await check("answer");
  await page.keyboard.press("b");
  await page.getByTestId("card-detail").waitFor();
  await check("cards");
  await screens.go("Notes", "notes");
  await check("no notes");
  await page.getByTestId("new-note").click();
  await page.getByTestId("note-body").fill("A *note* to look at.");
  await expect(page.getByTestId("note-status")).toHaveText("Saved");
  await check("note");
  await screens.go("Search", "search");
  await check("empty search");
  await page.getByTestId("search-field").fill("legitim");
  await page.locator("[data-hit=passage]").first().waitFor();
  await check("search");
  await page.getByTestId("search-field").fill("kind:maybe zzqxzz");
  await page.getByText(/^Nothing was found/u).waitFor();
  await check("nothing found");
  await page.getByTestId("search-field").fill("");
  await page.getByRole("button", { name: "legitim", exact: true }).waitFor();
  await screens.go("Settings", "settings");
  await check("settings");
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await check("shortcuts");
});

test("axe finds nothing on what opens over the library in any theme", async ({
  program,
}) => {
  const page = await program.start();
  await checkLibrary(page, (name) => axeFindsNothingInAnyTheme(page, name));
});

type Check = (name: string) => Promise<void>;

/** Everything that opens over the library or takes the place of its list. */
async function checkLibrary(page: Page, check: Check): Promise<void> {
  const library = new LibraryPage(page);
  const importing = new ImportPage(page);
  await page.getByRole("button", { name: /^Filters/u }).click();
  await page.getByRole("checkbox", { name: "Brief" }).check();
  await check("filters");
  await page.keyboard.press("Escape");
  await check("filtered library");
  await page.getByRole("button", { name: "Clear all" }).click();
  await page.keyboard.press("ControlOrMeta+b");
  await page.getByRole("listbox", { name: "Items" }).waitFor();
  await check("shelf");
  await page.keyboard.press("ControlOrMeta+b");
  await library.list.focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menu").waitFor();
  await check("menu");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  for (const [keys, name] of [
    ["ControlOrMeta+e", "edit details"],
    ["ControlOrMeta+d", "add to collection"],
    ["ControlOrMeta+t", "add a tag"],
    ["ControlOrMeta+Shift+e", "citations"],
  ] as const) {
    await page.keyboard.press(keys);
    await page.getByRole("dialog").waitFor();
    if (name === "citations")
      await expect(page.getByLabel("How it looks")).not.toBeEmpty();
    await check(name);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  for (const part of ["Duplicates", "Trash"]) {
    await library.part(new RegExp(`^${part}`, "u")).click();
    await check(part);
  }
  await library.part(/^All items/u).click();
  await importing.drop([
    join(import.meta.dirname, "accessibility.spec.ts"),
    join(import.meta.dirname, "../../../resources/icons/icon.png"),
  ]);
  await importing.isDone();
  await check("import report");
  await page.getByRole("button", { name: "Put the report away" }).click();
}
