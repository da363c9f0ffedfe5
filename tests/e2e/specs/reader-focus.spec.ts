import type { Locator } from "@playwright/test";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures";
import { axeFindsNothing } from "../pages/axe";
import { openBook, restingBlock, startWithBook } from "../pages/reading";
import { Screens } from "../pages/screens";

const ITEM = "september-2009-episode";

test("one paragraph is lit, goes on with arrows and Space to the last one, and follows the view", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read(ITEM);
  const { page } = program;
  const lit = page.locator("[data-lit-paragraph]");
  await page.getByTestId("reader-scroll").focus();
  await page.keyboard.press("g");
  await expect(lit).toHaveCount(1);
  const offset = async (): Promise<number> =>
    Number(await lit.getAttribute("data-from"));
  await restingBlock(page);
  const blocks = await page
    .locator(".block")
    .evaluateAll((nodes) =>
      nodes.map((node) => Number((node as HTMLElement).dataset["from"])),
    );
  let at = blocks.indexOf(await offset());
  for (; at < blocks.length - 1; at += 1) {
    await page.keyboard.press(at % 2 === 0 ? "ArrowDown" : "Space");
    await expect.poll(offset).toBe(blocks[at + 1]);
    await expect(lit).toBeInViewport();
  }
  await page.keyboard.press("ArrowUp");
  await expect.poll(offset).toBe(blocks.at(-2));

  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, -20_000);
  await expect.poll(offset).toBeLessThan(blocks[4] ?? 0);
  for (const theme of ["light", "sepia", "dark"]) {
    await page.evaluate(
      (chosen) => window.aide.request("settings/set", { theme: chosen }),
      theme,
    );
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await axeFindsNothing(page);
  }
  await page.keyboard.press("g");
  await expect(lit).toHaveCount(0);
  await expect(page.locator("[data-dimmed]")).toHaveCount(0);
  expect(program.errors).toEqual([]);
});

test("the text has the full screen, and Escape gives it back before it leaves the item", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read(ITEM);
  const { page } = program;
  const rail = page.getByRole("navigation", { name: "Main", exact: true });
  const isFull = (): Promise<boolean | undefined> =>
    program.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.isFullScreen(),
    );
  await page.keyboard.press("F11");
  await expect.poll(isFull).toBe(true);
  await expect(rail).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect.poll(isFull).toBe(false);
  await expect(rail).toBeVisible();
  await expect(screens.screen("reader")).toBeVisible();
  await page.keyboard.press("f");
  await expect.poll(isFull).toBe(true);
  // The page is told a moment after the window.
  await expect(rail).toHaveCount(0);
  await page.keyboard.press("f");
  await expect.poll(isFull).toBe(false);
  expect(program.errors).toEqual([]);
});

test("what is left is told for the section and for the whole", async ({
  program,
}) => {
  const page = await startWithBook(program, 60_000);
  await openBook(page);
  await expect(page.getByTestId("time-left")).toHaveText(
    /^\d+ minutes? left in this section · \d+ (?:minutes|hours) left in all$/u,
  );
});

