import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test, type Program } from "../fixtures";
import { axeFindsNothingInAnyTheme } from "../pages/axe";
import { ImportPage } from "../pages/import-page";
import { LibraryPage } from "../pages/library-page";
import { holdImport, killOnceImported } from "../pages/moments";
import { Screens } from "../pages/screens";

async function write(
  program: Program,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string[]> {
  const folder = join(program.folder, "brought");
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, name), content);
  return Object.keys(files).map((name) => join(folder, name));
}

const ARTICLE = `# The council and the letter

By Ada Example

The council met on 10 September 2009 and said nothing of the letter. ${"It had been read by all of them. ".repeat(20)}
`;
const PAGE = `<!doctype html><html lang="en"><head><title>A page about a pact</title></head><body><article><h1>A page about a pact</h1>${"<p>The pact was signed by five of the seven, and two waited for a better day to come.</p>".repeat(8)}</article></body></html>`;

test("files that are dropped come in, are told of one by one, and open from the report", async ({
  program,
}) => {
  const page = await program.start();
  const importing = new ImportPage(page);
  const paths = await write(program, {
    "letter.md": ARTICLE,
    "page.html": PAGE,
    "again.md": ARTICLE,
    "empty.bin": new Uint8Array([0, 1, 2, 3, 254, 255, 0, 0, 7, 9]),
  });
  await importing.drop(paths);
  await importing.isDone();
  await expect(importing.panel).toContainText("Import finished");
  await expect(importing.panel).toContainText(
    "2 items imported, 1 duplicate, 1 file refused",
  );
  await expect(page.getByTestId("import-announcement")).toContainText(
    "Import finished: 2 items imported, 1 duplicate, 1 file refused.",
  );
  await expect(importing.file("again.md")).toContainText(
    "In the library already",
  );
  await expect(importing.file("empty.bin")).toContainText(
    /“empty\.bin” is not a kind of file that can be read.*Save it as/u,
  );
  const library = new LibraryPage(page);
  await library.has(20);
  expect(
    await library.part(/^All items/u).textContent(),
    "both counts come at once",
  ).toMatch(/20$/u);

  await importing.panel.getByRole("button", { name: "Copy report" }).click();
  const report = await program.copied(
    "2 items imported, 1 duplicate, 1 file refused",
  );
  expect(report).toMatch(/Refused\n- .*empty\.bin: /u);
  expect(report).toContain("The council and the letter");

  await importing
    .file("letter.md")
    .getByRole("button", { name: /^Open/u })
    .click();
  const reader = new Screens(page).screen("reader");
  await expect(reader.locator("h2").first()).toHaveText(
    "The council and the letter",
  );
  await page.keyboard.press("Escape");
  await expect(importing.panel, "the report is still there").toBeVisible();
  await importing.putAway();
  expect(program.errors).toEqual([]);
});

test("while files are dragged over the window, it says what will happen", async ({
  program,
}) => {
  const page = await program.start();
  const over = (name: string): Promise<boolean> =>
    page.evaluate((type) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["text"], "a.txt"));
      return document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
      );
    }, name);
  await over("dragenter");
  await expect(page.getByTestId("drop-overlay")).toContainText(
    "Drop to import",
  );
  await over("dragleave");
  await expect(page.getByTestId("drop-overlay")).toHaveCount(0);
});

