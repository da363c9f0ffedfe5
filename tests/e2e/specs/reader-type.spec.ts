import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { firstBlock, restingBlock } from "../pages/reading";
import { Screens } from "../pages/screens";

const ITEM = "september-2009-episode";

test("the type is chosen over the text, which follows it, and is the same after a restart", async ({
  program,
}) => {
  let screens = new Screens(await program.start());
  await screens.read(ITEM);
  let { page } = program;
  const article = page.locator("article");
  const width = await article.evaluate((node) => node.clientWidth);
  await page.keyboard.press("t");
  const type = page.getByTestId("type-popover");
  await type.getByRole("slider", { name: "Line length" }).fill("48");
  await expect
    .poll(() => article.evaluate((node) => node.clientWidth))
    .toBeLessThan(width);
  await type.locator("label", { hasText: "Mono" }).click();
  await expect(article).toHaveCSS("font-family", /Source Code Pro/u);
  await type.getByRole("button", { name: "Size: more" }).click();
  await expect(article).toHaveCSS("font-size", "20px");
  await type.getByRole("button", { name: "Line height: more" }).click();
  await expect(article).toHaveCSS("line-height", "32px");
  await type.getByText("Justified").click();
  await type.getByText("Sepia").click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "sepia");
  await page.keyboard.press("Escape");
  await expect(type).toHaveCount(0);
  // The screen does not wait for the disk.
  await expect
    .poll(() => program.settings())
    .toMatchObject({
      readingFace: "mono",
      readingSize: 20,
      readingJustifies: true,
      theme: "sepia",
    });

  screens = new Screens(await program.killAndRestart());
  ({ page } = program);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "sepia");
  await screens.read(ITEM);
  const again = page.locator("article");
  await expect(again).toHaveCSS("font-family", /Source Code Pro/u);
  await expect(again).toHaveCSS("font-size", "20px");
  await expect(again).toHaveClass(/justified/u);
  expect(program.errors).toEqual([]);
});

test("words divided for justified lines are found, copied and counted as if they were whole", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  const { page } = program;
  await page.evaluate(() =>
    window.aide.request("settings/set", { readingJustifies: true }),
  );
  await screens.read(ITEM);
  const paragraph = page.locator("[data-screen=reader] .paragraph").first();
  await expect.poll(() => paragraph.textContent()).toContain("\u00AD");
  const plain = (await paragraph.textContent())?.replaceAll("\u00AD", "");
  await paragraph.evaluate((node) => getSelection()?.selectAllChildren(node));
  await screens.hasSelected();
  await page.keyboard.press("ControlOrMeta+c");
  const copied = (): Promise<string> => program.clipboard();
  await expect.poll(copied).toBe(plain);
  await page.keyboard.press("Escape");

  await page.keyboard.press("ControlOrMeta+f");
  await page.getByTestId("find-field").fill(plain?.slice(10, 70) ?? "");
  await expect(page.getByTestId("find-count")).toHaveText("1 of 1");
  await page.keyboard.press("Escape");
  await screens.hasSelected();
  await page.keyboard.press("ControlOrMeta+c");
  await expect.poll(copied).toBe(plain?.slice(10, 70));
});

test("pages show every line of a text once, whole, and keep one's place when they become one scroll again", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  const { page } = program;
  const set = (readingLayout: string): Promise<unknown> =>
    page.evaluate(
      (layout) =>
        window.aide.request("settings/set", { readingLayout: layout }),
      readingLayout,
    );
  await set("paged");
  await screens.read(ITEM);
  await expect(page.getByRole("button", { name: "Next page" })).toBeEnabled();
  const lines: string[] = [];
  for (let turn = 0; turn < 30; turn += 1) {
    const shown = await restingLines(page);
    expect(shown.cut).toEqual([]);
    lines.push(...shown.whole);
    const next = page.getByRole("button", { name: "Next page" });
    if (await next.isDisabled()) break;
    await page.keyboard.press("Space");
    await expect.poll(() => linesOnPage(page)).not.toEqual(shown);
  }
  expect(lines.filter((line, at) => lines.indexOf(line) < at)).toEqual([]);
  expect(lines).toEqual((await linesOnPage(page)).all);

  await page.keyboard.press("PageUp");
  await page.keyboard.press("PageUp");
  await restingLines(page);
  const before = await firstBlock(page);
  await set("continuous");
  await expect(page.getByRole("button", { name: "Next page" })).toHaveCount(0);
  await expect.poll(() => firstBlock(page)).toEqual(before);
  expect(program.errors).toEqual([]);
});

interface Lines {
  readonly whole: readonly string[];
  /** Lines of which a part is seen. */
  readonly cut: readonly string[];
  readonly all: readonly string[];
}

/** The same once they stay as they are: a page is fitted anew when the reading face has come, and as it is turned. */
async function restingLines(page: Page): Promise<Lines> {
  await page.evaluate(() => document.fonts.ready);
  for (let before = await linesOnPage(page); ;) {
    await restingBlock(page);
    const after = await linesOnPage(page);
    if (JSON.stringify(after) === JSON.stringify(before)) return after;
    before = after;
  }
}

/** The lines that a page shows, each by its block and its number in it. */
function linesOnPage(page: Page): Promise<Lines> {
  return page.evaluate(() => {
    const view = document.querySelector("[data-testid=reader-scroll]");
    if (!(view instanceof HTMLElement)) throw new Error("No text");
    const inset = /inset\((\S+) \S+ (\S+)/u.exec(view.style.clipPath);
    const box = view.getBoundingClientRect();
    const top = box.top + parseFloat(inset?.[1] ?? "0");
    const bottom = box.bottom - parseFloat(inset?.[2] ?? "0");
    const lines: { whole: string[]; cut: string[]; all: string[] } = {
      whole: [],
      cut: [],
      all: [],
    };
    for (const owner of view.querySelectorAll<HTMLElement>(
      ".block [data-start]",
    )) {
      const range = document.createRange();
      range.selectNodeContents(owner);
      let [count, last] = [0, -Infinity];
      for (const rect of range.getClientRects()) {
        const middle = (rect.top + rect.bottom) / 2;
        if (middle - last < rect.height / 2) continue;
        [count, last] = [count + 1, middle];
        const line = `${owner.dataset["start"]} line ${count}`;
        lines.all.push(line);
        if (middle > top && middle < bottom) lines.whole.push(line);
        // Letters are lower than their lines: a third of one must not look in.
        const third = rect.height / 3;
        if (
          (middle < top && middle + third > top) ||
          (middle > bottom && middle - third < bottom)
        )
          lines.cut.push(line);
      }
    }
    return lines;
  });
}
