import { existsSync } from "node:fs";
import type { IndexState } from "#domain/search/hit";
import { EngineHolder } from "./engine-holder";
import { Digest, readMark } from "./index/index-mark";
import { Intake } from "./intake";
import { Progress } from "./progress";
import type {
  KnownName,
  SearchAnswer,
  SearchDocument,
  SearchQuestion,
  SearchReply,
  ToldDocument,
} from "./protocol";
import type { SearchEngine } from "./search-engine";

/** So many documents are asked of main at once: enough to keep busy, few enough to stop soon. */
const WANTED_AT_ONCE = 24;
/** With so few left the next are asked for: they arrive while these are indexed. */
const FEW_LEFT = 8;

type Tell = (reply: SearchReply) => void;

/**
 * Keeps an index in step with what main tells. It is not even opened while main tells what it was left with: it waits
 * for a question or a change.
 */
export class IndexKeeper {
  readonly #file: string;
  readonly #tell: Tell;
  readonly #intake: Intake;
  readonly #holder: EngineHolder;
  #telling: ToldDocument[] = [];
  /** Told of by itself while everything was being told. */
  readonly #fresh = new Set<string>();
  #digest = new Digest();
  #isTold = false;
  /** How many documents main told last. */
  #told = 0;
  /** Last first: what a person has just brought is looked for sooner than what was there before. */
  #missing: string[] = [];
  /** The file was said to hold everything, and was not opened yet. */
  #isBelieved = false;
  #isPaused = false;
  readonly #progress: Progress;

