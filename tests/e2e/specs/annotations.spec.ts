import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, textsIn, type Program } from "../fixtures";
import { axeFindsNothingInAnyTheme } from "../pages/axe";
import { Screens } from "../pages/screens";

const ITEM = "september-2009-episode";

test("a sentence is highlighted and commented with the keyboard alone, and survives a kill", async ({
  program,
}) => {
  let screens = new Screens(await program.start());
  await screens.read(ITEM);
  let { page } = program;
  await page.keyboard.press("v");
  const toolbar = page.getByRole("toolbar", { name: "Selected passage" });
  await expect(toolbar).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  const chosen = await page.evaluate(() => String(getSelection()));
  expect(chosen.length).toBeGreaterThan(8);
  await page.keyboard.press("2");
  await expect(page.getByText("Highlighted.")).toBeVisible();
  await expect
    .poll(async () => (await painted(program, "aide-green-0")).join(""))
    .toBe(chosen);

  await page.keyboard.press(".");
  await page.keyboard.press("Enter");
  await page
    .getByTestId("annotation-comment")
    .fill("Compare the *other* account.");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Comment saved.")).toBeVisible();

  screens = new Screens(await program.killAndRestart());
  ({ page } = program);
  await screens.read(ITEM);
  await expect
    .poll(async () => (await painted(program, "aide-green-0")).join(""))
    .toBe(chosen);
  const [file] = await annotationFiles(program);
  expect(file).toContain("TextQuoteSelector");
  expect(file).toContain("Compare the *other* account.");
  await page.keyboard.press(".");
  await page.keyboard.press("Delete");
  await expect.poll(() => painted(program, "aide-green-0")).toEqual([]);
  await page.keyboard.press("u");
  await expect
    .poll(async () => (await painted(program, "aide-green-0")).join(""))
    .toBe(chosen);
  expect(program.errors).toEqual([]);
});

test("the actor lens walks from name to name, tells who it is, and opens the actor", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read(ITEM);
  const { page } = program;
  await expect
    .poll(() => painted(program, "aide-mention"))
    .toContain("Anders Fogh Rasmussen");
  await page.keyboard.press("w");
  const card = page.getByTestId("actor-card");
  await expect(card).toContainText("Secretary General of NATO");
  await expect(card).toContainText("in this role in September 2009");
  await page.keyboard.press("w");
  await expect(card).not.toContainText("Anders Fogh Rasmussen");
  await expect(card).toContainText("NATO");
  await page.keyboard.press("q");
  await expect(card).toContainText("Anders Fogh Rasmussen");
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await page.keyboard.press("l");
  await expect.poll(() => painted(program, "aide-mention")).toEqual([]);
  await page.keyboard.press("l");
  await expect
    .poll(() => painted(program, "aide-mention"))
    .toContain("Anders Fogh Rasmussen");
  await page.keyboard.press("w");
  await expect(card).toContainText("Anders Fogh Rasmussen");
  await page.keyboard.press("Enter");
  await screens.screen("actors").waitFor();
  await expect(
    page.getByRole("heading", { name: "Anders Fogh Rasmussen" }),
  ).toBeVisible();
  expect(program.errors).toEqual([]);
});

test("a passage becomes a position: prefilled, complained about, saved, shown in text, margin and matrix, undone", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read(ITEM);
  const { page } = program;
  await page.keyboard.press("v");
  await page.keyboard.press("p");
  const form = page.getByRole("dialog", { name: "Position from this passage" });
  await expect(form).toContainText("Anders Fogh Rasmussen");
  await expect(form).toContainText("18 September 2009”");
  await expect(form).toContainText("hearsay");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(form.getByRole("alert")).toContainText("Say on which issue.");
  await expect(form.getByRole("alert")).toContainText(
    "Choose one of the five stances.",
  );
  await form.getByRole("combobox", { name: "Issue" }).fill("Speeches");
  await page.keyboard.press("Enter");
  await form
    .getByLabel("The question of the new issue")
    .fill("May a Secretary General speak first?");
  await form.getByRole("radio", { name: "supports" }).check({ force: true });

  await page.keyboard.press("Escape");
  await expect(form).toContainText("Discard what you typed?");
  await form.getByRole("button", { name: "Keep writing" }).click();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("Position saved.")).toBeVisible();
  const margin = page.getByTestId("margin");
  await expect(margin).toContainText("Speeches · 18 September 2009");

  await screens.go("Actors", "actors");
  const cell = page.getByRole("gridcell", {
    name: /Anders Fogh Rasmussen on Speeches: supports, 18 September 2009/u,
  });
  await expect(
    cell.or(
      page.getByRole("button", {
        name: /Anders Fogh Rasmussen on Speeches: supports, 18 September 2009/u,
      }),
    ),
  ).toBeVisible();
  await page.keyboard.press("Alt+ArrowLeft");
  await screens.screen("reader").waitFor();
  await expect(margin).toContainText("Speeches");
  await page.keyboard.press("u");
  await expect(margin).not.toContainText("Speeches");
  expect(program.errors).toEqual([]);
});

