import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { restingBlock } from "../pages/reading";
import { Screens } from "../pages/screens";

const ITEM = "september-2009-episode";

/** Puts a new note beside the text. */
async function noteBeside(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+\\");
  await page
    .getByTestId("beside-chooser")
    .getByRole("option", { name: "A new note" })
    .click();
  await page.getByTestId("note-body").waitFor();
}

/** Selects the second paragraph and tells where its first line is on the screen. */
async function selectParagraph(
  page: Page,
): Promise<{ x: number; y: number; words: string }> {
  await page.locator("p.paragraph").nth(1).waitFor();
  const chosen = await page.evaluate(() => {
    const node = document.querySelectorAll("p.paragraph")[1];
    if (!node) throw new Error("No paragraph");
    getSelection()?.selectAllChildren(node);
    const box = node.getBoundingClientRect();
    return { x: box.left + 40, y: box.top + 12, words: node.textContent ?? "" };
  });
  await page.getByRole("toolbar", { name: "Selected passage" }).waitFor();
  return chosen;
}

test("a passage is dragged into the note beside it, and its quotation leads back", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read(ITEM);
  const { page } = program;
  await noteBeside(page);
  const body = page.getByTestId("note-body");
  await body.fill("What was said.\n\nWhat I think.");
  await restingBlock(page);
  const { x, y, words } = await selectParagraph(page);
  const target = await body.boundingBox();
  if (!target) throw new Error("No note");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 20, { steps: 4 });
  // The end of the first line.
  await page.mouse.move(target.x + target.width - 6, target.y + 18, {
    steps: 8,
  });
  await page.mouse.up();
  await expect(body).toHaveValue(
    /^What was said\.\n\n> .+\n>\n> — \[.+\]\(aide:item\/september-2009-episode#\d+-\d+\), The Aide-Mémoire authors, .*2009\n\n/u,
  );
  expect((await body.inputValue()).replaceAll("\\", "")).toContain(
    `> ${words}\n`,
  );
  await expect(page.getByTestId("note-status")).toHaveText("Saved");
  const [file] = [...(await program.noteFiles()).values()];
  expect(file).toContain("> — [");

  await page.getByText("Read", { exact: true }).click();
  await page
    .getByTestId("note-rendered")
    .getByTitle("Open the passage")
    .click();
  await expect(screens.lit).toBeVisible();
  const lit = await page.getByTestId("lit").allTextContents();
  expect(lit.join("")).toBe(words);
  expect(program.errors).toEqual([]);
});

test("a passage is quoted with a key, which can be taken back; without a note the key says what to do", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read(ITEM);
  const { page } = program;
  await selectParagraph(page);
  await page.keyboard.press("i");
  const messages = page.getByRole("status", { name: "Messages" });
  await messages.getByRole("button", { name: "Choose one" }).click();
  await page
    .getByTestId("beside-chooser")
    .getByRole("option", { name: "A new note" })
    .click();
  const body = page.getByTestId("note-body");
  await body.fill("Before.");
  const { words } = await selectParagraph(page);
  await page.getByTestId("reader-scroll").focus();
  await page.keyboard.press("i");
  await expect(body).toHaveValue(/^Before\.\n\n> /u);
  expect((await body.inputValue()).replaceAll("\\", "")).toContain(words);
  await messages.getByRole("button", { name: "Undo" }).last().click();
  await expect(body).toHaveValue("Before.");
  expect(program.errors).toEqual([]);
});
