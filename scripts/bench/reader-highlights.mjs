import { firstText } from "./in-reader.mjs";
import { percentile } from "./in-window.mjs";
import { chooseBook } from "./read-book.mjs";

const HIGHLIGHTS = 5_000;
const RUNS = 5;
const MOST = 1.3;

/**
 * Opening a book with 5,000 highlights until the first of them is painted, and the same book without any until its
 * first text is; both in turn, each in a program that has just started.
 */
export async function highlightsRow({ open }, { marked, plain, log }) {
  await highlight(open, marked);
  const [withMarks, without] = [[], []];
  for (let run = 1; run <= RUNS; run += 1) {
    without.push(await openingMs(open, plain, false));
    withMarks.push(await openingMs(open, marked, true));
    log(
      `highlights ${run} of ${RUNS}: ${without.at(-1)} ms without, ${withMarks.at(-1)} ms with`,
    );
  }
  const ours = percentile(withMarks, 0.5);
  const yardstick = percentile(without, 0.5);
  const ratio = Math.round((ours / yardstick) * 100) / 100;
  return {
    name: "highlights-5000",
    unit: "ms",
    ours: Math.round(ours),
    runs: RUNS,
    goal: Math.round(yardstick * MOST),
    ok: ratio <= MOST,
    ratio,
    yardstick: {
      name: "the same item without highlights",
      value: Math.round(yardstick),
    },
  };
}

/** Highlights evenly, in all colours, from the first paragraph on. */
async function highlight(open, item) {
  const { app, page } = await open();
  await page.locator("[data-screen=library]").waitFor();
  await page.evaluate(
    async ([id, count]) => {
      const colours = ["yellow", "green", "blue", "rose", "violet"];
      const found = await window.aide.request("library/get-item", { id });
      const { text } = found.value;
      const create = async (at) => {
        const from = Math.floor((at / count) * (text.length - 1_000));
        const start = text.indexOf(" ", from) + 1;
        const made = await window.aide.request("annotations/create", {
          item: id,
          start,
          end: text.indexOf(" ", start + 40),
          motivation: "highlighting",
          colour: colours[at % colours.length],
        });
        if (!made.ok) throw new Error(JSON.stringify(made.failure));
      };
      for (let at = 0; at < count; at += 50)
        await Promise.all(
          Array.from({ length: 50 }, (_, index) => create(at + index)),
        );
    },
    [item, HIGHLIGHTS],
  );
  await app.close();
}

async function openingMs(open, item, isMarked) {
  const { app, page } = await open();
  const row = await chooseBook(page, item);
  await page.evaluate(firstText);
  await page.evaluate(firstHighlight);
  await row.press("Enter");
  const ms = await page.evaluate(
    (isPainted) =>
      isPainted ? globalThis.firstHighlightMs : globalThis.firstTextMs,
    isMarked,
  );
  await app.close();
  return Math.round(ms);
}

/** In the page: notes the time from the next key to the frame in which a highlight of the item is painted. */
function firstHighlight() {
  globalThis.firstHighlightMs = new Promise((resolve) => {
    window.addEventListener(
      "keydown",
      () => {
        const startedAt = performance.now();
        const look = () => {
          const isThere = [...CSS.highlights].some(
            ([name, ranges]) =>
              /^aide-(yellow|green|blue|rose|violet)/u.test(name) &&
              ranges.size > 0,
          );
          if (!isThere) return void requestAnimationFrame(look);
          requestAnimationFrame(() => resolve(performance.now() - startedAt));
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
}
