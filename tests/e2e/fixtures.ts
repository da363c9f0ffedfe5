import {
  expect,
  _electron,
  test as base,
  type ElectronApplication,
  type Page,
} from "@playwright/test";
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startVirtualDisplay } from "../../scripts/virtual-display.mjs";

/** Children of a killed program may write for a moment longer. */
const REMOVED = {
  recursive: true,
  force: true,
  maxRetries: 20,
  retryDelay: 100,
} as const;
const ROOT = resolve(import.meta.dirname, "../..");
/** Milliseconds that a start may take on a machine that does much else. */
const START_MS = 120_000;
const SWITCHES = [ROOT, "--log-level=3", "--force-prefers-reduced-motion"];

/** The real program on folders of its own, which can be killed and started again on the same folders. */
export class Program {
  readonly folder: string;
  readonly library: string;
  readonly userData: string;
  /** Everything that pages printed as errors. */
  readonly errors: string[] = [];
  #app: ElectronApplication | undefined;
  #page: Page | undefined;

  constructor(folder: string) {
    this.folder = folder;
    this.library = join(folder, "library");
    this.userData = join(folder, "user-data");
  }

  get page(): Page {
    if (!this.#page) throw new Error("The program is not running");
    return this.#page;
  }

  get app(): ElectronApplication {
    if (!this.#app) throw new Error("The program is not running");
    return this.#app;
  }

  /** Starts the program and waits until the library is shown, with its items. */
  async start(
    options: {
      readonly library?: string;
      readonly env?: Record<string, string>;
      /** Files and folders on the command line. */
      readonly files?: readonly string[];
    } = {},
  ): Promise<Page> {
    this.#app = await this.#launch(options);
    const page = await this.#app.firstWindow({ timeout: START_MS });
    page.on("pageerror", (error) => this.errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
    this.#page = page;
    await page.locator("[data-screen=library] [data-id]").first().waitFor();
    return page;
  }

  #launch(
    options: {
      readonly library?: string;
      readonly env?: Record<string, string>;
      /** Files and folders on the command line. */
      readonly files?: readonly string[];
    } = {},
  ): Promise<ElectronApplication> {
    const env = {
      ...process.env,
      AIDE_USER_DATA: this.userData,
      AIDE_LIBRARY: options.library ?? this.library,
    };
    return _electron.launch({
      args: [...SWITCHES, ...(options.files ?? [])],
      cwd: ROOT,
      env: { ...(env as Record<string, string>), ...options.env },
      timeout: START_MS,
    });
  }

  /** Starts the program on new folders and kills it that many milliseconds after main began to run, shown or not. */
  async startAndKillAfter(delay: number): Promise<void> {
    this.#app = await this.#launch();
    await new Promise((done) => setTimeout(done, delay));
    await this.kill();
  }

  /** Removes the program's folders: the next start is the first. */
  async forget(): Promise<void> {
    await rm(this.folder, REMOVED);
    await mkdir(this.folder, { recursive: true });
  }

  /** Starts the program once more with files, as "open with" does while it runs; the second one gives way. */
  async startAgain(files: readonly string[]): Promise<void> {
    const executable = this.app.process().spawnfile;
    const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const child = spawn(executable, [...SWITCHES, ...sandbox, ...files], {
      env: {
        ...process.env,
        AIDE_USER_DATA: this.userData,
        AIDE_LIBRARY: this.library,
      },
      stdio: "ignore",
    });
    await new Promise((done) => child.once("exit", done));
  }

  /** Ends the main process as a crash would, without a word. */
  async kill(): Promise<void> {
    const ended = this.#ended();
    this.app.process().kill("SIGKILL");
    await ended;
    this.#forgetApp();
  }

  /**
   * Runs an act that ends in the death of the main process by a signal of its own (`pages/moments.ts`), and waits for
   * that. What the act still asks of the page when the page goes is no failure.
   */
  async diesOf(act: () => Promise<unknown>): Promise<void> {
    const ended = this.#ended();
    const acted = act().catch((error: unknown) => {
      if (!/closed|crashed|destroyed|disconnected/iu.test(String(error)))
        throw error;
    });
    await Promise.all([ended, acted]);
    this.#forgetApp();
  }

  #ended(): Promise<unknown> {
    const child = this.app.process();
    if (child.exitCode !== null || child.signalCode !== null)
      return Promise.resolve();
    return new Promise((done) => child.once("exit", done));
  }

  #forgetApp(): void {
    this.#app = undefined;
    this.#page = undefined;
  }

