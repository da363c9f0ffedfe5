import { existsSync } from "node:fs";
import type { Page } from "@playwright/test";
import { join } from "node:path";
import { expect, test } from "../fixtures";
import { restingBlock } from "../pages/reading";
import { Screens } from "../pages/screens";

test("the first start makes the library and shows the bundled collection", async ({
  program,
}) => {
  const page = await program.start();
  await expect(page.locator("[data-id]")).toHaveCount(18);
  await expect(page).toHaveTitle("Aide-Mémoire");
  expect(existsSync(join(program.library, "aide.json"))).toBe(true);
  expect(program.errors).toEqual([]);
});

test("a first start that is killed at any moment leaves a library that opens", async ({
  program,
}) => {
  for (const delay of [0, 60, 140, 260]) {
    await program.startAndKillAfter(delay);
    const page = await program.start();
    await expect(page.locator("[data-id]")).toHaveCount(18);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await program.kill();
    await program.forget();
  }
});

test("a place in a text is found again after a kill", async ({ program }) => {
  let screens = new Screens(await program.start());
  await screens.read("profile-rasmussen");
  await restingBlock(program.page);
  const block = program.page
    .locator("[data-screen=reader] p[data-start]")
    .nth(5);
  await block.scrollIntoViewIfNeeded();
  await program.page.keyboard.press("End");
  const restsAtEnd = async (): Promise<boolean> => {
    const [saved, top] = [
      await savedOffset(program.page),
      await topBlock(program.page),
    ];
    const text = program.page.getByTestId("reader-scroll");
    const isAtEnd = await text.evaluate(
      (view) => view.scrollTop + view.clientHeight >= view.scrollHeight - 8,
    );
    return isAtEnd && saved === top;
  };
  await expect.poll(restsAtEnd).toBe(true);
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
  await expect(page.locator(":is(input, textarea):focus")).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("Search everything");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(program.errors).toEqual([]);
});

/** Where the program says one stands in the profile. */
async function savedOffset(page: Page): Promise<string | null> {
  const reply = await page.evaluate(() =>
    window.aide.request("library/get-item", { id: "profile-rasmussen" }),
  );
  const { position } = (reply as { value: { position?: { offset: number } } })
    .value;
  return position && position.offset > 0 ? String(position.offset) : null;
}

async function topBlock(page: Page): Promise<string | null> {
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
