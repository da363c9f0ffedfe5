import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures";
import { Screens } from "../pages/screens";

test("the first start makes the library and shows the bundled collection", async ({
  program,
}) => {
  const page = await program.start();
  await expect(page.locator("tr[data-id]")).toHaveCount(18);
  await expect(page).toHaveTitle("Aide-Mémoire");
  expect(existsSync(join(program.library, "aide.json"))).toBe(true);
  expect(program.errors).toEqual([]);
});

test("a place in a text is found again after a kill", async ({ program }) => {
  let screens = new Screens(await program.start());
  await screens.read("profile-rasmussen");
  const block = program.page
    .locator("[data-screen=reader] p[data-start]")
    .nth(5);
  await block.scrollIntoViewIfNeeded();
  await program.page.keyboard.press("End");
  await expect
    .poll(async () => {
      const item = await program.page.evaluate(() =>
        window.aide.request("library/get-item", { id: "profile-rasmussen" }),
      );
      return (
        (item as { value: { position?: { progress: number } } }).value.position
          ?.progress ?? 0
      );
    })
    .toBeGreaterThan(0);
  const before = await topBlock(program.page);
  screens = new Screens(await program.killAndRestart());
  await screens.read("profile-rasmussen");
  await expect.poll(() => topBlock(program.page)).toBe(before);
});

test("every screen opens by its key, and the shortcuts are listed", async ({
  program,
}) => {
  const page = await program.start();
  const screens = new Screens(page);
  for (const [key, name] of [
    ["2", "search"],
    ["3", "actors"],
    ["4", "study"],
    ["5", "notes"],
    [",", "settings"],
    ["1", "library"],
  ] as const) {
    await page.keyboard.press(`ControlOrMeta+${key}`);
    await screens.screen(name).waitFor();
  }
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("Search everything");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(program.errors).toEqual([]);
});

async function topBlock(
  page: import("@playwright/test").Page,
): Promise<string | null> {
  return page.evaluate(() => {
    const top =
      document
        .querySelector("[data-screen=reader] [data-testid=reader-scroll]")
        ?.getBoundingClientRect().top ?? 48;
    const blocks = [
      ...document.querySelectorAll("[data-screen=reader] [data-start]"),
    ];
    return (
      blocks
        .find((node) => node.getBoundingClientRect().bottom > top + 4)
        ?.getAttribute("data-start") ?? null
    );
  });
}
