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

  /** Starts the program and waits until the library is shown. */
  async start(
    options: {
      readonly library?: string;
      readonly env?: Record<string, string>;
      /** Files and folders on the command line. */
      readonly files?: readonly string[];
    } = {},
  ): Promise<Page> {
    this.#app = await this.#launch(options);
    const page = await this.#app.firstWindow();
    page.on("pageerror", (error) => this.errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
    this.#page = page;
    await page.locator("[data-screen=library]").waitFor();
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
    const child = this.app.process();
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await ended;
    this.#app = undefined;
    this.#page = undefined;
  }

  async killAndRestart(): Promise<Page> {
    await this.kill();
    return this.start();
  }

  async close(): Promise<void> {
    await this.#app?.close();
    this.#app = undefined;
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

  /** All lines of all review logs. */
  async logLines(): Promise<string[]> {
    const reviews = join(this.library, "reviews");
    const names = (await readdir(reviews, { recursive: true })).filter((name) =>
      name.endsWith(".jsonl"),
    );
    const texts = await Promise.all(
      names.map((name) => readFile(join(reviews, name), "utf8")),
    );
    return texts
      .flatMap((text) => text.split("\n"))
      .filter((line) => line !== "");
  }

  /** Names and texts of all note files. */
  async noteFiles(): Promise<Map<string, string>> {
    const names = await readdir(join(this.library, "notes")).catch(() => []);
    const read = names.map(
      async (name) =>
        [
          name,
          await readFile(join(this.library, "notes", name), "utf8"),
        ] as const,
    );
    return new Map(await Promise.all(read));
  }
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
