import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { firstText } from "./in-reader.mjs";
import { percentile, plainRow } from "./in-window.mjs";
import { chooseBook } from "./read-book.mjs";

const HIGHLIGHTS = 5_000;
const RUNS = 5;
const MOST = 1.3;
/** Letters kept on each side, as src-domain/text/anchor.ts keeps them. */
const CONTEXT = 32;
const COLOURS = ["yellow", "green", "blue", "rose", "violet"];

/**
 * Opening a book with 5,000 highlights until its text stands there, and the same book without any, in turn, each in a
 * program that has just started; and, as a figure without a goal, how long it
 * takes until the first highlight is painted too: its 5,000 files are read once the text is there.
 */
export async function highlightRows(program, { marked, plain, log }) {
  await highlight(program, marked);
  const [withMarks, without, painted] = [[], [], []];
  for (let run = 1; run <= RUNS; run += 1) {
    without.push((await openOnce(program, plain, false)).text);
    const { text, highlight: first } = await openOnce(program, marked, true);
    withMarks.push(text);
    painted.push(first);
    log(
      `highlights ${run} of ${RUNS}: ${without.at(-1)} ms without, ${text} ms with, ${first} ms until one is painted`,
    );
  }
  const ours = percentile(withMarks, 0.5);
  const yardstick = percentile(without, 0.5);
  return [
    {
      ...plainRow("highlights-5000", "ms", withMarks, 0.5, yardstick * MOST),
      ratio: Math.round((ours / yardstick) * 100) / 100,
      yardstick: { name: "the same item without highlights", value: yardstick },
    },
    {
      name: "first-highlight",
      unit: "ms",
      ours: percentile(painted, 0.5),
      runs: RUNS,
    },
  ];
}

/** Highlights evenly, in all colours, from the first paragraph on: the first through the program, the others like it. */
async function highlight({ library, open }, item) {
  const { app, page } = await open();
  await page.locator("[data-screen=library]").waitFor();
  const text = await page.evaluate(async (id) => {
    const found = await window.aide.request("library/get-item", { id });
    const made = await window.aide.request("annotations/create", {
      item: id,
      start: 0,
      end: 7,
      motivation: "highlighting",
      colour: "yellow",
    });
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
    return found.value.text;
  }, item);
  await app.close();
  const folder = join(library, "annotations", item);
  const [name] = await readdir(folder);
  const first = JSON.parse(await readFile(join(folder, name), "utf8"));
  for (let at = 1; at < HIGHLIGHTS; at += 1) {
    const id = `${name.slice(0, -13)}${String(at).padStart(8, "0")}`;
    const near = Math.floor((at / HIGHLIGHTS) * (text.length - 1_000));
    const start = text.indexOf(" ", near) + 1;
    const end = text.indexOf(" ", start + 40);
    await writeFile(
      join(folder, `${id}.json`),
      JSON.stringify({
        ...first,
        id: `urn:aide:annotation:${id}`,
        target: {
          ...first.target,
          styleClass: `highlight-${COLOURS[at % COLOURS.length]}`,
          selector: [
            {
              type: "TextQuoteSelector",
              exact: text.slice(start, end),
              prefix: text.slice(start - CONTEXT, start),
              suffix: text.slice(end, end + CONTEXT),
            },
            { type: "TextPositionSelector", start, end },
          ],
        },
      }),
    );
  }
}

async function openOnce({ open }, item, isMarked) {
  const { app, page } = await open();
  const row = await chooseBook(page, item);
  await page.evaluate(firstText);
  await page.evaluate(firstHighlight);
  await row.press("Enter");
  const text = await page.evaluate(() => globalThis.firstTextMs);
  const painted = isMarked
    ? await page.evaluate(() => globalThis.firstHighlightMs)
    : 0;
  await app.close();
  return { text: Math.round(text), highlight: Math.round(painted) };
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