  async killAndRestart(): Promise<Page> {
    await this.kill();
    return this.start();
  }

  async close(): Promise<void> {
    await this.#app?.close();
    this.#forgetApp();
  }

  /** Gives the window another size of its content, in CSS pixels, and waits until the page is as wide. */
  async resize(width: number, height: number): Promise<void> {
    await this.app.evaluate(
      ({ BrowserWindow }, size) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]),
      [width, height] as const,
    );
    await this.page.waitForFunction((wide) => innerWidth === wide, width);
  }

  /** The text on the clipboard. Electron now and then loses the promise of such a question: then it is asked again. */
  async clipboard(): Promise<string> {
    for (let left = 5; ; left -= 1) {
      try {
        return await this.app.evaluate(({ clipboard }) => clipboard.readText());
      } catch (error) {
        if (left === 0 || !String(error).includes("garbage collected"))
          throw error;
      }
    }
  }

  /** The text on the clipboard once it is what is expected: what a page copies gets there a moment later. */
  async copied(expected: string | RegExp): Promise<string> {
    await expect.poll(() => this.clipboard()).toMatch(expected);
    return this.clipboard();
  }

  /** What the person prefers, as it is on the disk. */
  async settings(): Promise<unknown> {
    const text = await readFile(join(this.userData, "settings.json"), "utf8");
    return (JSON.parse(text) as { settings: unknown }).settings;
  }

  /** All lines of all review logs. */
  async logLines(): Promise<string[]> {
    const reviews = join(this.library, "reviews");
    // In the order of their months.
    const names = (await readdir(reviews, { recursive: true }))
      .filter((name) => name.endsWith(".jsonl"))
      .sort();
    const texts = await Promise.all(
      names.map((name) => readFile(join(reviews, name), "utf8")),
    );
    return texts
      .flatMap((text) => text.split("\n"))
      .filter((line) => line !== "");
  }

  /** Names and texts of all note files. */
  noteFiles(): Promise<Map<string, string>> {
    return textsIn(join(this.library, "notes"));
  }

  /** Names and texts of what was typed in notes and is not saved. */
  draftFiles(): Promise<Map<string, string>> {
    return textsIn(join(this.userData, "drafts"));
  }
}

/**
 * Names and texts of the files of a folder, which need not be there. The program may rename or remove one between its
 * being listed and being read: then it is none of them. Temporary files are none either.
 */
export async function textsIn(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder).catch(unlessGone)) ?? [];
  const read = names
    .filter((name) => !name.startsWith("."))
    .map(async (name) => {
      const text = await readFile(join(folder, name), "utf8").catch(unlessGone);
      return text === undefined ? [] : [[name, text] as const];
    });
  return new Map((await Promise.all(read)).flat());
}

function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

/**
 * On one display the windows of two workers take the focus, the mouse and the clipboard from each other. Where it is a
 * virtual one, each worker has one of its own.
 */
export const test = base.extend<
  { program: Program },
  { display: string | undefined }
>({
  display: [
    async ({}, use) => {
      if (process.env["AIDE_DISPLAY_EACH"] !== "1") return use(undefined);
      const { display, stop } = await startVirtualDisplay();
      process.env["DISPLAY"] = display;
      await use(display);
      stop();
    },
    { scope: "worker", auto: true },
  ],
  program: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "aide-memoire-e2e-"));
    const program = new Program(folder);
    await use(program);
    await program.close();
    await rm(folder, REMOVED);
  },
});

export { expect } from "@playwright/test";
