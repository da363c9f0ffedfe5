import type { Locator, Page } from "@playwright/test";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type Program } from "../fixtures";
import { ImportPage } from "../pages/import-page";
import { LibraryPage } from "../pages/library-page";
import { Screens } from "../pages/screens";

/** Brings texts of one's own in: bundled items can be neither removed nor merged. */
async function bring(
  program: Program,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  const folder = join(program.folder, "brought");
  await mkdir(folder, { recursive: true });
  const paths = Object.keys(texts).map((name) => join(folder, name));
  for (const [index, text] of Object.values(texts).entries())
    await writeFile(paths[index] ?? "", text);
  const importing = new ImportPage(program.page);
  await importing.drop(paths);
  await importing.isDone();
  await importing.putAway();
}

const LETTER = `# Letter to the council

By Ada Example

${"The letter was read by all of them and answered by none. ".repeat(12)}
`;
const SPEECH = `# Speech at the summit

By Ben Sample

${"He spoke of peace and of the price of it, as he had before. ".repeat(12)}
`;

test("columns sort up, down and not at all, are chosen in a menu, and are remembered", async ({
  program,
}) => {
  let page = await program.start();
  const title = page.getByRole("columnheader", { name: "Title" });
  const first = page.locator("[data-index='0']");
  await title.getByRole("button").click();
  await expect(title).toHaveAttribute("aria-sort", "ascending");
  await expect(first).toContainText("A treaty for Europe?");
  await title.getByRole("button").click();
  await expect(title).toHaveAttribute("aria-sort", "descending");
  await expect(first).toContainText("Words you need");
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Kind" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name: "Kind" })).toHaveCount(0);
  // The screen does not wait for the disk.
  await expect
    .poll(() => program.settings())
    .toMatchObject({
      librarySort: { by: "title", isDescending: true },
      libraryColumns: expect.not.arrayContaining(["kind"]) as unknown,
    });
  await program.close();
  page = await program.start();
  await expect(
    page.getByRole("columnheader", { name: "Title" }),
  ).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByRole("columnheader", { name: "Kind" })).toHaveCount(0);
  await page
    .getByRole("columnheader", { name: "Title" })
    .getByRole("button")
    .click();
  await expect(
    page.getByRole("columnheader", { name: "Title" }),
  ).toHaveAttribute("aria-sort", "none");
});

