import type { PrintingState } from "#bridge/contract/printing";
import type { Failure } from "#domain/failure";
import { fail, ok, type Result } from "#domain/result";
import { app, BrowserWindow, type WebContents } from "electron";
import { START_PAGE } from "./own-page";

/** What is printed, and by which page. */
export interface PrintOptions {
  readonly preload: string;
  readonly item: string;
  readonly withAnnotations: boolean;
}

/** A page that tells nothing for so long will tell nothing any more. */
const SILENT_MS = 60_000;
/** Where paper is measured in inches, sheets are letters. */
const LETTER_COUNTRIES: ReadonlySet<string> = new Set(["US", "CA", "MX", "PH"]);
const INCH_MM = 25.4;
const MARGINS = {
  top: 22 / INCH_MM,
  bottom: 20 / INCH_MM,
  left: 22 / INCH_MM,
  right: 22 / INCH_MM,
};
/**
 * What stands over and under each page. The title is the document's, put there by Chromium as text: no word of an item
 * ever becomes part of these.
 */
const LINE =
  "box-sizing: border-box; width: 100%; padding: 0 22mm; color: #555; font: 7.5pt sans-serif";
const HEADER = `<div style="${LINE}; overflow: hidden; white-space: nowrap; text-overflow: ellipsis"><span class="title"></span></div>`;
const FOOTER = `<div style="${LINE}; text-align: center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>`;

type Ended = Result<null, Failure> | "cancelled";

/**
 * Lays an item out whole, in a window of its own that is not shown, and gives it to the printer or makes a PDF of it.
 * One at a time; what takes long can be given up.
 */
export class ItemPrinter {
  readonly #onChange: () => void;
  #state: PrintingState = { stage: "idle", share: 0 };
  #job = 0;
  #end: ((how: Ended) => void) | undefined;
  #watch: NodeJS.Timeout | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get state(): PrintingState {
    return this.#state;
  }

  /** The bytes of the PDF; `null` when it was given up. */
  pdf(options: PrintOptions): Promise<Result<Uint8Array | null>> {
    return this.#withPage<Uint8Array | null>(options, null, (contents) =>
      contents.printToPDF({
        pageSize: pageSize(),
        margins: MARGINS,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: HEADER,
        footerTemplate: FOOTER,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
    );
  }

  /** Opens the system's dialog; `false` when it was cancelled. */
  print(options: PrintOptions): Promise<Result<boolean>> {
    return this.#withPage<boolean>(
      options,
      false,
      (contents) =>
        new Promise((done, refuse) =>
          contents.print(
            { pageSize: pageSize(), printBackground: true },
            (isPrinted, reason) => {
              if (isPrinted || /cancel/iu.test(reason)) done(isPrinted);
              else refuse(new Error(reason));
            },
          ),
        ),
    );
  }

  cancel(): void {
    this.#end?.("cancelled");
  }

  laidOut(job: number, share: number): void {
    if (job !== this.#job || this.#state.stage !== "laying-out") return;
    this.#change({ stage: "laying-out", share });
    this.#expectNews();
    if (share === 1) this.#end?.(ok(null));
  }

  gaveUp(job: number, detail: string): void {
    if (job === this.#job) this.#end?.(failed(detail));
  }

  async #withPage<Value>(
    options: PrintOptions,
    whenCancelled: Value,
    use: (contents: WebContents) => Promise<Value>,
  ): Promise<Result<Value>> {
    if (this.#state.stage !== "idle")
      return failed("another item is being printed");
    this.#job += 1;
    this.#change({ stage: "laying-out", share: 0 });
    const window = hiddenWindow(options.preload);
    try {
      const laidOut = await this.#until((end) => {
        window.webContents.once("render-process-gone", (_event, { reason }) =>
          end(failed(`the page ended (${reason})`)),
        );
        window
          .loadURL(addressOf(options, this.#job))
          .catch((error: unknown) => end(failed(String(error))));
      });
      if (laidOut === "cancelled") return ok(whenCancelled);
      if (!laidOut.ok) return laidOut;
      clearTimeout(this.#watch);
      this.#change({ stage: "writing", share: 1 });
      let value = whenCancelled;
      const used = await this.#until((end) => {
        use(window.webContents).then(
          (made) => {
            value = made;
            end(ok(null));
          },
          (error: unknown) =>
            end(failed(error instanceof Error ? error.message : String(error))),
        );
      });
      return used === "cancelled" || used.ok ? ok(value) : used;
    } finally {
      clearTimeout(this.#watch);
      this.#end = undefined;
      window.destroy();
      this.#change({ stage: "idle", share: 0 });
    }
  }

  #until(begin: (end: (how: Ended) => void) => void): Promise<Ended> {
    return new Promise((done) => {
      this.#end = done;
      this.#expectNews();
      begin(done);
    });
  }

  /** Only while the page is laid out: how long a printer or a disk takes, nobody knows. */
  #expectNews(): void {
    clearTimeout(this.#watch);
    if (this.#state.stage === "laying-out")
      this.#watch = setTimeout(
        () => this.#end?.(failed("the page does not answer")),
        SILENT_MS,
      );
  }

  #change(state: PrintingState): void {
    this.#state = state;
    this.#onChange();
  }
}

function failed(detail: string): Result<never, Failure> {
  return fail({ code: "print-failed", detail });
}

function addressOf(
  { item, withAnnotations }: PrintOptions,
  job: number,
): string {
  const address = new URL(START_PAGE);
  address.searchParams.set("print", item);
  address.searchParams.set("job", String(job));
  if (withAnnotations) address.searchParams.set("annotations", "");
  return address.href;
}

/** As closed as the main window; it works at full speed although nobody sees it. */
function hiddenWindow(preload: string): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      backgroundThrottling: false,
    },
  });
}

function pageSize(): "Letter" | "A4" {
  return LETTER_COUNTRIES.has(app.getLocaleCountryCode()) ? "Letter" : "A4";
}
