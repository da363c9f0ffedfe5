import { expect, test } from "../fixtures";
import { Screens } from "../pages/screens";

test("an item is cited from the library, in the style that was chosen", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  const { page } = program;
  await screens.screen("library").waitFor();
  await page.getByTestId("item-list").focus();
  await page.keyboard.press("Home");
  const copied = () => program.clipboard();
  const title = await page.locator("aside h2").first().textContent();
  await page.keyboard.press("ControlOrMeta+Shift+C");
  await expect.poll(copied).toContain(title?.trim() ?? "no title");
  const apa = await copied();

  await page.getByTestId("citation-style").selectOption("vancouver");
  await page.getByRole("button", { name: "Copy citation" }).click();
  await expect.poll(copied).not.toBe(apa);
  expect(await copied()).toContain(title?.trim() ?? "no title");
  expect(program.errors).toEqual([]);
});