test("the keyboard walks, chooses, finds by letters and opens; a press chooses at once, also in a list that has just moved", async ({
  program,
}) => {
  const page = await program.start();
  const library = new LibraryPage(page);
  await library.list.focus();
  await page.keyboard.press("ArrowDown");
  await expect(library.active).toContainText("Reading two cables");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(library.chosen).toHaveCount(3);
  await expect(library.header).toContainText("3 of 18 items chosen");
  await page.keyboard.press("End");
  await expect(library.active).toHaveAttribute("data-index", "17");
  await page.keyboard.press("PageUp");
  await page.keyboard.press("Home");
  await expect(library.active).toHaveAttribute("data-index", "0");
  await page.keyboard.press("ControlOrMeta+a");
  await expect(library.header).toContainText("18 of 18 items chosen");
  // Letters that come too slowly are no word: then it is typed again, once they are forgotten.
  await expect(async () => {
    await page.keyboard.type("words");
    await expect(library.active).toContainText("Words you need", {
      timeout: 3_000,
    });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(
    new Screens(page).screen("reader").locator("h2").first(),
  ).toHaveText("Words you need");
  await page.keyboard.press("Escape");
  await expect(library.active, "the place is kept").toContainText(
    "Words you need",
  );

  const last = library.list.locator("[data-index='17']");
  const first = library.list.locator("[data-index='0']");
  expect(await rowUnderPointAfterScroll(library)).toBe("17");
  await last.hover();
  await page.mouse.down();
  await expect(last).toHaveAttribute("data-active", "true");
  await page.mouse.up();
  await first.click({ modifiers: ["Shift"] });
  await expect(library.chosen).toHaveCount(18);
  await first.hover();
  await page.mouse.down();
  await expect(library.chosen, "they may be dragged").toHaveCount(18);
  await page.mouse.up();
  await expect(library.chosen).toHaveCount(1);
  await last.click({ modifiers: ["ControlOrMeta"] });
  await expect(library.chosen).toHaveCount(2);
  await last.click({ modifiers: ["ControlOrMeta"] });
  await expect(library.chosen).toHaveCount(1);
});

/** Scrolls to the end and tells, in the frame after, which row takes a press in the middle of the last one. */
function rowUnderPointAfterScroll(
  library: LibraryPage,
): Promise<string | undefined> {
  return library.list.evaluate(async (list) => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    list.scrollTop = 0;
    await frame();
    await frame();
    list.scrollTop = list.scrollHeight;
    await frame();
    await frame();
    const box = list
      .querySelector("[data-index='17']")
      ?.getBoundingClientRect();
    if (!box) return undefined;
    const point = [box.left + box.width / 2, box.top + box.height / 2] as const;
    return document
      .elementFromPoint(...point)
      ?.closest<HTMLElement>("[data-index]")?.dataset["index"];
  });
}

test("filters narrow the list, show themselves, and are cleared with one press", async ({
  program,
}) => {
  const page = await program.start();
  const library = new LibraryPage(page);
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.type("words yo");
  await library.has(1);
  await expect(library.item("Words you need")).toBeVisible();
  await library.filter.fill("");
  await page.getByRole("button", { name: /^Filters/u }).click();
  await page.getByRole("checkbox", { name: "Timeline" }).check();
  await library.has(3);
  await page.keyboard.press("Escape");
  await expect(
    page.getByRole("list", { name: "Filters in force" }),
  ).toContainText("Timeline");
  await library.part(/^cable/u).click();
  await library.filter.fill("nothing has this");
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await library.has(3);
  await library.part(/^All items/u).click();
  await library.has(18);
  await library.part(/^Read\b/u).click();
  await expect(page.getByText("Nothing here")).toBeVisible();
});

test("the shelf shows the same items and takes the same keys", async ({
  program,
}) => {
  const page = await program.start();
  const library = new LibraryPage(page);
  await page.keyboard.press("ControlOrMeta+b");
  await expect(page.getByRole("listbox", { name: "Items" })).toBeVisible();
  await library.list.focus();
  await page.keyboard.press("ArrowRight");
  await expect(library.active).toHaveAttribute("data-index", "1");
  await page.keyboard.press("ArrowDown");
  await expect
    .poll(async () => Number(await library.active.getAttribute("data-index")))
    .toBeGreaterThan(2);
  await page.keyboard.press("Enter");
  await new Screens(page).screen("reader").waitFor();
});

test("collections are made, filled by the dialog and by dragging, renamed, and come back from the trash", async ({
  program,
}) => {
  const page = await program.start();
  const library = new LibraryPage(page);
  await library.createCollection("Seminar");
  await library.undo();
  await expect(library.part("Seminar")).toHaveCount(0);
  await library.has(18);
  await library.createCollection("Seminar");
  await expect(page.getByText("An empty collection")).toBeVisible();
  await library.part(/^All items/u).click();
  await library.choose("Words you need");
  await page.keyboard.press("ControlOrMeta+d");
  await page.getByRole("combobox", { name: /belongs/u }).fill("sem");
  await page.getByRole("option", { name: "Seminar" }).waitFor();
  await page.keyboard.press("Enter");
  await expect(library.part(/^Seminar/u)).toContainText("1");
  await library.item("A treaty for Europe?").dragTo(library.part(/^Seminar/u));
  await expect(library.part(/^Seminar/u)).toContainText("2");

  await library.part(/^Seminar/u).click();
  await library.has(2);
  await library.choose("Words you need");
  await library.fromMenu(/^Take out of/u);
  await library.has(1);
  await library.undo();
  await library.has(2);

  await library.part(/^Seminar/u).press("F2");
  await expect(page.getByLabel("Name of the collection")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Seminar, week 4");
  await page.keyboard.press("Enter");
  await expect(library.part(/^Seminar, week 4/u)).toBeVisible();
  await library.part(/^Seminar, week 4/u).press("Delete");
  await expect(library.part(/^Seminar, week 4/u)).toHaveCount(0);
  await library.has(18);
  await library.undo();
  await expect(library.part(/^Seminar, week 4/u)).toContainText("2");
});

test("tags are added with suggestions, listed, and taken off again", async ({
  program,
}) => {
  const page = await program.start();
  const library = new LibraryPage(page);
  await library.choose("Words you need");
  const field = library.details.getByRole("combobox", { name: "Add a tag" });
  await field.fill("hear");
  await expect(library.details.getByRole("option").first()).toContainText(
    "hearsay",
  );
  await field.press("Enter");
  await expect(
    library.details.getByRole("button", { name: "Take the tag hearsay off" }),
  ).toBeVisible();
  await field.fill("to read again");
  await field.press("Enter");
  await library.part(/^All \d+ tags/u).click();
  await library.part(/^to read again/u).click();
  await library.has(1);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("Nothing here")).toBeVisible();
});

test("details are corrected with creators and an inexact date, refused where they are wrong, and taken back", async ({
  program,
}) => {
  const page = await program.start();
  await bring(program, { "letter.md": LETTER });
  const library = new LibraryPage(page);
  await library.filter.fill("letter to");
  await library.choose("Letter to the council");
  await page.keyboard.press("ControlOrMeta+e");
  const dialog = page.getByTestId("edit-details");
  const title = dialog.getByLabel("Title", { exact: true });
  await title.fill("");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("An item needs a title.");
  await expect(title).toBeFocused();
  await title.fill("A letter to the council");
  await dialog.getByRole("button", { name: "Add a creator" }).click();
  await expect(dialog.getByLabel("Creator 1: given name")).toBeFocused();
  await page.keyboard.type("Clara");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Instance");
  await dialog.getByLabel("Date: month").selectOption("September");
  await dialog.getByLabel("Date: day").fill("31");
  await dialog.getByLabel("Date: year").fill("2009");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("There is no such day.");
  await dialog.getByLabel("Date: day").fill("10");
  await dialog.getByLabel(/circa/u).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(library.details).toContainText("about 10 September 2009");
  await expect(library.details).toContainText("Clara Instance");
  await expect(library.details.locator("h2")).toHaveText(
    "A letter to the council",
  );
  await library.undo();
  await expect(library.details.locator("h2")).toHaveText(
    "Letter to the council",
  );
  await expect(library.details).not.toContainText("2009");
});

test("where an item came from is told: file, size, hash and time", async ({
  program,
}) => {
  const page = await program.start();
  await bring(program, { "letter.md": LETTER });
  const library = new LibraryPage(page);
  await library.filter.fill("letter to");
  await library.choose("Letter to the council");
  await expect(library.details).toContainText("letter.md");
  await expect(library.details).toContainText("Markdown");
  await library.details
    .getByRole("button", { name: "Copy the SHA-256" })
    .click();
  await program.copied(/^[0-9a-f]{64}$/u);
});

test("items go to the trash, come back by undo and from the trash itself; bundled ones stay", async ({
  program,
}) => {
  let page = await program.start();
  await bring(program, { "letter.md": LETTER, "speech.md": SPEECH });
  let library = new LibraryPage(page);
  await library.has(20);
  await library.filter.fill("summit");
  await library.choose("Speech at the summit");
  await page.keyboard.press("Delete");
  await expect(library.item("Speech at the summit")).toHaveCount(0);
  await library.undo();
  await library.has(1);
  await library.choose("Speech at the summit");
  await page.keyboard.press("Delete");
  await expect(library.part(/^Trash/u)).toContainText("1");
  page = await program.killAndRestart();
  library = new LibraryPage(page);
  await library.part(/^Trash/u).click();
  const restore = page
    .getByTestId("trash")
    .getByRole("button", { name: /^Restore\b.*Speech/u });
  await restore.click();
  await expect(page.getByText("The trash is empty")).toBeVisible();
  await library.undo();
  await restore.click();
  await expect(page.getByText("The trash is empty")).toBeVisible();
  await library.part(/^All items/u).click();
  await library.has(20);
  await library.choose("Words you need");
  await page.keyboard.press("Delete");
  await expect(
    page.getByText("Bundled items come with the program"),
  ).toBeVisible();
  await library.has(20);
});

test("duplicates are found, merged into the one that is kept, and parted again", async ({
  program,
}) => {
  const page = await program.start();
  await bring(program, {
    "letter.md": LETTER,
    "letter, saved again.md": `${LETTER}\n\n\n`,
  });
  const library = new LibraryPage(page);
  await library.has(20);
  await library.part("Duplicates").click();
  const duplicates = page.getByTestId("duplicates");
  await expect(duplicates.getByRole("radio")).toHaveCount(2);
  await duplicates.getByRole("radio").last().check();
  await duplicates
    .getByRole("button", { name: "Merge into the kept one" })
    .click();
  await expect(page.getByText("No duplicates")).toBeVisible();
  await library.undo();
  await expect(duplicates.getByRole("radio")).toHaveCount(2);
});

test("the chosen item stays the chosen one while others come in above it, however many", async ({
  program,
}) => {
  const page = await program.start();
  await bring(program, { "letter.md": LETTER });
  const library = new LibraryPage(page);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Added" }).click();
  await page.keyboard.press("Escape");
  const added = page.getByRole("columnheader", { name: "Added" });
  await added.getByRole("button").click();
  await added.getByRole("button").click();
  await expect(added).toHaveAttribute("aria-sort", "descending");
  // The new order comes a moment after the arrow that tells of it, and with it another choice.
  await expect(page.locator("[data-index='0']")).toContainText(
    "Letter to the council",
  );
  await library.choose("Letter to the council");
  const texts = Array.from({ length: 160 }, (_, n) => [
    `${n}.md`,
    `# Minutes ${n}\n\nOn day ${n} nothing was said of it.\n`,
  ]);
  await bring(program, Object.fromEntries(texts) as Record<string, string>);
  await library.has(179);
  await expect(library.item("Minutes").first()).toBeVisible();
  await expect(library.details).toContainText("Letter to the council");
  await library.list.focus();
  await page.keyboard.press("Enter");
  const reader = new Screens(page).screen("reader");
  await expect(reader.locator("h2").first()).toHaveText(
    "Letter to the council",
  );
});

test("the panels beside the list are made wider by mouse and keyboard, and keep their width", async ({
  program,
}) => {
  let page = await program.start();
  const divider = (): Locator =>
    page.getByRole("separator", { name: "Width of the parts of the library" });
  const parts = (): Locator =>
    page.getByRole("navigation", { name: "Parts of the library" });
  const widthOf = async (panel: Locator): Promise<number> =>
    Math.round((await panel.boundingBox())?.width ?? 0);
  const before = await widthOf(parts());
  const box = await divider().boundingBox();
  if (!box) throw new Error("The divider is not there");
  await page.mouse.move(box.x + 4, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 84, box.y + 200, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => widthOf(parts())).toBe(before + 80);
  await divider().focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => widthOf(parts())).toBe(before + 96);

  const details = new LibraryPage(page).details;
  const detailsBefore = await widthOf(details);
  await page.getByRole("separator", { name: "Width of the details" }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => widthOf(details)).toBe(detailsBefore + 16);
  await expect
    .poll(() => program.settings())
    .toMatchObject({ scopesWidth: before + 96 });
  await program.close();
  page = await program.start();
  await expect.poll(() => widthOf(parts())).toBe(before + 96);
  await divider().focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => widthOf(parts())).toBe(before);
});

