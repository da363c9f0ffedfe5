import { inWindow, plainRow } from "./in-window.mjs";

const ANSWERS = 60;

/** From the key that rates an answer to the painted next card, the review's fsync included, in the real window. */
export async function benchStudy({ log }) {
  return inWindow(log, async (page) => {
    await page.evaluate(() =>
      window.aide.request("settings/set", { newCardsPerDay: 500 }),
    );
    await page.keyboard.press("ControlOrMeta+4");
    await page.getByTestId("study-question").waitFor();
    await page.evaluate(() => {
      window.benchTimes = [];
      document.addEventListener(
        "keydown",
        (event) => {
          if (!/^[1-4]$/.test(event.key)) return;
          const ratedAt = event.timeStamp;
          const shown = () =>
            document.querySelector("[data-testid=study-question]")?.dataset
              .card;
          const rated = shown();
          const look = () => {
            if (document.querySelector("[data-testid=study-answer]"))
              return requestAnimationFrame(look);
            if (shown() === rated) return requestAnimationFrame(look);
            const channel = new MessageChannel();
            channel.port1.onmessage = () =>
              window.benchTimes.push(performance.now() - ratedAt);
            return channel.port2.postMessage(null);
          };
          requestAnimationFrame(look);
        },
        true,
      );
    });
    for (let answer = 0; answer < ANSWERS; answer += 1) {
      await page.keyboard.press("Space");
      await page.getByTestId("study-answer").waitFor();
      // Good and easy: a card that is asked again at once would look the same as one that never left.
      await page.keyboard.press(answer % 2 === 0 ? "3" : "4");
      await page.waitForFunction(
        (count) => window.benchTimes.length > count,
        answer,
      );
    }
    const times = await page.evaluate(() => window.benchTimes);
    return [plainRow("answer-p95", "ms", times, 0.95, 50)];
  });
}
