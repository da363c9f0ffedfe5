import { expect, test } from "../fixtures";
import { Screens } from "../pages/screens";
import { isFound, isIndexed } from "../pages/search-index";

test("a word in another form is found as one types, and Enter opens the lit passage", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await isIndexed(program.page);
  const palette = await screens.search("legitimise");
  const first = palette.locator("[data-hit=passage]").first();
  await expect(first).toBeVisible();
  await expect(first.locator("mark").first()).toHaveText(/^(?:de)?legitim/iu);
  const isChosen = () => first.getAttribute("aria-selected");
  while ((await isChosen()) !== "true")
    await program.page.keyboard.press("ArrowDown");
  await expect(first).toHaveAttribute("aria-selected", "true");
  await program.page.keyboard.press("Enter");
  await screens.screen("reader").waitFor();
  await expect(screens.lit).toBeInViewport();
  await expect(screens.lit).toHaveText(/^(?:de)?legitim/iu);
});

test("names come first, with a typing error forgiven, and open the actor", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await isIndexed(program.page);
  const palette = await screens.search("bordyuza");
  await expect(palette.locator("[data-hit=actor]").first()).toContainText(
    "Nikolai Bordyuzha",
  );
  await program.page.keyboard.press("Enter");
  await screens.screen("actors").waitFor();
  await expect(program.page.getByTestId("actor-name")).toHaveText(
    "Nikolai Bordyuzha",
  );
});

test("a query that cannot be read says where, and searches plain words", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  const palette = await screens.search('"rapid reaction');
  await expect(
    palette.getByText(/quotation mark has no partner/u),
  ).toBeVisible();
  await expect(palette.locator("[data-hit=passage]").first()).toBeVisible();
});

test("a note is searchable right after it was written, and search survives a kill of its process", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.go("Notes", "notes");
  await program.page.getByTestId("new-note").click();
  await program.page
    .getByTestId("note-body")
    .fill("The zymurgist's footnote on recognition.");
  await expect(program.page.getByTestId("note-status")).toHaveText("Saved");
  await isFound(program.page, "zymurgist");
  let palette = await screens.search("zymurgist");
  await expect(palette.locator("[data-hit=note]")).toHaveCount(1);
  // The note is open below: the key that opens the hit must not reach the words that it selects there.
  await program.page.keyboard.press("Enter");
  await expect
    .poll(() => program.page.evaluate(() => getSelection()?.toString()))
    .toBe("zymurgist's");
  await expect(program.page.getByTestId("note-body")).toHaveValue(
    "The zymurgist's footnote on recognition.",
  );
  await program.kill();
  const again = new Screens(await program.start());
  palette = await again.search("zymurgist");
  await expect(palette.locator("[data-hit=note]")).toHaveCount(1);
});
