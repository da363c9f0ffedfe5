import { expect, test } from "../fixtures";
import { Screens } from "../pages/screens";
import { isIndexed } from "../pages/search-index";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

test("chips write the query and take it apart, and a query is kept, remembered and found again after a restart", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.go("Search", "search");
  let { page } = program;
  await isIndexed(page);
  const field = page.getByTestId("search-field");
  await field.fill("legitimacy");
  await page.locator("[data-hit=passage]").first().waitFor();
  await page.getByRole("button", { name: "Kind", exact: true }).click();
  await page.getByRole("menuitem", { name: "Only positions" }).click();
  await expect(field).toHaveValue("legitimacy kind:position ");
  await expect(field).toBeFocused();
  await expect(page.locator("[data-hit=passage]")).toHaveCount(0);
  await expect(page.locator("[data-hit=position]").first()).toBeVisible();
  await page.getByRole("button", { name: "Kind", exact: true }).click();
  await page.getByRole("menuitem", { name: "Only cards" }).click();
  await expect(field).toHaveValue("legitimacy kind:card ");
  await page.getByRole("button", { name: "Kind", exact: true }).click();
  await page.getByRole("menuitem", { name: "Only positions" }).click();
  await expect(field).toHaveValue("legitimacy kind:position ");
  await page.getByRole("button", { name: "Take out kind:position" }).click();
  await expect(field).toHaveValue("legitimacy");
  await expect(page.locator("[data-hit=passage]").first()).toBeVisible();

  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page
    .getByRole("textbox", { name: "Name of the search" })
    .fill("About standing");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Kept as “About standing”")).toBeVisible();
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page
    .getByRole("textbox", { name: "Name of the search" })
    .fill("About standing");
  await page.keyboard.press("Enter");
  await expect(
    page.getByText("Kept already as “About standing”"),
  ).toBeVisible();
  const passage = page.locator("[data-hit=passage]").first();
  while ((await passage.getAttribute("aria-selected")) !== "true")
    await field.press("ArrowDown");
  await field.press("Enter");
  await screens.screen("reader").waitFor();

  await program.kill();
  const again = new Screens(await program.start());
  ({ page } = program);
  await again.go("Search", "search");
  await expect(
    page.getByRole("region", { name: "Recent searches" }),
  ).toContainText("legitimacy");
  await page.keyboard.press("ArrowDown");
  await expect(
    page.getByRole("button", { name: /^About standing/u }),
  ).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByTestId("search-field")).toBeFocused();
  await page.getByRole("button", { name: /^About standing/u }).click();
  await expect(page.getByTestId("search-field")).toHaveValue("legitimacy");
  await expect(page.locator("[data-hit=passage]").first()).toBeVisible();
  expect(program.errors).toEqual([]);
});

test("a hit is looked at beside the list, opens with its sentence selected, and a highlight is made of it", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.go("Search", "search");
  const { page } = program;
  await isIndexed(page);
  await page.getByTestId("search-field").fill("waning kind:passage");
  const preview = page.getByTestId("hit-preview");
  await expect(preview.locator("mark").first()).toHaveText("waning");
  await expect(preview.locator("header p")).toHaveText(/^Brief · /u);
  await expect(preview.getByText("The cable’s worry")).toHaveCount(1);
  await page.keyboard.press("ControlOrMeta+Shift+Enter");
  await screens.screen("reader").waitFor();
  await expect
    .poll(() => page.evaluate(() => getSelection()?.toString() ?? ""))
    .toMatch(/waning.*\.$/u);
  await screens.hasSelected();
  await page.keyboard.press("2");
  await expect(page.getByText("Highlighted.")).toBeVisible();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(page.getByTestId("search-field")).toHaveValue(
    "waning kind:passage",
  );
  await expect(preview.locator("mark").first()).toHaveText("waning");

  // What is stated about a text is not copied as if it stood there.
  const field = page.getByTestId("search-field");
  await field.fill("lending legitimacy kind:position ");
  await expect(preview.locator("header p")).toHaveText(/^Position · opposes/u);
  await field.press("ControlOrMeta+Shift+c");
  const copied = await program.copied(/lending it legitimacy/u);
  expect(copied).toMatch(
    /^US Mission to NATO · Legitimacy of the CSTO\nopposes .*\n[^“”]*legitimacy\.\nSource: /u,
  );

  // A name can be looked at as well: an actor by the roles, with what else the actor is called.
  await field.fill("Fogh");
  await expect(preview.locator("header p")).toHaveText("Actor");
  await expect(
    preview.getByRole("region", { name: "The passage" }),
  ).toContainText("Secretary General of NATO");
  await expect(
    page.locator("mark[title='Another name of Anders Fogh Rasmussen']").first(),
  ).toBeVisible();
  await page.getByRole("button", { name: "All names" }).click();
  await expect(page.locator("mark[title]")).toHaveCount(0);
  expect(program.errors).toEqual([]);
});