test("a passage becomes a card with hidden words that Study asks, and undo takes it out", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read(ITEM);
  const { page } = program;
  await page.keyboard.press("v");
  await page.keyboard.press("k");
  const form = page.getByRole("dialog", { name: "Card from this passage" });
  const text = form.getByLabel(/^Text of the card/u);
  await expect(text).toHaveValue(/Brussels/u);
  await text.evaluate((node: HTMLTextAreaElement) => {
    const start = node.value.indexOf("Brussels");
    node.setSelectionRange(start, start + 4);
  });
  await text.press("Alt+h");
  await expect(form.getByTestId("card-preview")).toContainText(
    "gave a speech in _____ about Russia.",
  );
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("Card saved.")).toBeVisible();
  await expect(page.getByTestId("margin")).toContainText("_____");
  await page.evaluate(() =>
    window.aide.request("settings/set", { newCardsPerDay: 500 }),
  );
  await page
    .getByTestId("margin")
    .getByRole("button", { name: /_____/u })
    .click();
  await screens.screen("study").waitFor();
  await findCard(program, /gave a speech in _____ about Russia/u);
  await page.keyboard.press("Space");
  await expect(page.getByTestId("study-answer")).toContainText("Brussels");
  expect(program.errors).toEqual([]);
});

test("highlights are joined and cut, and both are taken back", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read(ITEM);
  const { page } = program;
  const yellow = async (): Promise<string> =>
    (await painted(program, "aide-yellow-0")).join("|");
  await page.keyboard.press("v");
  await page.keyboard.press("1");
  await expect.poll(yellow).toMatch(/^On 18 September.*Russia\.$/u);
  const first = await yellow();
  await page.keyboard.press("v");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("1");
  await expect.poll(yellow).toMatch(/\|This brief/u);
  const both = await yellow();

  await page.keyboard.press("v");
  for (let count = 0; count < 5; count += 1)
    await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("j");
  await expect(page.getByText("2 annotations merged.")).toBeVisible();
  await expect.poll(yellow).not.toContain("|");
  await hasFiles(program, 1);
  await page.keyboard.press("u");
  await expect.poll(yellow).toBe(both);
  await hasFiles(program, 2);

  await selectWords(program, "Fogh");
  await screens.hasSelected();
  await page.keyboard.press("x");
  await expect
    .poll(async () => (await painted(program, "aide-yellow-0"))[0])
    .toMatch(/Anders$/u);
  await hasFiles(program, 3);
  await page.keyboard.press("u");
  await expect.poll(yellow).toBe(both);
  await page.keyboard.press("u");
  await expect.poll(yellow).toBe(first);
  expect(program.errors).toEqual([]);
});

test("an orphan is listed with its words, found again, attached and taken back", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  const folder = join(program.library, "annotations", ITEM);
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, "a_old.json"),
    JSON.stringify({
      type: "Annotation",
      motivation: "highlighting",
      target: {
        source: `urn:aide:item:${ITEM}`,
        styleClass: "highlight-rose",
        selector: [
          {
            type: "TextQuoteSelector",
            exact: "a brief on something that he reportedly had left out",
          },
        ],
      },
    }),
  );
  await screens.read(ITEM);
  const { page } = program;
  await page.keyboard.press("a");
  const margin = page.getByTestId("margin");
  await margin.getByLabel("Kind").selectOption("orphans");
  const card = margin.locator("[data-annotation=a_old]");
  await expect(card).toContainText("he reportedly had left out");
  await card.getByRole("button", { name: "Find again" }).click();
  await expect(card).toContainText("brief is about something");
  await card.getByRole("button", { name: "Attach to this" }).first().click();
  await expect
    .poll(async () => (await painted(program, "aide-rose-0")).join(""))
    .toContain("brief is about something");
  await expect(card).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(card).toHaveCount(1);

  await page.getByTestId("reader-scroll").focus();
  await page.keyboard.press("v");
  await card.getByRole("button", { name: "Attach here" }).click();
  await expect
    .poll(async () => (await painted(program, "aide-rose-0")).join(""))
    .toMatch(/^On 18 September/u);
  expect(program.errors).toEqual([]);
});

