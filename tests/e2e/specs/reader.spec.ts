import { expect, test } from "../fixtures";
import { Screens } from "../pages/screens";

test("a selection is copied with its citation and stays; Escape lets go of it, then goes back", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read("september-2009-episode");
  const { page } = program;
  const chosen = await page.evaluate(() => {
    const paragraph = document.querySelector(
      "[data-screen=reader] p[data-start]",
    );
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
    return String(getSelection());
  });
  expect(chosen.length).toBeGreaterThan(40);
  await screens.hasSelected();
  await page.keyboard.press("c");
  const copied = await program.copied(`“${chosen.trim()}”`);
  expect(copied).toMatch(/The Aide-Mémoire authors, “.+”, .*2009/u);
  expect(await page.evaluate(() => String(getSelection()))).toBe(chosen);

  await page.keyboard.press("Escape");
  await expect(
    page.getByRole("toolbar", { name: "Selected passage" }),
  ).toHaveCount(0);
  await expect(screens.screen("reader")).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toBe("");
  await page.keyboard.press("Escape");
  await screens.screen("library").waitFor();
});