test("a word nobody wrote leads to the one that was meant, and passages to others like them", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.go("Search", "search");
  const { page } = program;
  await isIndexed(page);
  const field = page.getByTestId("search-field");
  await field.fill("body:legitimaccy ");
  await page
    .getByRole("button", { name: "body:legitimacy", exact: true })
    .click();
  await expect(page.locator("[data-hit=passage]").first()).toBeVisible();
  await field.press("ControlOrMeta+Shift+l");
  await expect(page.getByText(/^Passages like one in/u)).toBeVisible();
  await expect(page.locator("[data-hit=passage]").first()).toBeVisible();
  await page.getByRole("button", { name: "Back to the query" }).click();
  await expect(page.getByText(/^Passages like one in/u)).toHaveCount(0);

  // Two actors in what cannot be read as one; a name that is none; far more than anybody types.
  await field.fill("actor:fogh,bordyuzha ");
  await expect(page.locator(".also")).toHaveCount(2);
  await page.getByRole("button", { name: "Show where" }).click();
  await expect
    .poll(() => field.evaluate(selectedIn))
    .toBe("actor:fogh,bordyuzha");
  await field.fill("legitimacy ".repeat(900));
  await expect(
    page.getByText("Only the first 1,000 letters of the query are searched."),
  ).toBeVisible();
  await expect(page.locator("[data-hit=passage]").first()).toBeVisible();

  await field.fill("said-by:Bordyuzha ");
  await expect(page.getByTestId("nothing-found")).toContainText(
    "Nothing was found for “said-by:Bordyuzha”.",
  );
  await page
    .getByRole("button", { name: "Search what is reported of Bordyuzha" })
    .click();
  await expect(field).toHaveValue("reported:Bordyuzha ");
  await expect(field).toBeFocused();
  await expect(page.locator("[data-hit=passage]").first()).toBeVisible();
  await field.press("Escape");
  await expect(field).toHaveValue("");
  // Nothing was opened from here yet: the ways to ask stand beside, and the field keeps its place.
  await expect(page.getByText("What leads to something")).toBeVisible();
  await expect(
    page.getByRole("complementary", { name: "Ways to ask" }),
  ).toBeVisible();
  expect(program.errors).toEqual([]);
});

test("hits are written as Markdown and as a table", async ({ program }) => {
  const screens = new Screens(await program.start());
  await screens.go("Search", "search");
  const { page } = program;
  await isIndexed(page);
  await page.getByTestId("search-field").fill("legitimacy");
  await page.locator("[data-hit=passage]").first().waitFor();
  for (const [format, name] of [
    ["md", "As Markdown"],
    ["csv", "As a table"],
  ] as const) {
    const path = join(program.folder, `hits.${format}`);
    await program.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () =>
        Promise.resolve({ canceled: false, filePath });
    }, path);
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name }).click();
    await expect(
      page.getByText(new RegExp(`hits? written to .*hits\\.${format}`, "u")),
    ).toBeVisible();
    expect(await readFile(path, "utf8")).toMatch(/legitima/iu);
  }
  expect(program.errors).toEqual([]);
});

test("the list goes on when its end is reached", async ({ program }) => {
  const screens = new Screens(await program.start());
  await screens.go("Search", "search");
  const { page } = program;
  await isIndexed(page);
  const field = page.getByTestId("search-field");
  await field.fill("NATO");
  const hits = page.locator("[data-hit]");
  await hits.first().waitFor();
  const atFirst = await hits.count();
  await field.press("ArrowUp");
  await expect.poll(() => hits.count()).toBeGreaterThan(atFirst);
  await expect(page.locator("[data-hit=card]").first()).toBeAttached();
  expect(program.errors).toEqual([]);
});

/** The letters of a field that are selected. */
function selectedIn(field: HTMLElement | SVGElement): string {
  if (!(field instanceof HTMLInputElement)) return "";
  const { value, selectionStart, selectionEnd } = field;
  return value.slice(selectionStart ?? 0, selectionEnd ?? 0);
}
