import type { Page } from "@playwright/test";
import { expect, test, type Program } from "../fixtures";
import {
  firstBlock,
  openBook,
  restingBlock,
  startWithBook,
} from "../pages/reading";

/** Enough for every size twice, and both kinds of end; `AIDE_RESTARTS=20` does what was asked of the reader once. */
const RESTARTS = Number(process.env["AIDE_RESTARTS"] ?? 10);
/** Content sizes of the window, one after the other. */
const SIZES = [
  [1280, 800],
  [900, 700],
  [1600, 1000],
  [760, 560],
  [1024, 1300],
] as const;

/** Frames that go by until the window gets narrower again: until then the text may be on its way to its place. */
const FRAMES = [0, 1, 2, 3, 5, 8];

/**
 * Makes the window wide, and after so many frames narrow again. There the contents fold up, so that the text is as wide
 * as before in the end, but narrower for the part of a frame.
 */
function widenAndNarrow(page: Page, frames: number): Promise<void> {
  return page.evaluate(async (count) => {
    const frame = (): Promise<unknown> =>
      new Promise((done) => requestAnimationFrame(done));
    const { style } = document.body;
    style.width = "1600px";
    for (let at = 0; at < count; at += 1) await frame();
    style.width = "1024px";
    await frame();
  }, frames);
}

async function resize(program: Program, round: number): Promise<void> {
  const [width, height] = SIZES[round % SIZES.length] ?? SIZES[0];
  await program.resize(width, height);
}

test("the paragraph one reads is the same after many restarts at different sizes of window and type", async ({
  program,
}) => {
  test.setTimeout(400_000);
  let page = await startWithBook(program, 30_000);
  await openBook(page);
  await page.getByTestId("reader-scroll").evaluate((view) => {
    // As by hand: what comes onto the page from now on does not bring the beginning back.
    view.dispatchEvent(new WheelEvent("wheel"));
    view.scrollTop = view.scrollHeight * 0.43;
  });
  await expect
    .poll(async () => Number((await firstBlock(page))?.offset))
    .toBeGreaterThan(20_000);
  // A place deep inside a paragraph, which another width moves to other lines.
  await page.getByTestId("reader-scroll").evaluate((view) => {
    const { top } = view.getBoundingClientRect();
    const long = [...view.querySelectorAll(".block")]
      .map((block) => block.getBoundingClientRect())
      .find(({ bottom, height }) => bottom > top + 8 && height > 200);
    if (long) view.scrollTop += long.top + 0.7 * long.height - top;
  });
  const sized = async (readingSize: number): Promise<void> => {
    await page.evaluate(
      (size) => window.aide.request("settings/set", { readingSize: size }),
      readingSize,
    );
    await expect(page.locator("article")).toHaveCSS(
      "font-size",
      `${readingSize}px`,
    );
  };
  const saved = (): Promise<unknown> =>
    page.evaluate(async () => {
      const rows = await window.aide.request("library/query", {
        filter: {},
        sort: { by: "added", isDescending: true },
        from: 0,
        count: 1,
      });
      const { value } = rows as {
        value: { rows: { position?: { offset: number } }[] };
      };
      return String(value.rows[0]?.position?.offset);
    });
  const before = await restingBlock(page);
  await expect.poll(saved).toBe(before?.offset);
  for (const frames of FRAMES) {
    await page.evaluate(() => (document.body.style.width = "560px"));
    await expect.poll(() => restingBlock(page)).toEqual(before);
    await widenAndNarrow(page, frames);
    await expect
      .poll(() => restingBlock(page), `${frames} frames`)
      .toEqual(before);
  }
  await page.evaluate(() => document.body.removeAttribute("style"));
  for (let round = 1; round <= RESTARTS; round += 1) {
    await resize(program, round);
    await expect.poll(() => firstBlock(page)).toEqual(before);
    if (round % 3 === 0) await sized(14 + (round % 9));
    await expect.poll(() => firstBlock(page)).toEqual(before);
    if (round % 2 === 0) page = await program.killAndRestart();
    else {
      await program.close();
      page = await program.start();
    }
    await openBook(page);
    await expect
      .poll(() => firstBlock(page), `restart ${round}`)
      .toEqual(before);
  }
  expect(program.errors).toEqual([]);
});
