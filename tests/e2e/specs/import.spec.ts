import type { ImportFile, ImportStatus } from "#bridge/contract/import";
import type { ItemDocument } from "#bridge/contract/library";
import type { Result } from "#domain/result";
import type { HitList } from "#domain/search/hit";
import type { Page } from "@playwright/test";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type Program } from "../fixtures";
import { killOnceImported } from "../pages/moments";

const FILES = 1_000;

async function ask<Value>(
  page: Page,
  name: string,
  input: unknown,
): Promise<Value> {
  const reply = (await page.evaluate(
    ([request, value]) => window.aide.request(request as string, value),
    [name, input],
  )) as Result<Value>;
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure));
  return reply.value;
}

const status = (page: Page) => ask<ImportStatus>(page, "import/status", {});

async function writeFiles(program: Program, count: number): Promise<string> {
  const folder = join(program.folder, "texts");
  await mkdir(folder);
  for (let index = 0; index < count; index += 1)
    await writeFile(
      join(folder, `${index}.md`),
      `# Text number ${index}\n\n${`The council met on day ${index} and said nothing new. `.repeat(60)}\n`,
    );
  return folder;
}

test(`${FILES} files come in while main answers, and are found and read at once`, async ({
  program,
}) => {
  const page = await program.start();
  const folder = await writeFiles(program, FILES);
  await ask(page, "import/add", { paths: [folder] });
  await expect
    .poll(async () => (await status(page)).state, { timeout: 180_000 })
    .toBe("done");
  expect(await status(page)).toMatchObject({ imported: FILES, refused: 0 });
  expect(await readdir(join(program.library, "items"))).toHaveLength(FILES);

  const late = join(program.folder, "late.md");
  await writeFile(late, "# A late one\n\nIt speaks of zymurgy.\n");
  await ask(page, "import/add", { paths: [late] });
  await expect.poll(async () => (await status(page)).imported).toBe(FILES + 1);
  await expect
    .poll(
      async () =>
        (
          await ask<HitList>(page, "search/query", {
            text: "zymurgy",
            limit: 5,
          })
        ).groups.length,
      { intervals: [50] },
    )
    .toBe(1);
  const found = await ask<HitList>(page, "search/query", {
    text: "zymurgy",
    limit: 5,
  });
  const id = found.groups[0]?.itemId ?? "";
  expect(await ask(page, "library/get-item", { id })).toMatchObject({
    title: "A late one",
    text: expect.stringContaining("It speaks of zymurgy.") as unknown,
  });
});

test("a reading process that is killed takes one file with it and no more", async ({
  program,
}) => {
  const page = await program.start();
  const folder = await writeFiles(program, 200);
  const [there] = await Promise.all([
    killOnceImported(program, 5, "reader"),
    ask(page, "import/add", { paths: [folder] }),
  ]);
  expect(there, "files were still to come").toBeLessThan(200);
  await expect
    .poll(async () => (await status(page)).state, { timeout: 180_000 })
    .toBe("done");
  const { imported, refused } = await status(page);
  expect(refused).toBeLessThanOrEqual(1);
  expect(imported + refused).toBe(200);
});

test("a program that is killed while files come in holds whole items, and goes on with the rest", async ({
  program,
}) => {
  let page = await program.start();
  const folder = await writeFiles(program, 120);
  for (let round = 0; round < 3; round += 1) {
    await program.diesOf(() =>
      Promise.all([
        killOnceImported(program, 20 * (round + 1), "main"),
        ask(page, "import/add", { paths: [folder] }),
      ]),
    );
    page = await program.start();
    for (const name of await readdir(join(program.library, "items")))
      expect(
        (await readdir(join(program.library, "items", name))).sort(),
      ).toEqual(["meta.yaml", "original.md"]);
  }
  await ask(page, "import/add", { paths: [folder] });
  await expect.poll(async () => (await status(page)).state).toBe("done");
  expect(await readdir(join(program.library, "items"))).toHaveLength(120);
});

test("files named at the start, and to a second start, come in", async ({
  program,
}) => {
  const folder = await writeFiles(program, 3);
  const page = await program.start({ files: [join(folder, "0.md")] });
  await expect.poll(async () => (await status(page)).imported).toBe(1);
  await program.startAgain([join(folder, "1.md"), join(folder, "2.md")]);
  await expect.poll(async () => (await status(page)).imported).toBe(3);
});

test("every kind of file is read by the reading process of the real program", async ({
  program,
}) => {
  const page = await program.start();
  const folder = join(program.folder, "mixed");
  const { writeMixedFiles } = (await import(
    join(import.meta.dirname, "../../../scripts/bench/mixed-files.mjs")
  )) as {
    writeMixedFiles: (
      folder: string,
      count: number,
      options: { suites: string },
    ) => Promise<unknown>;
  };
  await writeMixedFiles(folder, 12, { suites: "" });
  await ask(page, "import/add", { paths: [folder] });
  await expect
    .poll(async () => (await status(page)).state, { timeout: 180_000 })
    .toBe("done");
  const { files } = await ask<{ files: ImportFile[] }>(page, "import/files", {
    from: 0,
    count: 20,
  });
  expect(
    files.map(({ name, state, failure }) => [name, state, failure]),
  ).toEqual(files.map(({ name }) => [name, "imported", undefined]));
  for (const { itemId: id = "", name } of files) {
    const item = await ask<ItemDocument>(page, "library/get-item", { id });
    expect([name, item.blocks.length > 5]).toEqual([name, true]);
    expect([name, item.text.includes("Text ")]).toEqual([name, true]);
  }
  const books = files.filter(({ name }) => name.endsWith(".epub"));
  const book = books[0]?.itemId ?? "";
  await page.locator("[data-filter-field]").fill(books[0]?.title ?? "");
  // A row that moves while the list gets shorter is not the one that is pressed.
  await expect(page.locator("[data-id]")).toHaveCount(books.length);
  await page.locator(`[data-id="${book}"]`).click();
  await highlightFirstSentence(page);
  const folderOfBook = join(program.library, "annotations", book);
  await expect
    .poll(() => readdir(folderOfBook).catch(() => []))
    .toEqual([expect.stringMatching(/^a_\w+\.json$/u)]);
  const [stored = ""] = await readdir(folderOfBook);
  expect(
    JSON.parse(await readFile(join(folderOfBook, stored), "utf8")),
  ).toMatchObject({
    target: {
      selector: expect.arrayContaining([
        {
          type: "FragmentSelector",
          conformsTo: "http://idpf.org/epub/linking/cfi/epub-cfi.html",
          value: expect.stringMatching(/^epubcfi\(\/6\/\d+.*:\d+\)$/u),
        },
      ]),
    },
  });
});

/** Opens the chosen item, and highlights with the keyboard. */
async function highlightFirstSentence(page: Page): Promise<void> {
  await page.keyboard.press("Enter");
  await page.locator("[data-screen=reader]").waitFor();
  await page.locator(".block [data-start]").first().waitFor();
  await page.keyboard.press("v");
  await page.getByRole("toolbar", { name: "Selected passage" }).waitFor();
  await page.keyboard.press("2");
}
