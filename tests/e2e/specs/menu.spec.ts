import { expect, test } from "../fixtures";

test("a press on the button of an open menu closes it, and the next one opens it again at once", async ({
  program,
}) => {
  const page = await program.start();
  const button = page.getByRole("button", { name: "Import" });
  const menu = page.getByRole("menu");
  await button.click();
  await expect(menu).toBeVisible();
  await button.click();
  await expect(menu).toBeHidden();
  await button.click();
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(menu).toBeVisible();
});
