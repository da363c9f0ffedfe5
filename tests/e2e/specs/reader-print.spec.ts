import type { Page } from "@playwright/test";
import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type Program } from "../fixtures";
import { axeFindsNothing } from "../pages/axe";
import { openBook, startWithBook } from "../pages/reading";
import { Screens } from "../pages/screens";

const ITEM = "september-2009-episode";

/** Answers the system's dialog for saving, and tells which name it was opened with. */
async function saveTo(program: Program, path: string): Promise<void> {
  await program.app.evaluate(({ dialog }, filePath) => {
    const answer = (...asked: unknown[]): Promise<object> => {
      Object.assign(globalThis, { proposed: asked.at(-1) });
      return Promise.resolve({ canceled: false, filePath });
    };
    Object.assign(dialog, { showSaveDialog: answer });
  }, path);
}

/** The text of each page of a PDF. */
async function pagesOf(path: string): Promise<string[]> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const data = new Uint8Array(await readFile(path));
  const pdf = await getDocument({ data, useSystemFonts: true }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  await pdf.destroy();
  return pages.map((text) => text.replace(/\s+/gu, " "));
}

const messages = (page: Page) => page.getByRole("status", { name: "Messages" });

test("an item becomes a PDF with its highlights, and its comments as numbered notes at the end", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read(ITEM);
  const { page } = program;
  const text = await page.evaluate(async (item) => {
    const found = (await window.aide.request("library/get-item", {
      id: item,
    })) as { value: { text: string } };
    const { text } = found.value;
    const annotate = (
      words: string,
      colour: string,
      comment: string,
    ): Promise<unknown> => {
      const start = text.indexOf(words);
      return window.aide.request("annotations/create", {
        item,
        start,
        end: start + words.length,
        motivation: comment === "" ? "highlighting" : "commenting",
        colour,
        comment,
      });
    };
    await annotate("WikiLeaks", "violet", "Who *published* what?");
    await annotate("Joshua Kucera", "yellow", "");
    await annotate("gave a speech", "green", "The speech of 18 September.");
    return text;
  }, ITEM);
  const path = join(program.folder, "with.pdf");
  await saveTo(program, path);
  await page.keyboard.press("ControlOrMeta+Shift+P");
  await expect(messages(page)).toContainText("Saved as");
  const proposed = await program.app.evaluate(
    () => (globalThis as unknown as { proposed: object }).proposed,
  );
  expect(proposed).toMatchObject({
    defaultPath: "The opening that was not announced.pdf",
  });
  const pages = await pagesOf(path);
  const whole = pages.join(" ");
  for (const [index, each] of pages.entries()) {
    expect(each).toContain("The opening that was not announced — ");
    expect(each).toContain(`${index + 1} / ${pages.length}`);
  }
  const last = text.trim().split(/\s+/u).slice(-4).join(" ");
  expect(whole.replace(/- /gu, "-")).toContain(last.replace(/- /gu, "-"));
  expect(whole).toMatch(/gave a speech\s*\[1\]/u);
  expect(whole).toMatch(/WikiLeaks\s*\[2\]/u);
  expect(whole.indexOf("The speech of 18 September.")).toBeLessThan(
    whole.indexOf("Who published what?"),
  );
  expect(whole).toContain("Annotations");

  const plain = join(program.folder, "without.pdf");
  await saveTo(program, plain);
  await page.getByRole("button", { name: "More" }).click();
  await page
    .getByRole("menuitem", { name: "Save as PDF without annotations…" })
    .click();
  await expect(messages(page)).toContainText("without.pdf");
  const bare = (await pagesOf(plain)).join(" ");
  expect(bare).not.toContain("[1]");
  expect(bare).not.toContain("Annotations");
  expect(program.errors).toEqual([]);
});

test("a long book is laid out whole, which can be given up; what cannot be written is told", async ({
  program,
}) => {
  test.setTimeout(150_000);
  const page = await startWithBook(program, 60_000);
  await openBook(page);
  const path = join(program.folder, "book.pdf");
  await saveTo(program, path);
  await page.keyboard.press("ControlOrMeta+Shift+P");
  const dialog = page.getByRole("dialog", { name: "Saving as PDF" });
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  expect(await stat(path).catch(() => undefined)).toBeUndefined();
  await expect
    .poll(() =>
      program.app.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
      ),
    )
    .toBe(1);

  await page.keyboard.press("ControlOrMeta+Shift+P");
  await dialog.waitFor();
  await axeFindsNothing(page);
  await expect(messages(page)).toContainText("Saved as", { timeout: 60_000 });
  const pages = await pagesOf(path);
  expect(pages.length).toBeGreaterThan(75);
  const folder = join(program.folder, "a folder.pdf");
  await mkdir(join(folder, "inside"), { recursive: true });
  await saveTo(program, folder);
  await page.keyboard.press("ControlOrMeta+Shift+P");
  await expect(messages(page)).toContainText("a folder.pdf", {
    timeout: 60_000,
  });
  await expect(messages(page).locator(".trouble")).toHaveCount(1);
  expect(program.errors).toEqual([]);
});

test("an item goes to the printer, and what the printer says is told", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read(ITEM);
  const { page } = program;
  const answer = (isPrinted: boolean, reason: string): Promise<void> =>
    program.app.evaluate(
      ({ app }, [done, why]) => {
        app.once("web-contents-created", (_event, contents) => {
          Object.assign(contents, {
            print: (
              _options: unknown,
              tell: (isPrinted: boolean, reason: string) => void,
            ) => {
              Object.assign(globalThis, { printed: contents.getTitle() });
              tell(done as boolean, why as string);
            },
          });
        });
      },
      [isPrinted, reason] as const,
    );
  const printed = (): Promise<unknown> =>
    program.app.evaluate(
      () => (globalThis as unknown as { printed?: string }).printed,
    );
  await answer(true, "");
  await page.keyboard.press("ControlOrMeta+p");
  await expect.poll(printed).toContain("The opening that was not announced");
  await expect(page.getByTestId("printing")).toHaveCount(0);
  await answer(false, "Print job failed");
  await page.keyboard.press("ControlOrMeta+p");
  await expect(messages(page)).toContainText("Print job failed");
  await expect(messages(page)).toContainText("save the item as PDF");
});
