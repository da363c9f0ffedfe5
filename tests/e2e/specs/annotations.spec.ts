import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type Program } from "../fixtures";
import { Screens } from "../pages/screens";

const ITEM = "september-2009-episode";

test("a sentence is highlighted and commented with the keyboard alone, and survives a kill", async ({
  program,
}) => {
  let screens = new Screens(await program.start());
  await screens.read(ITEM);
  let { page } = program;
  await page.keyboard.press("v");
  const toolbar = page.getByRole("toolbar", { name: "Selected passage" });
  await expect(toolbar).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  const chosen = await page.evaluate(() => String(getSelection()));
  expect(chosen.length).toBeGreaterThan(8);
  await page.keyboard.press("2");
  await expect(page.getByText("Highlighted.")).toBeVisible();
  expect((await painted(program, "aide-green-0")).join("")).toBe(chosen);

  await page.keyboard.press(".");
  await page.keyboard.press("Enter");
  await page
    .getByTestId("annotation-comment")
    .fill("Compare the *other* account.");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Comment saved.")).toBeVisible();

  screens = new Screens(await program.killAndRestart());
  ({ page } = program);
  await screens.read(ITEM);
  await expect
    .poll(async () => (await painted(program, "aide-green-0")).join(""))
    .toBe(chosen);
  const [file] = await annotationFiles(program);
  expect(file).toContain("TextQuoteSelector");
  expect(file).toContain("Compare the *other* account.");
  await page.keyboard.press(".");
  await page.keyboard.press("Delete");
  await expect.poll(() => painted(program, "aide-green-0")).toEqual([]);
  await page.keyboard.press("u");
  await expect
    .poll(async () => (await painted(program, "aide-green-0")).join(""))
    .toBe(chosen);
  expect(program.errors).toEqual([]);
});

test("the actor lens walks from name to name, tells who it is, and opens the actor", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read(ITEM);
  const { page } = program;
  await expect
    .poll(() => painted(program, "aide-mention"))
    .toContain("Anders Fogh Rasmussen");
  await page.keyboard.press("w");
  const card = page.getByTestId("actor-card");
  await expect(card).toContainText("Secretary General of NATO");
  await expect(card).toContainText("in this role in September 2009");
  await page.keyboard.press("w");
  await expect(card).toContainText("NATO");
  await page.keyboard.press("q");
  await expect(card).toContainText("Anders Fogh Rasmussen");
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await page.keyboard.press("l");
  await expect.poll(() => painted(program, "aide-mention")).toEqual([]);
  await page.keyboard.press("l");
  await page.keyboard.press("w");
  await page.keyboard.press("Enter");
  await screens.screen("actors").waitFor();
  await expect(
    page.getByRole("heading", { name: "Anders Fogh Rasmussen" }),
  ).toBeVisible();
  expect(program.errors).toEqual([]);
});

/** What is painted under a name of the style sheet, in the order of the text. */
function painted(program: Program, name: string): Promise<string[]> {
  return program.page.evaluate((sought) => {
    const pieces = [...(CSS.highlights.get(sought) ?? [])];
    return pieces.map((piece) =>
      (piece.startContainer.textContent ?? "").slice(
        piece.startOffset,
        piece.endOffset,
      ),
    );
  }, name);
}

async function annotationFiles(program: Program): Promise<string[]> {
  const folder = join(program.library, "annotations", ITEM);
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
}
