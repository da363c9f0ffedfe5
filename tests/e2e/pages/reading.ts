import { expect, type Locator, type Page } from "@playwright/test";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateBook } from "../../../scripts/bench/generate-book.mjs";
import type { Program } from "../fixtures";

/** Title of the book that the tests make. */
const TITLE = "A long book of sessions";

/** Starts the program with a book of about so many words on the command line, and waits until it is in the library. */
export async function startWithBook(
  program: Program,
  words: number,
): Promise<Page> {
  const file = join(program.folder, "book.md");
  await writeFile(file, generateBook(words));
  const page = await program.start({ files: [file] });
  await bookRow(page).waitFor({ timeout: 60_000 });
  return page;
}

export async function openBook(page: Page): Promise<void> {
  // The list is a virtual one: in a low window the row may lie below what is drawn.
  await page.locator("[data-filter-field]").fill("A long book");
  // A row that moves while the list gets shorter is not the one that is pressed.
  await expect(page.locator("[data-id]")).toHaveCount(1);
  await bookRow(page).click();
  await page.keyboard.press("Enter");
  await page.locator("[data-screen=reader]").waitFor();
  await page.locator(".block [data-start]").first().waitFor();
}

function bookRow(page: Page): Locator {
  return page.locator("[data-id]").filter({ hasText: TITLE }).first();
}

/** The first block in view of a text: its offset, and its first words. */
export function firstBlock(
  page: Page,
  pane = 0,
): Promise<{ readonly offset: string; readonly words: string } | undefined> {
  return page.evaluate((index) => {
    const view = document.querySelectorAll("[data-testid=reader-scroll]")[
      index
    ];
    const top = view?.getBoundingClientRect().top ?? 0;
    const blocks = [...(view?.querySelectorAll<HTMLElement>(".block") ?? [])];
    const first = blocks.find(
      (block) => block.getBoundingClientRect().bottom > top + 8,
    );
    return (
      first && {
        offset: first.dataset["from"] ?? "",
        words: (first.textContent ?? "").slice(0, 40),
      }
    );
  }, pane);
}

/** Where the view of a text is scrolled to, in CSS pixels. */
export function scrolledTo(page: Page): Promise<number> {
  return page
    .getByTestId("reader-scroll")
    .first()
    .evaluate((view) => view.scrollTop);
}

/** The first block in view once the view has come to rest: keys scroll it smoothly. */
export async function restingBlock(
  page: Page,
  pane = 0,
): ReturnType<typeof firstBlock> {
  await page.evaluate(async (index) => {
    const view = document.querySelectorAll("[data-testid=reader-scroll]")[
      index
    ];
    let [last, still] = [-1, 0];
    while (view && still < 8) {
      still = view.scrollTop === last ? still + 1 : 0;
      last = view.scrollTop;
      await new Promise((done) => requestAnimationFrame(done));
    }
  }, pane);
  return firstBlock(page, pane);
}
