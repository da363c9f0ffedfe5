import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures";
import { Screens } from "../pages/screens";
import { isIndexed } from "../pages/search-index";

test("a broken note file is named, left as it is, and the other notes work", async ({
  program,
}) => {
  await mkdir(join(program.library, "notes"), { recursive: true });
  const broken = "---\ntitle: [unclosed\n---\nStill my words.\n";
  await writeFile(join(program.library, "notes", "broken.md"), broken);
  await writeFile(
    join(program.library, "notes", "fine.md"),
    "# A fine note\n\nText.\n",
  );
  const screens = new Screens(await program.start());
  await expect(program.page.getByTestId("problems")).toContainText("broken.md");
  await screens.go("Notes", "notes");
  await expect(program.page.locator("[data-note]")).toHaveCount(1);
  expect(
    await readFile(join(program.library, "notes", "broken.md"), "utf8"),
  ).toBe(broken);

  // So is a kept search of a newer program, once the kept searches are asked for.
  const kept = join(program.library, "searches", `s_${"0".repeat(26)}.json`);
  await mkdir(join(program.library, "searches"));
  await writeFile(kept, JSON.stringify({ v: 2, name: "Later" }));
  await screens.go("Search", "search");
  await expect(program.page.getByTestId("problems")).toContainText(
    `searches/s_${"0".repeat(26)}.json`,
  );
});

test("a broken log line is set aside and told, and every other review counts", async ({
  program,
}) => {
  let screens = new Screens(await program.start());
  await screens.go("Study", "study");
  const answer = async (rating: string): Promise<void> => {
    await program.page.getByTestId("study-question").waitFor();
    await program.page.keyboard.press("Space");
    await expect(program.page.getByTestId("study-answer")).toBeVisible();
    await program.page.keyboard.press(rating);
    await expect(program.page.getByTestId("study-answer")).toBeHidden();
  };
  for (let round = 0; round < 3; round += 1) await answer("3");
  await program.kill();
  const reviews = join(program.library, "reviews");
  // Of two, when a month ended meanwhile, the first.
  const [name = ""] = (await readdir(reviews, { recursive: true }))
    .filter((each) => each.endsWith("-0001.jsonl"))
    .sort();
  const segment = join(reviews, name);
  const lines = (await readFile(segment, "utf8")).split("\n");
  lines[0] = `${lines[0]?.slice(0, 40)}\u0000broken`;
  await writeFile(segment, lines.join("\n"));
  screens = new Screens(await program.start());
  await expect(program.page.getByTestId("problems")).toBeVisible();
  await screens.go("Study", "study");
  await answer("4");
  expect(await readFile(segment, "utf8"), "nothing was rewritten").toContain(
    lines.join("\n").trimEnd(),
  );
});

test("a library folder that cannot be written is said, and reading and searching go on", async ({
  program,
}) => {
  await mkdir(program.folder, { recursive: true });
  const file = join(program.folder, "a-file");
  await writeFile(file, "not a folder");
  const screens = new Screens(
    await program.start({ library: join(file, "library") }),
  );
  await expect(program.page.getByTestId("problems")).toBeVisible();
  await isIndexed(program.page);
  const palette = await screens.search("premature");
  await expect(palette.locator("[data-hit=passage]").first()).toBeVisible();
  await program.page.keyboard.press("Enter");
  await screens.screen("reader").waitFor();
  expect(await readFile(file, "utf8")).toBe("not a folder");
});

test("a library of a newer version is not touched", async ({ program }) => {
  await mkdir(program.library, { recursive: true });
  const marker = JSON.stringify({
    format: "aide-memoire",
    version: 9,
    minReader: 9,
    id: "x",
  });
  await writeFile(join(program.library, "aide.json"), marker);
  await program.start();
  await expect(program.page.getByTestId("problems")).toContainText(/newer/u);
  expect(await readFile(join(program.library, "aide.json"), "utf8")).toBe(
    marker,
  );
});

test("a damaged search index is built anew", async ({ program }) => {
  let screens = new Screens(await program.start());
  await isIndexed(program.page);
  let palette = await screens.search("premature");
  await expect(palette.locator("[data-hit=passage]").first()).toBeVisible();
  await program.kill();
  await writeFile(
    join(program.userData, "search", "index.sqlite3"),
    "not a database at all",
  );
  await mkdir(join(program.userData, "search", "index.sqlite3.lock"), {
    recursive: true,
  });
  screens = new Screens(await program.start());
  palette = await screens.search("premature");
  await expect(palette.locator("[data-hit=passage]").first()).toBeVisible();
});