test("what is bundled is not merged away: the button says why, and how it can be done", async ({
  program,
}) => {
  const page = await program.start();
  const title = "After 2014: two organisations, new questions";
  await bring(program, {
    "twin.json": JSON.stringify({
      title,
      creators: ["The Aide-Mémoire authors"],
      text: "Another text under the same title. ".repeat(20),
    }),
  });
  await new LibraryPage(page).part("Duplicates").click();
  const duplicates = page.getByTestId("duplicates");
  const merge = duplicates.getByRole("button", { name: /^Merge/u });
  await expect(merge).toBeEnabled();
  await duplicates.getByRole("radio").last().check();
  await expect(merge).toBeDisabled();
  await expect(merge).toHaveAccessibleDescription(/Keep that one/u);
  await duplicates.getByRole("radio").first().check();
  await merge.click();
  await expect(page.getByText("No duplicates")).toBeVisible();
});

test("citations are copied in the style one prefers, which is remembered, and written to a file", async ({
  program,
}) => {
  let page = await program.start();
  let library = new LibraryPage(page);
  await library.choose("Words you need");
  await page.keyboard.press("ControlOrMeta+Shift+c");
  await expect(page.getByText("Citation copied (APA).")).toBeVisible();
  const apa = await program.copied("Words you need");
  await page.keyboard.press("ControlOrMeta+Shift+e");
  const dialog = page.getByTestId("citations");
  await dialog.getByRole("combobox").selectOption("Chicago, notes");
  await expect(dialog).toContainText("“Words You Need,”");
  await page.keyboard.press("Escape");
  await expect
    .poll(() => program.settings())
    .toMatchObject({
      citationStyle: expect.stringMatching(/^chicago/u) as unknown,
    });
  await program.close();
  page = await program.start();
  library = new LibraryPage(page);
  await library.choose("Words you need");
  await library.fromMenu("Copy citation");
  await expect(
    page.getByText("Citation copied (Chicago, notes)."),
  ).toBeVisible();
  await expect.poll(() => program.clipboard()).not.toBe(apa);

  const file = join(program.folder, "references.bib");
  await program.app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await library.chooseAll(18);
  await page.keyboard.press("ControlOrMeta+Shift+e");
  await page.getByRole("button", { name: /^BibTeX/u }).click();
  await expect(page.getByText("18 citations written to")).toBeVisible();
  expect(await readFile(file, "utf8")).toContain("@");
});

