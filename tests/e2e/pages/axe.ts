import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What a theme can break: everything else is the same in each of them. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];
const OTHER_THEMES = ["sepia", "dark"] as const;

/** Looks at the page as it is, with every rule. */
export async function axeFindsNothing(page: Page, name = ""): Promise<void> {
  await look(page, name, new AxeBuilder({ page }));
}

/** Looks at the page with every rule in the light theme and with those on colour in the others; it is light afterwards. */
export async function axeFindsNothingInAnyTheme(
  page: Page,
  name: string,
): Promise<void> {
  await putOn(page, "light");
  await axeFindsNothing(page, `${name}, light`);
  for (const theme of OTHER_THEMES) {
    await putOn(page, theme);
    const builder = new AxeBuilder({ page }).withRules(COLOUR_RULES);
    await look(page, `${name}, ${theme}`, builder);
  }
  await putOn(page, "light");
}

async function look(
  page: Page,
  name: string,
  builder: AxeBuilder,
): Promise<void> {
  await atRest(page);
  const found = await builder.setLegacyMode().analyze();
  expect(
    found.violations.map(({ id, nodes }) => [
      name,
      id,
      nodes.map((node) => node.html.slice(0, 160)),
    ]),
  ).toEqual([]);
}

/** Colours that still pass from those of one theme to the other are none that anybody reads. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

async function putOn(
  page: Page,
  theme: "light" | (typeof OTHER_THEMES)[number],
): Promise<void> {
  await page.evaluate(
    (chosen) => window.aide.request("settings/set", { theme: chosen }),
    theme,
  );
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
}