  constructor(file: string, tell: Tell) {
    this.#file = file;
    this.#tell = tell;
    this.#progress = new Progress((index) => tell({ kind: "state", index }));
    this.#holder = new EngineHolder({
      file,
      onOpened: ({ rebuilt }) => {
        if (this.#isBelieved && rebuilt !== undefined) this.#tellAgain();
        this.#isBelieved = false;
      },
      onLost: () => {
        this.#missing = [];
        this.#intake.clear();
      },
      onBegun: () => this.#tellAgain(),
    });
    this.#intake = new Intake({
      engine: () => this.#holder.open(),
      onMissingText: (key) => tell({ kind: "text-missing", key }),
      onTurn: () => this.#goOn(),
      onFailure: (error) => this.#holder.lose(error),
    });
  }

  know(names: readonly KnownName[]): void {
    this.#holder.know(names);
  }

  tell(documents: readonly ToldDocument[]): void {
    if (this.#isTold) this.#beginTelling();
    for (const document of documents) {
      this.#telling.push(document);
      this.#digest.toggle(document);
    }
  }

  /** Everything was told: what is missing is asked for, and what is indexed besides goes. */
  async told(): Promise<void> {
    if (this.#isTold) this.#beginTelling();
    const told = this.#telling;
    this.#telling = [];
    this.#isTold = true;
    this.#told = told.length;
    const isAsLeft =
      this.#holder.engine === undefined &&
      readMark(this.#file)?.digest === this.#digest.toString();
    this.#isBelieved = isAsLeft;
    if (this.#holder.engine === undefined && !existsSync(this.#file))
      // Nothing is indexed: the first documents are on their way while the index is made.
      this.#missing = told.map(({ key }) => key);
    else if (!isAsLeft)
      await this.#safely((engine) => {
        const indexed = new Map(
          engine.writer.told().map((each) => [each.key, each.fingerprint]),
        );
        this.#missing = told
          .filter(({ key, fingerprint }) => indexed.get(key) !== fingerprint)
          .map(({ key }) => key);
        const keys = new Set([...told.map(({ key }) => key), ...this.#fresh]);
        engine.writer.remove(
          [...indexed.keys()].filter((key) => !keys.has(key)),
        );
      });
    this.#fresh.clear();
    this.#next();
  }

  /** All there is under the beginning of a key: what is missing is asked for, and what is gone goes. */
  async tellPart(
    under: string,
    documents: readonly ToldDocument[],
  ): Promise<void> {
    if (!this.#isTold) for (const { key } of documents) this.#fresh.add(key);
    await this.#safely((engine) => {
      const indexed = new Map(
        engine.writer.told(under).map((each) => [each.key, each.fingerprint]),
      );
      const missing = documents
        .filter(({ key, fingerprint }) => indexed.get(key) !== fingerprint)
        .map(({ key }) => key);
      for (const { key } of documents) indexed.delete(key);
      engine.writer.remove([...indexed.keys()]);
      const known = new Set(this.#missing);
      this.#missing.push(...missing.filter((key) => !known.has(key)));
    });
    this.#next();
  }

  put(documents: readonly SearchDocument[], absent: readonly string[]): void {
    if (!this.#isTold) for (const { key } of documents) this.#fresh.add(key);
    void this.#intake.add(documents);
    this.#report();
    if (absent.length > 0) this.remove(absent);
  }

  remove(keys: readonly string[]): void {
    this.#intake.drop(keys);
    void this.#safely((engine) => engine.writer.remove(keys)).then(() =>
      this.#next(),
    );
  }

  pause(): void {
    this.#isPaused = true;
    this.#report();
  }

  resume(): void {
    this.#isPaused = false;
    this.#next();
  }

  /** Throws the index away; main tells everything again. */
  rebuild(): void {
    this.#isPaused = false;
    void this.#holder.rebuild();
  }

  /** Ends; what waits is asked for at the next start. */
  close(): void {
    this.#intake.close();
    this.#holder.close();
  }

  /** Somebody is about to ask: the index is opened, and what answers is set in motion. */
  expectQuestion(): void {
    // Whoever asks is told why it cannot be opened.
    this.#holder.open().then(
      (engine) => this.#warmUp(engine),
      () => undefined,
    );
  }

  async answer(question: SearchQuestion): Promise<SearchAnswer> {
    this.#holder.postponeRest();
    // An index that was left in order answers at once, even while main is still telling.
    if (readMark(this.#file) === undefined)
      await this.#progress.soonReady(this.state);
    const engine = await this.#holder.open();
    // What was saved before it was asked for is found.
    if (this.#missing.length === 0 && this.#intake.size <= FEW_LEFT)
      await this.#intake.turn();
    try {
      return ask(engine, question, this.state);
    } catch (error) {
      if (!(await this.#holder.lose(error))) throw error;
      return ask(await this.#holder.open(), question, this.state);
    }
  }

  get state(): IndexState {
    const waiting = this.#missing.length + this.#intake.size;
    const { engine, rebuilt } = this.#holder;
    const done = engine?.writer.count ?? Math.max(0, this.#told - waiting);
    return {
      state: !this.#isTold
        ? "starting"
        : waiting === 0
          ? "ready"
          : this.#isPaused
            ? "paused"
            : "building",
      done,
      total: done + waiting,
      ...(rebuilt === undefined ? {} : { rebuilt }),
    };
  }

  #beginTelling(): void {
    this.#isTold = false;
    this.#telling = [];
    this.#digest = new Digest();
  }

  /** Something was taken in. */
  #goOn(): void {
    const { size } = this.#intake;
    if (size === 0 || (size <= FEW_LEFT && this.#missing.length > 0))
      this.#next();
  }

  /** Asks for the next that is missing; in order when there is nothing. */
  #next(): void {
    if (this.#intake.size <= FEW_LEFT) this.#want();
    this.#report();
  }

  #want(): void {
    const isAsking = this.#isTold && !this.#isPaused;
    const wanted = isAsking ? this.#missing.splice(-WANTED_AT_ONCE) : [];
    if (wanted.length > 0) {
      this.#intake.expect(wanted);
      this.#tell({ kind: "want", keys: wanted });
      void this.#holder.open();
      return;
    }
    if (this.#intake.size > 0) return;
    const { engine } = this.#holder;
    engine?.writer.commit();
    if (!this.#isTold || this.#missing.length > 0) return;
    engine?.writer.settle();
    if (engine) this.#warmUp(engine);
    this.#holder.restSoon();
  }

  /** What is being built is warm enough, and has its turn when it is there. */
  #warmUp(engine: SearchEngine): void {
    const { state } = this;
    if (state.state !== "building") this.#holder.warmUp(engine, state);
  }

  #report(): void {
    this.#progress.report(this.state);
  }

  async #safely(task: (engine: SearchEngine) => void): Promise<void> {
    const engine = await this.#holder.open();
    try {
      task(engine);
    } catch (error) {
      if (!(await this.#holder.lose(error))) throw error;
    }
  }

  #tellAgain(): void {
    this.#beginTelling();
    this.#tell({ kind: "tell-again" });
    this.#report();
  }
}

function ask(
  engine: SearchEngine,
  question: SearchQuestion,
  index: IndexState,
): SearchAnswer {
  switch (question.ask) {
    case "query":
      return engine.query(question.request, index);
    case "preview":
      return engine.preview(question.request, question.hit) ?? null;
    case "like":
      return engine.like(question.hit, question.limit, index);
  }
}
