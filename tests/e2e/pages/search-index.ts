import { expect, type Page } from "@playwright/test";

interface Answer {
  readonly index: { readonly state: string };
  readonly groups: readonly unknown[];
}

async function answerTo(page: Page, text: string): Promise<Answer | undefined> {
  const reply = await page.evaluate(
    (query) =>
      window.aide.request("search/query", {
        text: query,
        any: false,
        aliases: false,
        limit: 1,
      }),
    text,
  );
  return (reply as { value?: Answer }).value;
}

/** Waits until everything can be found: what is found before that may be of another kind, or stand elsewhere in the list. */
export async function isIndexed(page: Page): Promise<void> {
  await expect
    .poll(async () => (await answerTo(page, "legitimacy"))?.index.state)
    .toBe("ready");
}

/** Waits until a text is found that came in a moment ago. */
export async function isFound(page: Page, text: string): Promise<void> {
  await expect
    .poll(async () => (await answerTo(page, text))?.groups.length)
    .toBeGreaterThan(0);
}