test("what is pasted outside a field becomes an item after a yes, with its structure", async ({
  program,
}) => {
  const page = await program.start();
  const importing = new ImportPage(page);
  const library = new LibraryPage(page);
  await library.list.focus();
  await page.evaluate((html) => {
    const put = (event: ClipboardEvent): void => {
      event.clipboardData?.setData("text/html", html);
      event.clipboardData?.setData("text/plain", "plain");
      event.preventDefault();
    };
    document.addEventListener("copy", put, { once: true });
    document.execCommand("copy");
  }, PAGE);
  await page.keyboard.press("ControlOrMeta+v");
  const dialog = page.getByTestId("paste-dialog");
  await expect(dialog).toContainText("plain");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await library.has(18);

  await page.keyboard.press("ControlOrMeta+v");
  await expect(
    page.getByRole("heading", { name: "Import the pasted text as an item?" }),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await importing.isDone();
  await library.has(19);
  await importing.panel.getByRole("button", { name: /^Open/u }).click();
  await expect(
    page.locator("[data-screen=reader] p[data-start]").first(),
  ).toContainText("The pact was signed by five of the seven");

  await page.keyboard.press("Escape");
  await library.filter.focus();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(library.filter, "a field takes its paste itself").toHaveValue(
    "plain",
  );
  await expect(dialog).toHaveCount(0);
});

test("an import is paused, goes on while other screens are shown, and is cancelled with what is whole kept", async ({
  program,
}) => {
  const page = await program.start();
  const importing = new ImportPage(page);
  const library = new LibraryPage(page);
  const paths = await write(
    program,
    Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [
        `text ${index}.md`,
        `# Text number ${index}\n\n${`Something of ${index}. `.repeat(400)}`,
      ]),
    ),
  );
  const imports = await holdImport(program, 3);
  await importing.drop(paths);
  await expect(importing.panel).toContainText("Importing 3 of");
  await importing.panel.getByRole("button", { name: "Pause" }).click();
  await expect(importing.panel).toHaveAttribute("data-state", "paused");
  await new Screens(page).go("Notes", "notes");
  await new Screens(page).go("Library", "library");
  await expect(importing.panel).toContainText("Paused at");
  await importing.panel.getByRole("button", { name: "Resume" }).click();
  await expect(importing.panel).toHaveAttribute("data-state", "running");
  await importing.panel.getByRole("button", { name: "Cancel" }).click();
  await imports.letGo();
  await importing.isDone();
  await expect(importing.panel).toContainText("Import ended");
  const whole = (await readdir(join(program.library, "items"))).length;
  expect(whole).toBeGreaterThanOrEqual(3);
  expect(whole).toBeLessThan(paths.length);
  await library.has(18 + whole);
  await importing.panel.getByRole("button", { name: "Hide the files" }).click();
  await expect(importing.panel.locator("[data-file]")).toHaveCount(0);
});

test("a program killed in the middle of an import shows whole items only, and every one of them opens", async ({
  program,
}) => {
  let page = await program.start();
  const importing = new ImportPage(page);
  const paths = await write(
    program,
    Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [
        `text ${index}.html`,
        PAGE.replaceAll("A page about a pact", `Page number ${index}`),
      ]),
    ),
  );
  await program.diesOf(() =>
    Promise.all([killOnceImported(program, 4, "main"), importing.drop(paths)]),
  );
  page = await program.start();
  const library = new LibraryPage(page);
  const names = (await readdir(join(program.library, "items"))).filter(
    (name) => !name.startsWith("."),
  );
  expect(names.length).toBeGreaterThan(0);
  expect(names.length).toBeLessThan(paths.length);
  await library.has(18 + names.length);
  const opened = await page.evaluate(
    (ids) =>
      Promise.all(
        ids.map((id) => window.aide.request("library/get-item", { id })),
      ),
    names,
  );
  expect(opened.filter((reply) => !(reply as { ok: boolean }).ok)).toEqual([]);
});

const SUITES =
  process.env["AIDE_SUITES"] ??
  resolve(import.meta.dirname, "../../../../shared/suites");
const LOCKED = join(SUITES, "pdf-qpdf", "enc-R3,V2,U=view,O=view.pdf");

test("a locked PDF asks for its password, and is read with the right one", async ({
  program,
}) => {
  test.skip(
    !existsSync(LOCKED),
    "no locked PDF at hand: it is one of the suites beside the repository",
  );
  const page = await program.start();
  const importing = new ImportPage(page);
  await importing.drop([LOCKED]);
  await importing.isDone();
  const ask = async (password: string): Promise<void> => {
    await importing.panel
      .getByRole("button", { name: /^Enter password/u })
      .click();
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Read the file" }).click();
    await expect(page.getByTestId("password-dialog")).toHaveCount(0);
  };
  await expect(importing.panel).toContainText("is locked with a password");
  await ask("not this one");
  await expect(importing.panel).toContainText("is locked with a password");
  await ask("view");
  await expect(importing.panel.locator("[data-state=imported]")).toHaveCount(1);
  await expect(importing.panel).toContainText("1 item imported");

  // The parsed form is a cache: without it the original is read again, which needs the password again.
  await program.close();
  await rm(join(program.userData, "parsed"), { recursive: true });
  const again = await program.start();
  const library = new LibraryPage(again);
  await library.has(19);
  await library.choose(/enc-R3/u);
  await again.keyboard.press("Enter");
  const unlock = again.getByTestId("unlock");
  await unlock.getByLabel("Password").fill("not this one");
  await again.keyboard.press("Enter");
  await expect(unlock).toContainText("does not open it");
  await axeFindsNothingInAnyTheme(again, "unlock form");
  await unlock.getByLabel("Password").fill("view");
  await unlock.getByRole("button", { name: "Read it" }).click();
  await expect(unlock).toHaveCount(0);
  await expect(new Screens(again).screen("reader")).toContainText("Potato");
});
