import { inWindow, plainRow } from "./in-window.mjs";

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

/**
 * Search on the bundled corpus, with every key of real queries as a sample: time in the search process, and from the
 * keystroke to the painted hits in the real window.
 */
export async function benchSearch({ log }) {
  return inWindow(log, async (page) => {
    await page.waitForFunction(async () => {
      const reply = await window.aide.request("search/query", {
        text: "nato",
        limit: 1,
      });
      return reply.ok && reply.value.texts.length > 0;
    });
    const typed = QUERIES.flatMap((query) =>
      [...query].map((_, index) => query.slice(0, index + 1)),
    );
    const worker = await page.evaluate(async (texts) => {
      const all = [];
      for (const text of texts) {
        const reply = await window.aide.request("search/query", {
          text,
          limit: 50,
        });
        if (reply.ok) all.push(reply.value.ms);
      }
      return all;
    }, typed);
    const painted = await paintTimes(page);
    return [
      plainRow("worker-p95@corpus", "ms", worker, 0.95, 5),
      plainRow("paint-p95@corpus", "ms", painted, 0.95, 30),
    ];
  });
}

async function paintTimes(page) {
  await page.keyboard.press("ControlOrMeta+k");
  const field = page.getByTestId("search-field");
  await field.waitFor();
  await page.evaluate(() => {
    window.benchTimes = [];
    let typedAt = 0;
    document.addEventListener("input", (e) => (typedAt = e.timeStamp), true);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntriesByName("search-painted"))
        window.benchTimes.push(entry.startTime - typedAt);
    }).observe({ type: "mark" });
  });
  const count = () => page.evaluate(() => window.benchTimes.length);
  for (const query of QUERIES) {
    await field.fill("");
    for (const letter of query) {
      const before = await count();
      await page.keyboard.type(letter);
      await page.waitForFunction(
        (known) => window.benchTimes.length > known,
        before,
      );
    }
  }
  return page.evaluate(() => window.benchTimes);
}
