import { expect, test } from "../fixtures";
import { Screens } from "../pages/screens";

test("a cell of the matrix shows its evidence and opens the passage, also after a kill", async ({
  program,
}) => {
  let screens = new Screens(await program.start());
  const openFromMatrix = async (): Promise<void> => {
    await screens.go("Actors", "actors");
    const cell = program.page.locator(
      '[data-cell="us-mission-nato/formal-contacts"]',
    );
    await expect(cell).toHaveAccessibleName(
      /US Mission to NATO on Formal contacts: opposes, 10 September 2009/u,
    );
    await cell.focus();
    await program.page.keyboard.press("Enter");
    const evidence = program.page.getByTestId("evidence");
    const quoted = await evidence.locator("mark").first().textContent();
    await program.page.keyboard.press("o");
    await screens.screen("reader").waitFor();
    await expect(screens.lit).toBeInViewport();
    await expect.poll(() => screens.litText()).toBe(quoted);
  };
  await openFromMatrix();
  screens = new Screens(await program.killAndRestart());
  await openFromMatrix();
});

test("arrows walk through the cells of the matrix that hold something", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.go("Actors", "actors");
  const cells = program.page.locator("[data-cell]");
  await cells.first().focus();
  await program.page.keyboard.press("ArrowDown");
  const focused = program.page.locator("[data-cell]:focus");
  const first = (await cells.first().getAttribute("data-cell")) ?? "";
  await expect(focused).not.toHaveAttribute("data-cell", first);
});
