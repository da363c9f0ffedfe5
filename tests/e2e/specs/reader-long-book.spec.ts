import { expect, test } from "../fixtures";
import { firstBlock, openBook, startWithBook } from "../pages/reading";

test("a book of 600,000 words opens, is scrolled to its end, and only what is near is on the page", async ({
  program,
}) => {
  test.setTimeout(180_000);
  const page = await startWithBook(program, 600_000);
  await openBook(page);
  const view = page.getByTestId("reader-scroll");
  const seen = new Set<string>();
  for (let step = 0; step <= 40; step += 1) {
    await view.evaluate((node, share) => {
      // As by hand: what holds a text at its place lets go.
      node.dispatchEvent(new WheelEvent("wheel"));
      node.scrollTop = (node.scrollHeight - node.clientHeight) * share;
    }, step / 40);
    await expect
      .poll(async () => {
        const block = await firstBlock(page);
        return block && block.words !== "" && !seen.has(block.offset);
      })
      .toBe(true);
    seen.add((await firstBlock(page))?.offset ?? "");
    expect(await page.locator(".block").count()).toBeLessThan(400);
  }
  await page.keyboard.press("End");
  await expect(page.getByText("Quiz me on this item")).toBeInViewport();
  await page.keyboard.press("Home");
  await expect(page.locator("article header")).toBeInViewport();
  expect(program.errors).toEqual([]);
});
