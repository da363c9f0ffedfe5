import { expect, test, type Program } from "../fixtures";
import { firstBlock, openBook, startWithBook } from "../pages/reading";

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

async function resize(program: Program, round: number): Promise<void> {
  const size = SIZES[round % SIZES.length] ?? SIZES[0];
  await program.app.evaluate(
    ({ BrowserWindow }, [width, height]) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  );
  await program.page.waitForFunction(([width]) => innerWidth === width, size);
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
    view.scrollTop += 61;
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
  const before = await firstBlock(page);
  await expect.poll(saved).toBe(before?.offset);
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
