import { expect, test } from "../fixtures";
import { restingBlock } from "../pages/reading";
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

test("in a small window the bar over a selection stays within the text, beside the contents", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await program.resize(900, 700);
  const reader = await screens.read("september-2009-episode");
  await reader.getByRole("navigation", { name: "Contents" }).waitFor();
  await restingBlock(program.page);
  for (const index of [0, 2]) {
    const passage = reader.locator("p.paragraph").nth(index);
    await passage.evaluate((node) => getSelection()?.selectAllChildren(node));
    await screens.hasSelected();
    const boxes = async (): Promise<readonly Box[]> =>
      Promise.all(
        [
          program.page.getByRole("toolbar", { name: "Selected passage" }),
          program.page.getByTestId("reader-scroll"),
        ].map(async (each) => (await each.boundingBox()) ?? NOWHERE),
      );
    await expect
      .poll(async () => {
        const [bar = NOWHERE, text = NOWHERE] = await boxes();
        return (
          bar.width > 300 &&
          bar.x >= text.x &&
          bar.x + bar.width <= text.x + text.width
        );
      })
      .toBe(true);
  }
});

interface Box {
  readonly x: number;
  readonly width: number;
}
const NOWHERE: Box = { x: -1, width: 0 };
