import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures";
import { Screens } from "../pages/screens";

test("a note is written on a selected passage, survives a kill and leads back to it", async ({
  program,
}) => {
  let screens = new Screens(await program.start());
  await screens.read("september-2009-episode");
  const exact = await program.page.evaluate(() => {
    const paragraph = [
      ...document.querySelectorAll("[data-screen=reader] p[data-start]"),
    ].find((node) => (node.textContent ?? "").length > 120);
    if (!paragraph) throw new Error("no paragraph");
    getSelection()?.selectAllChildren(paragraph);
    return (paragraph.textContent ?? "").trim();
  });
  await screens.hasSelected();
  await program.page.keyboard.press("n");
  await screens.screen("notes").waitFor();
  await expect(program.page.getByTestId("note-body")).toHaveValue(
    new RegExp(escapeRegExp(exact.slice(0, 60)), "u"),
  );
  await program.page.getByTestId("note-body").press("ControlOrMeta+End");
  await program.page.keyboard.type("My thought on it.");
  await expect(program.page.getByTestId("note-status")).toHaveText("Saved");

  screens = new Screens(await program.killAndRestart());
  const files = [...(await program.noteFiles()).values()];
  expect(files).toHaveLength(1);
  expect(files[0]).toContain("My thought on it.");
  expect(files[0]).toContain("TextQuoteSelector");
  await screens.go("Notes", "notes");
  await program.page.locator("[data-note]").first().click();
  await expect(program.page.getByTestId("note-body")).toHaveValue(
    /My thought on it\./u,
  );
  await program.page
    .getByTestId("note-passage")
    .getByRole("button", { name: "Open passage" })
    .click();
  await screens.screen("reader").waitFor();
  await expect(screens.lit).toBeInViewport();
  await expect.poll(async () => (await screens.litText()).trim()).toBe(exact);
});

test("typing that was not saved yet is found again after a kill", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.go("Notes", "notes");
  await program.page.getByTestId("new-note").click();
  await program.page.getByTestId("note-body").fill("First words.");
  await expect(program.page.getByTestId("note-status")).toHaveText("Saved");
  await program.page.getByTestId("note-body").press("ControlOrMeta+End");
  // One types on until the typing is in the journal: as long as one types, the note itself is not saved.
  await program.page.keyboard.type(" And more");
  const isKept = async (): Promise<boolean> =>
    [...(await program.draftFiles()).values()].some((text) =>
      text.includes("First words. And more"),
    );
  while (!(await isKept())) await program.page.keyboard.type(" and more");
  await program.kill();
  const again = new Screens(await program.start());
  await again.go("Notes", "notes");
  await program.page.locator("[data-note]").first().click();
  await expect(program.page.getByTestId("note-body")).toHaveValue(
    /^First words\. And more/u,
  );
});

test("a note goes to the trash and comes back by undo", async ({ program }) => {
  const screens = new Screens(await program.start());
  await screens.go("Notes", "notes");
  await program.page.getByTestId("new-note").click();
  await program.page.getByTestId("note-title").fill("To be thrown away");
  await expect(program.page.getByTestId("note-status")).toHaveText("Saved");
  await program.page.getByRole("button", { name: "Move to trash" }).click();
  await expect(program.page.locator("[data-note]")).toHaveCount(0);
  expect((await program.noteFiles()).size).toBe(0);
  await program.page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(program.page.locator("[data-note]")).toHaveCount(1);
  await expect(program.page.getByTestId("note-title")).toHaveValue(
    "To be thrown away",
  );
});

test("a note that another editor changed meanwhile is kept beside ours", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.go("Notes", "notes");
  await program.page.getByTestId("new-note").click();
  await program.page.getByTestId("note-body").fill("Ours, first.");
  await expect(program.page.getByTestId("note-status")).toHaveText("Saved");
  const [[name, text] = ["", ""]] = [...(await program.noteFiles())];
  await writeFile(
    join(program.library, "notes", name),
    text.replace("Ours, first.", "Theirs."),
  );
  await program.page.getByTestId("note-body").fill("Ours, second.");
  await expect(
    program.page.getByText(/had been changed elsewhere/u),
  ).toBeVisible();
  const texts = async (): Promise<string> =>
    [...(await program.noteFiles()).values()].join("\n");
  await expect.poll(texts).toContain("Ours, second.");
  await expect.poll(texts).toContain("Theirs.");
});

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}
