import { expect, test } from "../fixtures";
import { openBook, scrolledTo, startWithBook } from "../pages/reading";
import { Screens } from "../pages/screens";

test("words are found with their count, whole or not, with case or without, and back leads to where one was", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read("profile-rasmussen");
  const { page } = program;
  const count = page.getByTestId("find-count");
  await page.keyboard.press("ControlOrMeta+f");
  await page.getByTestId("find-field").fill("nato");
  await expect(count).toHaveText(/^1 of \d+$/u);
  const all = Number((await count.textContent())?.split(" ").at(-1));
  await page.keyboard.press("Enter");
  await expect(count).toHaveText(`2 of ${all}`);
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  await expect(count).toHaveText(`${all} of ${all}`);
  await expect.poll(() => scrolledTo(page)).toBeGreaterThan(200);

  await page.keyboard.press("Alt+w");
  await expect(count).not.toHaveText(new RegExp(`of ${all}$`, "u"));
  await page.keyboard.press("Alt+w");
  await page.keyboard.press("Alt+c");
  await expect(count).toHaveText("Not found");
  await page.keyboard.press("Alt+c");
  await page.getByTestId("find-field").fill("SÉCRÉTARY");
  await expect(count).toHaveText(/^\d+ of \d+$/u);
  await page.keyboard.press("Alt+a");
  await expect(count).toHaveText("Not found");
  await page.keyboard.press("Alt+a");
  await page.getByTestId("find-field").focus();
  await page.keyboard.press("Shift+Enter");
  await expect.poll(() => scrolledTo(page)).toBeGreaterThan(200);

  await page.keyboard.press("Escape");
  await expect(page.getByTestId("find-field")).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(() => String(getSelection()).toLowerCase()))
    .toBe("secretary");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect.poll(() => scrolledTo(page)).toBe(0);
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(() => scrolledTo(page)).toBeGreaterThan(0);
  expect(program.errors).toEqual([]);
});

test("find and select-all work across a book of which only a part is on the page", async ({
  program,
}) => {
  test.setTimeout(90_000);
  const page = await startWithBook(program, 60_000);
  await openBook(page);
  expect(await page.locator(".block").count()).toBeLessThan(200);
  await page.keyboard.press("ControlOrMeta+f");
  await page.getByTestId("find-field").fill("chapter 57.");
  await expect(page.getByTestId("find-count")).toHaveText("1 of 1");
  await page.keyboard.press("Escape");
  await expect
    .poll(() => page.evaluate(() => String(getSelection())))
    .toBe("Chapter 57.");

  await page.keyboard.press("ControlOrMeta+a");
  await expect
    .poll(() => page.evaluate(() => String(getSelection())))
    .toMatch(/^Chapter 1\./u);
  await page.keyboard.press("ControlOrMeta+c");
  const copied = await program.copied(/^Chapter 1\./u);
  expect(copied).toContain("\n\nChapter 30. ");
  expect(copied.split(/\s+/u).length).toBeGreaterThan(60_000);
  expect(program.errors).toEqual([]);
});
