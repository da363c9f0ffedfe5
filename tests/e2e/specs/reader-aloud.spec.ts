import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { axeFindsNothing } from "../pages/axe";
import { openBook, startWithBook } from "../pages/reading";
import { Screens } from "../pages/screens";

const ITEM = "september-2009-episode";

/** What the voice of the test was told, and how a test lets it come to the end of a sentence. */
interface Said {
  readonly words: string[];
  readonly rates: number[];
  end(): void;
  /** Another text takes the voice. */
  interrupt(): void;
}
declare global {
  interface Window {
    said: Said;
  }
}

/** Gives the page voices: one that speaks offline in English, one offline in German, one only through the network. */
async function giveVoices(page: Page): Promise<void> {
  await page.evaluate(() => {
    class Utterance {
      readonly text: string;
      rate = 1;
      lang = "";
      voice: { name: string } | null = null;
      onend: (() => void) | null = null;
      onerror: ((event: { error: string }) => void) | null = null;
      constructor(text: string) {
        this.text = text;
      }
    }
    let present: Utterance | undefined;
    const said: Said = {
      words: [],
      rates: [],
      end: () => {
        const ended = present;
        present = undefined;
        ended?.onend?.();
      },
      interrupt: () => present?.onerror?.({ error: "interrupted" }),
    };
    const voices = [
      ["far", "en-GB", false],
      ["near", "en-GB", true],
      ["deutsch", "de-DE", true],
    ].map(([name, lang, localService]) => ({
      voiceURI: name,
      name,
      lang,
      localService,
      default: false,
    }));
    const synthesis = {
      getVoices: () => voices,
      speak: (utterance: Utterance) => {
        if (utterance.voice?.name !== "near") throw new Error("another voice");
        present = utterance;
        said.words.push(utterance.text);
        said.rates.push(utterance.rate);
      },
      cancel: () => (present = undefined),
      addEventListener: () => undefined,
    };
    Object.assign(window, { said });
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    Object.defineProperty(window, "SpeechSynthesisUtterance", {
      value: Utterance,
    });
  });
}

const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => window.said.words);
/** The letters that are lit as being said. */
const litWords = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...(CSS.highlights.get("aide-aloud") ?? [])]
      .map((piece) => {
        const range = document.createRange();
        range.setStart(piece.startContainer, piece.startOffset);
        range.setEnd(piece.endContainer, piece.endOffset);
        return String(range);
      })
      .join(""),
  );

test("a text is read aloud sentence by sentence by an offline voice, lit, with pause, steps, speed and end", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read(ITEM);
  const { page } = program;
  await giveVoices(page);
  await page.getByTestId("reader-scroll").focus();
  await page.keyboard.press("r");
  const bar = page.getByRole("toolbar", { name: "Reading aloud" });
  await bar.waitFor();
  await expect.poll(() => said(page)).toHaveLength(1);
  const first = (await said(page))[0] ?? "";
  await expect.poll(() => litWords(page)).toBe(first);

  await page.evaluate(() => window.said.end());
  await expect.poll(() => said(page)).toHaveLength(2);
  const second = (await said(page))[1] ?? "";
  await expect.poll(() => litWords(page)).toBe(second);
  await bar.getByRole("button", { name: "Pause" }).click();
  await page.evaluate(() => window.said.end());
  expect(await said(page)).toHaveLength(2);
  await page.keyboard.press("r");
  await expect.poll(async () => (await said(page)).at(-1)).toBe(second);

  await page.keyboard.press("[");
  await expect.poll(async () => (await said(page)).at(-1)).toBe(first);
  await page.keyboard.press("]");
  await expect.poll(async () => (await said(page)).at(-1)).toBe(second);
  await bar.getByLabel("Speed").selectOption("1.5");
  await expect
    .poll(() => page.evaluate(() => window.said.rates.at(-1)))
    .toBe(1.5);
  expect((await said(page)).at(-1)).toBe(second);
  await page.evaluate(() => window.said.interrupt());
  await expect(bar.getByRole("button", { name: "Go on" })).toBeVisible();
  await expect(page.locator(".trouble")).toHaveCount(0);
  await axeFindsNothing(page);
  await page.getByTestId("reader-scroll").focus();
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
  await expect(screens.screen("reader")).toBeVisible();
  await expect.poll(() => litWords(page)).toBe("");
  expect(program.errors).toEqual([]);
});

test("reading aloud goes on through a long book, over what was not on the page", async ({
  program,
}) => {
  const page = await startWithBook(program, 60_000);
  await openBook(page);
  await giveVoices(page);
  await page.getByTestId("reader-scroll").focus();
  await page.keyboard.press("r");
  await expect.poll(() => said(page)).toHaveLength(1);
  const sentences = 160;
  for (let count = 1; count < sentences; count += 1) {
    await page.evaluate(() => window.said.end());
    await expect.poll(() => said(page)).toHaveLength(count + 1);
  }
  const last = (await said(page)).at(-1) ?? "";
  await expect.poll(() => litWords(page)).toBe(last);
  const isSeen = (): Promise<boolean> =>
    page.evaluate(() => {
      const [piece] = CSS.highlights.get("aide-aloud") ?? [];
      const box = piece?.startContainer.parentElement?.getBoundingClientRect();
      return box !== undefined && box.bottom > 48 && box.top < innerHeight;
    });
  await expect.poll(isSeen).toBe(true);
  expect(program.errors).toEqual([]);
});

test("without a voice the program says so, and how to come by one", async ({
  program,
}) => {
  const screens = new Screens(await program.start());
  await screens.read(ITEM);
  const { page } = program;
  await page.evaluate(() =>
    Object.defineProperty(window, "speechSynthesis", {
      value: {
        getVoices: () => [],
        cancel: () => undefined,
        addEventListener: () => undefined,
      },
    }),
  );
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Read aloud" }).click();
  await expect(page.getByRole("status", { name: "Messages" })).toContainText(
    "no voice that speaks without the network",
  );
  await expect(
    page.getByRole("toolbar", { name: "Reading aloud" }),
  ).toHaveCount(0);
});
