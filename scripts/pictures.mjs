import { _electron } from "playwright";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { electronSwitches, prepareElectron } from "./prepare-electron.mjs";
import { writeSamples } from "./pictures/write-samples.mjs";
import { repositoryRoot } from "./repository-root.mjs";

// `npm run pictures`: drives the real program through its screens, light and dark, at two window sizes.
const SIZES = [
  [1280, 800],
  [900, 700],
];
const folder = join(repositoryRoot, "docs", "pictures");
await mkdir(folder, { recursive: true });
const prepared = await prepareElectron();
Object.assign(process.env, prepared.env);
const home = await mkdtemp(join(tmpdir(), "aide-memoire-pictures-"));

const app = await _electron.launch({
  args: [
    repositoryRoot,
    ...electronSwitches(),
    "--force-prefers-reduced-motion",
  ],
  cwd: repositoryRoot,
  env: {
    ...process.env,
    AIDE_USER_DATA: join(home, "data"),
    AIDE_LIBRARY: join(home, "library"),
  },
});
const page = await app.firstWindow();
await page.locator("[data-id]").first().waitFor();

const go = (label) =>
  page
    .getByRole("navigation", { name: "Main" })
    .getByRole("button", { name: new RegExp(`^${label}`) })
    .click();
const steps = {
  library: async () => {
    await showLibrary();
    await page.locator("[data-id]").first().click();
  },
  shelf: async () => {
    await showLibrary();
    await page.keyboard.press("ControlOrMeta+b");
    await page.getByRole("listbox", { name: "Items" }).waitFor();
    await page.locator("[data-id]").nth(2).click();
  },
  filters: async () => {
    await showLibrary();
    await page.getByRole("button", { name: /^Filters/ }).click();
    await page.getByRole("dialog", { name: "Filters" }).waitFor();
  },
  "edit-details": async () => {
    await showLibrary();
    await page.locator("[data-id]").first().click();
    await page.keyboard.press("ControlOrMeta+e");
    await page.getByTestId("edit-details").waitFor();
  },
  import: async () => {
    await showLibrary();
    await page.evaluate(
      (paths) => window.aide.request("import/add", { paths }),
      await writeSamples(join(home, `brought ${++brought}`), brought),
    );
    await page.locator("[data-testid=import-panel][data-state=done]").waitFor();
    await page.locator("[data-file][data-state=refused]").waitFor();
  },
  "reader-imported": async () => {
    await page
      .locator("[data-file='the seventh signature.html']")
      .getByRole("button", { name: /^Open/ })
      .click();
    await page.locator("[data-screen=reader] h2").first().waitFor();
  },
  reader: async () => {
    await go("Library");
    await putReportAway();
    await page.locator('[data-id="legitimacy-by-recognition"]').dblclick();
    await page.locator("[data-screen=reader] h2").first().waitFor();
  },
  beside: async () => {
    await steps.reader();
    await page.keyboard.press("ControlOrMeta+\\");
    const chooser = page.getByTestId("beside-chooser");
    await chooser.getByRole("combobox").fill("A treaty for Europe");
    await chooser.getByRole("option", { selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator("[data-side=second] h2").first().waitFor();
  },
  matrix: async () => {
    await go("Actors");
    await page.locator('[data-cell="us-mission-nato/formal-contacts"]').click();
    await page.getByTestId("evidence").waitFor();
  },
  actor: async () => {
    await go("Actors");
    await page.getByRole("tab", { name: "Actors" }).click();
    await page.locator('[data-entry="rasmussen"]').click();
  },
  study: async () => {
    await go("Study");
    await page.getByTestId("study-question").waitFor();
    await page.keyboard.press("Space");
    await page.getByTestId("study-answer").waitFor();
  },
  cards: async () => {
    await go("Study");
    await page.getByTestId("browse-cards").click();
    await page.getByTestId("card-list").locator("[data-card]").nth(4).click();
    await page.getByTestId("card-detail").waitFor();
  },
  notes: async () => {
    await go("Notes");
    if ((await page.locator("[data-note]").count()) === 0) await writeNote();
    await page.locator("[data-note]").first().click();
  },
  search: async () => {
    await go("Library");
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByTestId("search-field").fill("legitim");
    await page.locator("[data-hit=passage]").first().waitFor();
  },
  "search-page": async () => {
    await go("Search");
    await page.getByTestId("search-field").fill("Rasmussen stance:opposes ");
    await page.locator("[data-hit=position]").first().waitFor();
    await page.getByRole("region", { name: "The passage" }).waitFor();
  },
  settings: () => go("Settings"),
};

let brought = 0;

/** The library as a table, whatever was shown before. */
async function showLibrary() {
  await go("Library");
  await putReportAway();
  const table = page.getByRole("button", { name: "Show as table" });
  if ((await table.count()) > 0) await table.click();
  await page.getByRole("grid", { name: "Items" }).waitFor();
}

async function putReportAway() {
  const button = page.getByRole("button", { name: "Put the report away" });
  if ((await button.count()) > 0) await button.click();
}

async function writeNote() {
  await page.getByTestId("new-note").click();
  await page.getByTestId("note-title").fill("Seminar, question 2");
  await page
    .getByTestId("note-body")
    .fill(
      "Does recognition create legitimacy, or only record it? The mission feared the first.\n\n> judged the CSTO ineffective in most areas of its activity\n\nSet against it the **United Nations** in March 2010: no such fear, and a signature in Moscow.",
    );
  await page
    .getByTestId("note-status")
    .getByText("Saved", { exact: true })
    .waitFor();
}

for (const [width, height] of SIZES) {
  await app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()[0].setContentSize(...size),
    [width, height],
  );
  for (const theme of ["light", "dark"]) {
    await page.evaluate(
      (chosen) => window.aide.request("settings/set", { theme: chosen }),
      theme,
    );
    await page.locator(`html[data-theme=${theme}]`).waitFor();
    for (const [name, show] of Object.entries(steps)) {
      await show();
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({
        path: join(folder, `${name}-${theme}-${width}.png`),
        animations: "disabled",
      });
      await page.keyboard.press("Escape");
    }
  }
}
await app.close();
prepared.stop();
await rm(home, { recursive: true, force: true });
console.log(
  `${SIZES.length * 2 * Object.keys(steps).length} pictures in docs/pictures`,
);