test("annotations are exported, and come in once", async ({ program }) => {
  const screens = new Screens(await program.start());
  await screens.read(ITEM);
  const { page } = program;
  await page.keyboard.press("v");
  await page.keyboard.press("3");
  await expect(page.getByText("Highlighted.")).toBeVisible();
  await page.keyboard.press("a");
  const path = join(program.folder, "mine.jsonld");
  await program.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
  const choose = async (label: string): Promise<void> => {
    await page.getByRole("button", { name: "Files" }).click();
    await page.getByRole("menuitem", { name: label }).click();
  };
  await choose("Export as W3C annotations");
  await expect(
    page.getByText(`1 annotation written to ${path}.`),
  ).toBeVisible();
  await choose("Import annotations");
  await expect(
    page.getByText("No annotation came in. 1 was here already."),
  ).toBeVisible();
  await page.keyboard.press("u");
  await expect.poll(() => annotationFiles(program)).toEqual([]);
  await choose("Import annotations");
  await expect(page.getByText("1 annotation came in.")).toBeVisible();
  await expect
    .poll(async () => (await painted(program, "aide-blue-0")).join(""))
    .toMatch(/^On 18 September/u);
  expect(program.errors).toEqual([]);
});

test("axe finds nothing on what opens over a text in any theme", async ({
  program,
}) => {
  const page = await program.start();
  await new Screens(page).read(ITEM);
  const check = (name: string): Promise<void> =>
    axeFindsNothingInAnyTheme(page, name);
  await page.keyboard.press("v");
  await page.getByRole("toolbar", { name: "Selected passage" }).waitFor();
  await check("selection bar");
  await page.keyboard.press("4");
  await expect(page.getByText("Highlighted.")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.getByTestId("annotation-comment").fill("A *word* on it.");
  await check("editor");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Comment saved.")).toBeVisible();
  await check("margin");
  await page.keyboard.press("a");
  await page.getByTestId("annotation-filter").waitFor();
  await check("panel");
  await page.keyboard.press("w");
  await page.getByTestId("actor-card").waitFor();
  await check("actor card");
  await page.keyboard.press("Escape");
  for (const [key, name] of [
    ["p", "Position from this passage"],
    ["d", "Event from this passage"],
    ["k", "Card from this passage"],
  ] as const) {
    await page.keyboard.press("v");
    await page.keyboard.press(key);
    await page.getByRole("dialog", { name }).waitFor();
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByRole("alert").getByRole("listitem").first().waitFor();
    await check(name);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name }).waitFor({ state: "detached" });
  }
});

/** Answers cards until one asks what is looked for. */
async function findCard({ page }: Program, question: RegExp): Promise<void> {
  const asked = page.getByTestId("study-question");
  for (let count = 0; count < 120; count += 1) {
    const card = await asked.getAttribute("data-card");
    if (question.test((await asked.textContent()) ?? "")) return;
    await page.keyboard.press("Space");
    await page.getByTestId("study-answer").waitFor();
    await page.keyboard.press("4");
    await expect(asked).not.toHaveAttribute("data-card", card ?? "");
  }
  throw new Error(`No card asks ${question.source}`);
}

/** Selects words of the text that stand in one stretch of it. */
async function selectWords({ page }: Program, words: string): Promise<void> {
  await page.evaluate((sought) => {
    const walker = document.createTreeWalker(
      document.querySelector("article") ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? "").indexOf(sought);
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + sought.length);
      return;
    }
    throw new Error(`“${sought}” is not on the page`);
  }, words);
}

/** What is painted under a name of the style sheet, in the order of the text. */
function painted(program: Program, name: string): Promise<string[]> {
  return program.page.evaluate((sought) => {
    const pieces = [...(CSS.highlights.get(sought) ?? [])];
    return pieces.map((piece) =>
      (piece.startContainer.textContent ?? "").slice(
        piece.startOffset,
        piece.endOffset,
      ),
    );
  }, name);
}

/** The texts of the files that are there. */
async function annotationFiles(program: Program): Promise<string[]> {
  const folder = join(program.library, "annotations", ITEM);
  return [...(await textsIn(folder)).values()];
}

/** Waits until so many files are there: a moment ago there may have been more. */
async function hasFiles(program: Program, count: number): Promise<void> {
  await expect.poll(() => annotationFiles(program)).toHaveLength(count);
}
