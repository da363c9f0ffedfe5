import { setTimeout } from "node:timers/promises";
import { generateLibrary } from "../generate-library.mjs";
import { inWindow, plainRow, withWindows } from "../in-window.mjs";
import { join } from "node:path";
import { makeItems, makeQueries } from "./make-passages.mjs";

const QUERIES = [
  "legitimise",
  "formal relations",
  "collective security treaty",
  '"rapid reaction" force',
  "missile defence",
  "rasmussen",
  "bordyuzha premature",
  "uzbekistan -russia",
  "consens*",
  "title:cables",
  "kyrgyz base",
  "european architecture",
  "recognition",
  "who said what",
];
const TYPED = 12;
const LONGEST_TASK_MS = 50;
const POLL_MS = 250;

/**
 * Search on the bundled collection, with every key of real queries as a sample: time in the search process, and from the
 * keystroke to the painted hits.
 */
export async function benchCorpusWindow(log) {
  return inWindow(log, async (page, app) => {
    await indexed(page);
    const typed = QUERIES.flatMap((query) =>
      [...query].map((_, index) => query.slice(0, index + 1)),
    );
    const worker = await page.evaluate(async (texts) => {
      const all = [];
      for (const text of texts) {
        // As many groups as the window asks for while one types.
        const request = { text, limit: 8 };
        const reply = await window.aide.request("search/query", request);
        if (reply.ok) all.push(reply.value.ms);
      }
      return all;
    }, typed);
    const { painted } = await paintTimes(page, app, QUERIES);
    return [
      plainRow("worker-p95@corpus", "ms", worker, 0.95, 5),
      plainRow("paint-p95@corpus", "ms", painted, 0.95, 30),
    ];
  });
}

/** From the keystroke to the painted hits in a library of so many passages, and the longest task of the window meanwhile. */
export async function benchLargeWindow(passages, goal, log) {
  const items = makeItems(passages);
  const queries = makeQueries(items, TYPED).map(({ whole }) => whole);
  return withWindows(log, async ({ home, library, open }) => {
    log(`${passages} passages: writing a library`);
    const folders = { library, data: join(home, "data") };
    await generateLibrary(folders, items.length, (n) =>
      items[n].passages.join("\n\n"),
    );
    const { app, page } = await open();
    try {
      await page.locator("[data-screen=library]").waitFor();
      log(`${passages} passages: indexing`);
      await indexed(page, items.length);
      const { painted, longest } = await paintTimes(page, app, queries);
      return [
        plainRow(`paint-p95@${passages}`, "ms", painted, 0.95, goal),
        {
          ...plainRow(
            `longest-task@${passages}`,
            "ms",
            [longest],
            1,
            LONGEST_TASK_MS,
          ),
          runs: painted.length,
        },
      ];
    } finally {
      await app.close();
    }
  });
}

/**
 * Resolves when everything is indexed, at least so many documents: before the library was gone through, the index is in order
 * with the bundled collection alone.
 */
async function indexed(page, least = 1) {
  for (;;) {
    const state = await page.evaluate(async () => {
      const reply = await window.aide.request("search/state", {});
      return reply.ok ? reply.value : undefined;
    });
    if (state?.state === "ready" && state.total >= least) return;
    await setTimeout(POLL_MS);
  }
}

/**
 * Types letter by letter, each as soon as the hits of the one before are painted. The keys come from main, where those of a
 * person come from as well: sent and waited for from outside, each took ten milliseconds of the two processors that are
 * measured.
 */
async function paintTimes(page, app, queries) {
  await page.keyboard.press("ControlOrMeta+k");
  const field = page.getByTestId("search-field");
  await field.waitFor();
  await page.evaluate(() => {
    window.benchTimes = [];
    window.benchTasks = [0];
    let typedAt = 0;
    document.addEventListener("input", (e) => (typedAt = e.timeStamp), true);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntriesByName("search-painted")) {
        window.benchTimes.push(entry.startTime - typedAt);
        window.benchPainted?.();
      }
    }).observe({ type: "mark" });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        window.benchTasks.push(duration);
    }).observe({ type: "longtask" });
  });
  for (const query of queries) {
    await field.fill("");
    await app.evaluate(async ({ BrowserWindow }, text) => {
      const [{ webContents }] = BrowserWindow.getAllWindows();
      for (const keyCode of text) {
        const painted = webContents.executeJavaScript(
          "new Promise((resolve) => (window.benchPainted = resolve))",
        );
        for (const type of ["keyDown", "char", "keyUp"])
          webContents.sendInputEvent({ type, keyCode });
        await painted;
      }
    }, query);
  }
  return page.evaluate(() => ({
    painted: window.benchTimes,
    longest: Math.max(...window.benchTasks),
  }));
}
