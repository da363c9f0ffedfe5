import type { AnnotationView } from "#bridge/contract/annotations";
import type { ItemDocument } from "#bridge/contract/library";
import type { Settings } from "#bridge/contract/settings";
import { tick } from "svelte";
import { request } from "../../../app/bridge";
import { runsOf, type BlockRun } from "../block-runs";
import { ReaderSession } from "../reader-session.svelte";

/** So many runs are made in one go; between them the progress is told. */
const RUNS_AT_ONCE = 40;
/** Of the way to paper: what making the runs is; the rest are pictures and typefaces. */
const RUNS_SHARE = 0.9;

/** What the address of the page asks for. */
export interface PrintJob {
  readonly item: string;
  readonly job: number;
  readonly withAnnotations: boolean;
}

/** The page that is printed: the whole of one item, laid out in a window that is not shown. */
export class PrintPageSession {
  readonly #job: PrintJob;
  item = $state.raw<ItemDocument | undefined>();
  settings = $state.raw<Settings | undefined>();
  annotations = $state.raw<readonly AnnotationView[]>([]);
  #runs = $state.raw<readonly BlockRun[]>([]);
  #made = $state(0);
  readonly session: ReaderSession;
  /** What is on the page so far. */
  readonly runs = $derived(this.#runs.slice(0, this.#made));

  constructor(job: PrintJob) {
    this.#job = job;
    this.session = new ReaderSession(job.item, false);
  }

  async load(): Promise<void> {
    await this.#orGiveUp(() => this.#load());
  }

  /** Lays everything out. `begin` comes before the text, `finish` once all of it is on the page. */
  async layOut(
    begin: () => Promise<unknown>,
    finish: () => Promise<void>,
  ): Promise<void> {
    await this.#orGiveUp(async () => {
      await begin();
      await this.#layOut();
      await finish();
      await this.#tell(1);
    });
  }

  async #orGiveUp(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      await request("printing/gave-up", {
        job: this.#job.job,
        detail: detail.slice(0, 2_000),
      });
    }
  }

  async #load(): Promise<void> {
    const { item: id, withAnnotations } = this.#job;
    const [item, settings, annotations] = await Promise.all([
      request("library/get-item", { id }),
      request("settings/get", {}),
      withAnnotations ? request("annotations/list", { item: id }) : undefined,
    ]);
    if (!item.ok)
      throw new Error(`the item cannot be read: ${item.failure.code}`);
    if (!settings.ok) throw new Error(settings.failure.code);
    if (annotations && !annotations.ok)
      throw new Error(
        `its annotations cannot be read: ${annotations.failure.code}`,
      );
    this.session.document = item.value;
    this.annotations = annotations?.value ?? [];
    this.settings = settings.value;
    this.item = item.value;
    this.#runs = runsOf(item.value.blocks, item.value.pages ?? []);
  }

  async #layOut(): Promise<void> {
    while (this.#made < this.#runs.length) {
      this.#made = Math.min(this.#runs.length, this.#made + RUNS_AT_ONCE);
      await tick();
      await this.#tell((RUNS_SHARE * this.#made) / this.#runs.length);
    }
  }

  async #tell(share: number): Promise<void> {
    await request("printing/laid-out", { job: this.#job.job, share });
  }
}
