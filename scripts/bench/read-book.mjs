import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateBook } from "./generate-book.mjs";

/**
 * Imports a generated book and tells its id.
 *
 * @param {Pick<Parameters<Parameters<typeof import("./in-window.mjs").withWindows>[1]>[0], "home" | "open">} program
 * @param {{name: string, words: number}} book
 */
export async function importBook({ home, open }, { name, words }) {
  const path = join(home, `${name}.md`);
  const text = generateBook(words);
  await writeFile(path, text.replace(/^title: .*$/mu, `title: ${name}`));
  const { app, page } = await open();
  await page.locator("[data-screen=library]").waitFor();
  const id = await page.evaluate(async (file) => {
    await window.aide.request("import/add", { paths: [file] });
    for (;;) {
      const files = await window.aide.request("import/files", {
        from: 0,
        count: 1,
      });
      const [first] = files.value.files;
      if (first?.state === "imported") return first.itemId;
      if (first?.state === "refused") throw new Error("The book was refused");
      await new Promise((done) => setTimeout(done, 100));
    }
  }, path);
  await app.close();
  return id;
}

/** Chooses an item in the library, to be read from its beginning, and tells its row. */
export async function chooseBook(page, id) {
  const row = page.locator(`[data-id="${id}"]`);
  await row.waitFor();
  // Every run begins at the beginning: at the remembered end there would be nothing left to scroll.
  await page.evaluate(
    (item) =>
      window.aide.request("library/save-reading-position", {
        item,
        offset: 0,
        within: 0,
        seenUntil: 0,
      }),
    id,
  );
  await row.click();
  await settle(page);
  return row;
}

/** Until the program has had time to put away what it no longer needs. */
export async function settle(page) {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 3_000)));
}
