import { plainRow } from "./in-window.mjs";
import { chooseBook, settle } from "./read-book.mjs";

/** Common words of the generated book, tens of thousands of places the first. */
const WORDS = ["the", "government", "council", "and", "treaty", "of", "with"];
const GOAL_MS = 100;

/** From the letters to the frame that shows how often they stand in the whole book; the median of several words. */
export async function findRow({ open }, { item, log }) {
  const { app, page } = await open();
  const row = await chooseBook(page, item);
  await row.press("Enter");
  await page.locator(".block").first().waitFor();
  await settle(page);
  await page.keyboard.press("ControlOrMeta+f");
  const field = page.getByTestId("find-field");
  await field.waitFor();
  const times = [];
  for (const word of WORDS) {
    await page.evaluate(counted);
    await field.fill(word);
    times.push(await page.evaluate(() => globalThis.countedMs));
    const count = await page.getByTestId("find-count").textContent();
    log(`find “${word}”: ${Math.round(times.at(-1))} ms, ${count}`);
    // The view may have gone to the hit; the next word is found from rest.
    await settle(page);
  }
  await app.close();
  return plainRow("find", "ms", times, 0.5, GOAL_MS);
}

/** In the page: notes the time from the next letters in the field to the frame with another count. */
function counted() {
  const count = () =>
    document.querySelector("[data-testid=find-count]")?.textContent ?? "";
  globalThis.countedMs = new Promise((resolve) => {
    window.addEventListener(
      "input",
      () => {
        const startedAt = performance.now();
        const before = count();
        const look = () => {
          const isCounted = /^\d.* of \d/u.test(count()) && count() !== before;
          if (!isCounted) return void requestAnimationFrame(look);
          // Painted with the frame after the one in which it was set.
          requestAnimationFrame(() => resolve(performance.now() - startedAt));
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
}
