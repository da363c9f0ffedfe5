import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { Screens } from "../pages/screens";
import { isIndexed } from "../pages/search-index";

test("ten cards are reviewed, one answer is taken back, and a kill loses nothing", async ({
  program,
}) => {
  let screens = new Screens(await program.start());
  await screens.go("Study", "study");
  const question = () => program.page.getByTestId("study-question");
  const answered: string[] = [];
  for (let round = 0; round < 10; round += 1) {
    const card = (await question().getAttribute("data-card")) ?? "";
    await program.page.keyboard.press("Space");
    await expect(program.page.getByTestId("study-answer")).toBeVisible();
    await program.page.keyboard.press(String((round % 4) + 1));
    await expect(program.page.getByTestId("study-answer")).toBeHidden();
    answered.push(card);
    expect(
      (await program.logLines()).length,
      "a shown next card means the review is on the disk",
    ).toBe(round + 1);
  }
  await program.page.keyboard.press("u");
  await expect(question()).toHaveAttribute("data-card", answered[9] ?? "");
  expect(await program.logLines()).toHaveLength(11);

  screens = new Screens(await program.killAndRestart());
  await screens.go("Study", "study");
  const lines = (await program.logLines()).map(
    (line) => JSON.parse(line) as { k: string; card?: string; n: number },
  );
  expect(lines.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(
    lines.filter(({ k }) => k === "review").map(({ card }) => card),
  ).toEqual(answered);
  await expect(program.page.getByTestId("study-undo")).toBeEnabled();
  await program.page.keyboard.press("u");
  await expect(question()).toHaveAttribute("data-card", answered[8] ?? "");
});

test("the answer opens its passage, going back returns to the same open card, and it is found among all cards", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.go("Study", "study");
  const card = await program.page
    .getByTestId("study-question")
    .getAttribute("data-card");
  await program.page.keyboard.press("Space");
  const quoted = await program.page
    .locator("[data-testid=study-answer] mark")
    .first()
    .textContent();
  await program.page.keyboard.press("o");
  await screens.screen("reader").waitFor();
  await expect(screens.lit).toBeInViewport();
  await expect.poll(() => screens.litText()).toBe(quoted);
  await program.page.keyboard.press("Alt+ArrowLeft");
  await expect(program.page.getByTestId("study-question")).toHaveAttribute(
    "data-card",
    card ?? "",
  );
  await expect(program.page.getByTestId("study-answer")).toBeVisible();
  await program.page.keyboard.press("3");
  await expect(program.page.getByTestId("study-answer")).toBeHidden();

  await program.page.keyboard.press("b");
  await screens.screen("cards").waitFor();
  const detail = program.page.getByTestId("card-detail");
  // The card that was answered is the only one with a due date: it stands first.
  await expect(detail).toHaveAttribute("data-card", card ?? "");
  await expect(detail.getByTestId("card-history")).toContainText("Good");
  await program.page.getByTestId("card-list").press("ArrowDown");
  await expect(detail).not.toHaveAttribute("data-card", card ?? "");
  await program.page.keyboard.press("/");
  await program.page.keyboard.type("-due:30 nato");
  await expect(program.page.locator(`[data-card="${card}"]`)).toHaveCount(0);

  await isIndexed(program.page);
  const palette = await screens.search("kind:card partnership ");
  const hit = palette.locator("[data-hit=card]").first();
  await hit.click();
  await screens.screen("cards").waitFor();
  await expect(program.page.getByTestId("card-filter")).toHaveValue("");
  const list = program.page.getByTestId("card-list");
  await expect(list).toBeFocused();
  await expect(list.locator("[aria-selected=true]")).toBeInViewport();
  await makeCard(program.page, "Who was a zymurgist?");
  await program.page.getByTestId("card-filter").fill("zymurgist");
  const own = program.page.getByRole("option", { name: /zymurgist/u });
  await own.click();
  await expect(detail).toContainText("own deck");
  await program.page.getByTestId("card-list").press("Delete");
  await expect(own).toHaveCount(0);
  await program.page.getByRole("button", { name: "Undo" }).click();
  await expect(own).toBeVisible();
  await expect(detail).toContainText("own deck");
  await program.page.keyboard.press("o");
  await screens.screen("reader").waitFor();
  await expect(screens.lit).toBeInViewport();

  // The only card of this item, and each of its two passages opens by its own button.
  await program.page
    .getByRole("button", { name: "Quiz me on this item" })
    .click();
  await expect(program.page.getByTestId("study-question")).toHaveText(
    "Who was a zymurgist?",
  );
  await program.page.keyboard.press("Space");
  const passages = program.page.getByTestId("study-open-passage");
  await expect(passages).toHaveCount(2);
  await expect(passages.filter({ hasText: "open passage" })).toHaveCount(1);
  const title = (await passages.last().textContent())?.trim() ?? "";
  await passages.last().click();
  await expect(
    screens.screen("reader").getByRole("heading", { level: 1, name: title }),
  ).toBeVisible();
  await expect(screens.lit).toBeInViewport();
  expect(program.errors).toEqual([]);
});

/** A card of the person's own, as the reader makes it of a passage. */
async function makeCard(page: Page, question: string): Promise<void> {
  await page.evaluate(async (asked) => {
    const reply = (await window.aide.request("cards/create", {
      form: "own-question",
      topic: "",
      question: asked,
      answer: "Nobody",
      explanation: "",
      evidence: ["glossary", "september-2009-episode"].map((item) => ({
        item,
        start: 0,
        end: 40,
      })),
    })) as { ok: boolean };
    if (!reply.ok) throw new Error("the card was not made");
  }, question);
}
