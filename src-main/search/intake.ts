import type { SearchDocument } from "./protocol";
import type { SearchEngine } from "./search-engine";

/** A query must not wait longer than this for documents that are being indexed. */
const TURN_MS = 10;

/** So many passages are lost at most when the process is killed while it builds. */
const MOST_UNCOMMITTED = 2_000;

export interface IntakeOptions {
  readonly engine: () => Promise<SearchEngine>;
  readonly onMissingText: (key: string) => void;
  /** Something was written, which may not be committed yet; perhaps nothing waits any more. */
  readonly onTurn: () => void;
  /** Writing failed; what waits was not written. */
  readonly onFailure: (error: unknown) => Promise<unknown>;
}

type DetectLanguage = (text: string) => string | undefined;

interface Work {
  readonly key: string;
  readonly steps: Generator<undefined, boolean>;
}

/** Takes documents into the index one after another, a few passages at a time, with pauses in which queries are answered. */
export class Intake {
  readonly #options: IntakeOptions;
  #waiting: SearchDocument[] = [];
  #expected = new Set<string>();
  #work: Work | undefined;
  /** Loaded with the first text that does not say its language. */
  #detectLanguage: DetectLanguage | undefined;
  #uncommitted = 0;
  #isRunning = false;
  #isClosed = false;
  /** Wait for the end of a turn. */
  #afterTurn: (() => void)[] = [];

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  /** Documents that wait, or are on their way from main. */
  get size(): number {
    return this.#waiting.length + this.#expected.size + (this.#work ? 1 : 0);
  }

  expect(keys: readonly string[]): void {
    for (const key of keys) this.#expected.add(key);
  }

  /** What was just saved comes before what was asked for. */
  async add(documents: readonly SearchDocument[]): Promise<void> {
    for (const document of documents) {
      const wasExpected = this.#expected.delete(document.key);
      this.#waiting = this.#waiting.filter(({ key }) => key !== document.key);
      if (wasExpected) this.#waiting.unshift(document);
      else this.#waiting.push(document);
    }
    if (this.#isRunning || documents.length === 0) return;
    this.#isRunning = true;
    const engine = await this.#options.engine();
    setImmediate(() => this.#turn(engine));
  }

  /** After the next turn; at once where nothing waits for one. */
  turn(): Promise<void> {
    if (!this.#isRunning) return Promise.resolve();
    return new Promise((resolve) => this.#afterTurn.push(resolve));
  }

  /** Forgets documents that have not had their turn yet; what is half written is removed by whoever removes it. */
  drop(keys: readonly string[]): void {
    const gone = new Set(keys);
    this.#waiting = this.#waiting.filter(({ key }) => !gone.has(key));
    for (const key of keys) this.#expected.delete(key);
    if (this.#work && gone.has(this.#work.key)) this.#work = undefined;
  }

  clear(): void {
    this.#waiting = [];
    this.#expected.clear();
    this.#work = undefined;
  }

  /** Takes in nothing any more. */
  close(): void {
    this.clear();
    this.#isClosed = true;
  }

  #turn(engine: SearchEngine): void {
    this.#takeTurn(engine);
    for (const resolve of this.#afterTurn.splice(0)) resolve();
  }

  #takeTurn(engine: SearchEngine): void {
    this.#isRunning = false;
    if (this.#isClosed) return;
    if (!this.#work && this.#waiting.length === 0) {
      // Taken back meanwhile, perhaps with the index.
      this.#options.onTurn();
      return;
    }
    if (!this.#detectLanguage && this.#waiting.some(isOfUnknownLanguage)) {
      this.#isRunning = true;
      void this.#learnToDetect(engine);
      return;
    }
    const endsAt = performance.now() + TURN_MS;
    const { writer } = engine;
    try {
      writer.begin();
      while (performance.now() < endsAt && this.#step(engine))
        this.#uncommitted += 1;
      if (this.#uncommitted >= MOST_UNCOMMITTED) {
        writer.commit();
        this.#uncommitted = 0;
      }
    } catch (error) {
      this.clear();
      void this.#options.onFailure(error);
      return;
    }
    if (this.#work || this.#waiting.length > 0) {
      this.#isRunning = true;
      setImmediate(() => this.#turn(engine));
    }
    this.#options.onTurn();
  }

  async #learnToDetect(engine: SearchEngine): Promise<void> {
    const { detectLanguage } = await import("../import/detect-language");
    this.#detectLanguage = detectLanguage;
    this.#turn(engine);
  }

  /** Returns whether there is more to do. */
  #step(engine: SearchEngine): boolean {
    if (!this.#work) {
      const document = this.#waiting.pop();
      if (!document) return false;
      const { key } = document;
      this.#work = {
        key,
        steps: engine.writer.write(this.#withLanguage(document)),
      };
    }
    const { key, steps } = this.#work;
    const step = steps.next();
    if (!step.done) return true;
    this.#work = undefined;
    if (!step.value) this.#options.onMissingText(key);
    return true;
  }

  #withLanguage(document: SearchDocument): SearchDocument {
    const { text, title } = document;
    if (!isOfUnknownLanguage(document) || text.form !== "plain")
      return document;
    const language = this.#detectLanguage?.(`${title}\n${text.body}`);
    return language === undefined ? document : { ...document, language };
  }
}

/** Notes, and cards on nothing that says it; the language of an item was found out when it was imported. */
function isOfUnknownLanguage({ kind, language }: SearchDocument): boolean {
  return language === undefined && (kind === "note" || kind === "card");
}