test("a picture is enlarged, zoomed with keys, and gives the focus back; a footnote is read in place with all that it holds", async ({
  program,
}) => {
  const icon = await readFile(
    join(import.meta.dirname, "../../../resources/icons/icon.png"),
  );
  const file = join(program.folder, "with-picture.html");
  const words = "A paragraph long enough to be taken for the text of a page. ";
  await writeFile(
    file,
    `<html lang="en"><title>With a picture</title><article><h1>With a picture</h1><p>${words.repeat(8)}<sup><a id="r1" href="#n1">[1]</a></sup></p><figure><img alt="The mark" src="data:image/png;base64,${icon.toString("base64")}"><figcaption>The mark of the program</figcaption></figure><p>${words.repeat(8)}</p><table><tr>${"<th>A wide column of this table</th>".repeat(14)}</tr><tr>${"<td>value</td>".repeat(14)}</tr></table><p>${words.repeat(8)}</p><h2>Notes</h2><ol><li id="n1"><p>See <a href="https://example.org/scan">the scan</a>: <a href="#r1">↑</a></p><blockquote>What the note quotes.</blockquote></li></ol></article></html>`,
  );
  const page = await program.start({ files: [file] });
  const row = page.locator("[data-id]").filter({ hasText: "With a picture" });
  await row.click();
  await page.keyboard.press("Enter");
  const figure = page.getByRole("button", { name: /^Enlarge/u });
  await figure.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByTestId("picture");
  const width = (): Promise<number> =>
    dialog.locator("img").evaluate((node) => node.clientWidth);
  await expect.poll(width).toBeGreaterThan(100);
  await axeFindsNothing(page);
  // It is fitted to the window once it is read.
  await dialog.locator("img").evaluate(async (node: HTMLImageElement) => {
    await node.decode();
    for (let [last, still] = [0, 0]; still < 8; last = node.clientWidth) {
      await new Promise((done) => requestAnimationFrame(done));
      still = node.clientWidth === last ? still + 1 : 0;
    }
  });
  const before = await width();
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await expect.poll(width).toBeGreaterThan(before * 1.5);
  await page.keyboard.press("0");
  await expect.poll(width).toBe(before);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(figure).toBeFocused();

  const reference = page.locator("article [data-note]");
  await reference.focus();
  await page.keyboard.press("Enter");
  const note = page.getByTestId("footnote");
  await expect(note).toContainText("What the note quotes.");
  // It goes with its reference, wherever the lines of the text break.
  for (const [width, height] of [
    [900, 700],
    [1500, 900],
    [1100, 760],
  ] as const) {
    await program.resize(width, height);
    await expect
      .poll(() => gapBetween(note, reference), `at ${width} pixels`)
      .toBe(4);
  }
  await axeFindsNothing(page);
  await note.getByText("the scan").click();
  await expect(note).toHaveCount(0);
  const link = page.getByRole("dialog", { name: "Where this link leads" });
  await expect(link).toContainText("https://example.org/scan");
  await page.keyboard.press("Escape");
  await expect(link).toHaveCount(0);
  await expect(reference).toBeFocused();

  // A wide table is scrolled with arrows, also where arrows turn pages.
  await page.evaluate(() =>
    window.aide.request("settings/set", { readingLayout: "paged" }),
  );
  await expect(page.getByRole("button", { name: "Next page" })).toBeVisible();
  await restingBlock(page);
  const table = page.getByRole("region", { name: "Table" });
  await table.focus();
  await page.keyboard.press("ArrowRight");
  await expect
    .poll(() => table.evaluate((node) => node.scrollLeft))
    .toBeGreaterThan(0);
  expect(program.errors).toEqual([]);
});

/** Pixels between what is open and what it belongs to, which it lies below or above; undefined where it lies elsewhere. */
async function gapBetween(
  inside: Locator,
  reference: Locator,
): Promise<number | undefined> {
  const open = inside.locator("xpath=ancestor::*[@popover]");
  const [box, of] = [await open.boundingBox(), await reference.boundingBox()];
  if (!box || !of) return undefined;
  const isBeside = box.x > of.x + of.width || box.x + box.width < of.x;
  const below = box.y - (of.y + of.height);
  return isBeside
    ? undefined
    : Math.round(Math.max(below, of.y - (box.y + box.height)));
}

test("selecting with the keyboard ends when the selection is let go of with the mouse", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read(ITEM);
  const { page } = program;
  const selected = (): Promise<string> =>
    page.evaluate(() => String(getSelection()));
  await page.keyboard.press("v");
  await expect.poll(selected).not.toBe("");
  await screens.hasSelected();
  await page
    .locator("p.paragraph")
    .nth(1)
    .click({ position: { x: 2, y: 2 } });
  await expect.poll(selected).toBe("");
  const top = (): Promise<number> =>
    page.getByTestId("reader-scroll").evaluate((view) => view.scrollTop);
  await restingBlock(page);
  const before = await top();
  await page.getByTestId("reader-scroll").focus();
  await page.keyboard.press("ArrowDown");
  await expect.poll(top).toBeGreaterThan(before);
  expect(await selected()).toBe("");
});
