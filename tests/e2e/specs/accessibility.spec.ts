import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../fixtures";
import { Screens } from "../pages/screens";

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing on any screen, ${theme}`, async ({ program }) => {
    const page = await program.start();
    await page.evaluate(
      (chosen) => window.aide.request("settings/set", { theme: chosen }),
      theme,
    );
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    const screens = new Screens(page);
    const check = async (name: string): Promise<void> => {
      const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(
        found.violations.map(({ id, nodes }) => [
          name,
          id,
          nodes.map((node) => node.html.slice(0, 160)),
        ]),
      ).toEqual([]);
    };
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
    await check("question");
    await page.keyboard.press("Space");
    await check("answer");
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
    await screens.go("Settings", "settings");
    await check("settings");
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await check("shortcuts");
  });
}