test("many citations show how far they are, can be cancelled, and leave the window free meanwhile", async ({
  program,
}) => {
  test.setTimeout(120_000);
  const page = await program.start();
  const library = new LibraryPage(page);
  const importing = new ImportPage(page);
  const path = join(program.folder, "many.jsonl");
  const lines = Array.from({ length: 900 }, (_, n) =>
    JSON.stringify({
      title: `Minutes of day ${n}`,
      creators: [`Ada Example ${n % 90}`],
      date: `${1990 + (n % 30)}`,
      text: `On day ${n} nothing was said.`,
    }),
  );
  await writeFile(path, lines.join("\n"));
  await importing.drop([path]);
  await importing.isDone();
  await program.app.evaluate(({ clipboard }) => clipboard.writeText("before"));
  await library.chooseAll(918);
  const cancelled = cancelOnceWriting(page);
  await page.keyboard.press("ControlOrMeta+Shift+c");
  expect(await cancelled).toMatch(/Writing the citations: [\d,]+ of 918/u);
  const progress = page.getByTestId("citation-progress");
  await expect(progress).toHaveCount(0);
  expect(await program.clipboard()).toBe("before");

  await library.list.focus();
  await page.keyboard.press("ControlOrMeta+Shift+c");
  await expect(page.getByText(/citations copied \(APA\)/u)).toBeVisible({
    timeout: 60_000,
  });
  await program.copied("Minutes of day 899");
  expect(program.errors).toEqual([]);
});

/**
 * Presses Cancel as soon as citations are being written and a bar shows how far; gives what it said then. The page
 * itself looks at every change: that moment cannot be missed.
 */
function cancelOnceWriting(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((done) => {
        const look = (): void => {
          const box = document.querySelector("[data-testid=citation-progress]");
          const words = box?.querySelector("p")?.textContent?.trim() ?? "";
          const bar = box?.querySelector("[role=progressbar]");
          if (!words.startsWith("Writing") || !bar?.checkVisibility()) return;
          observer.disconnect();
          box?.querySelector("button")?.click();
          done(words);
        };
        const observer = new MutationObserver(look);
        const all = { childList: true, subtree: true, characterData: true };
        observer.observe(document.body, all);
      }),
  );
}
