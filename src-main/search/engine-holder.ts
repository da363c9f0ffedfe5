import type { IndexState } from "#domain/search/hit";
import { giveBackMemory } from "../give-back-memory";
import type { Rebuilt } from "./index/index-file";
import type { KnownName } from "./protocol";
import type { SearchEngine } from "./search-engine";

/** After so long without writing and asking, what only indexing needs is given back. */
const REST_AFTER_MS = 1_500;
/** A question must not wait for a larger heap to be gone through. */
const MOST_HEAP_BYTES = 96 * 1024 * 1024;
/** An index that breaks again and again is not the file's fault. */
const MOST_LOSSES = 2;

export interface EngineHolderOptions {
  readonly file: string;
  /** The file was just opened, or made. */
  readonly onOpened: (engine: SearchEngine) => void;
  /** The index is about to be thrown away. */
  readonly onLost: () => void;
  /** It was thrown away: everything has to be told again. */
  readonly onBegun: () => void;
}

/** The engine on an index file: opened with the first need of it, asked before somebody asks, and begun anew when it breaks. */
export class EngineHolder {
  readonly #options: EngineHolderOptions;
  #engine: SearchEngine | undefined;
  #opening: Promise<SearchEngine> | undefined;
  #names: readonly KnownName[] = [];
  #losses = 0;
  #rebuilt: Rebuilt | undefined;
  /** Has been asked questions of its own. */
  #warmed: SearchEngine | undefined;
  #resting: NodeJS.Timeout | undefined;

  constructor(options: EngineHolderOptions) {
    this.#options = options;
  }

  /** `undefined` while the file is not open. */
  get engine(): SearchEngine | undefined {
    return this.#engine;
  }

  /** Why the index was begun anew, if it was. */
  get rebuilt(): Rebuilt | undefined {
    return this.#rebuilt;
  }

  know(names: readonly KnownName[]): void {
    this.#names = names;
    this.#engine?.know(names);
  }

  open(): Promise<SearchEngine> {
    this.#opening ??= import("./search-engine").then(({ SearchEngine }) => {
      const engine = new SearchEngine(this.#options.file);
      engine.know(this.#names);
      this.#rebuilt ??= engine.rebuilt;
      this.#engine = engine;
      this.#options.onOpened(engine);
      return engine;
    });
    return this.#opening;
  }

  /** In pauses between questions, and once. */
  warmUp(engine: SearchEngine, index: IndexState): void {
    if (this.#warmed === engine) return;
    this.#warmed = engine;
    const steps = engine.warmUp(index);
    const step = (): void => {
      if (this.#engine !== engine) return;
      try {
        if (!steps.next().done) setImmediate(step);
      } catch (error) {
        void this.lose(error);
      }
    };
    setImmediate(step);
  }

  /** Nothing is written for now. */
  restSoon(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      this.#engine?.rest();
      giveBackMemory(MOST_HEAP_BYTES);
    }, REST_AFTER_MS);
  }

  /** Somebody asks: memory is not given back between two letters, which would have to wait for it. */
  postponeRest(): void {
    if (this.#resting) this.restSoon();
  }

  /** A file that SQLite cannot read any more is begun anew. Returns whether it was. */
  async lose(error: unknown): Promise<boolean> {
    this.#losses += 1;
    console.error("search index:", error);
    if (this.#losses > MOST_LOSSES) return false;
    await this.#begin("damaged");
    return true;
  }

  /** Throws the index away because somebody asked for it. */
  async rebuild(): Promise<void> {
    this.#losses = 0;
    await this.#begin(undefined);
  }

  close(): void {
    clearTimeout(this.#resting);
    this.#engine?.close();
    this.#engine = undefined;
  }

  async #begin(rebuilt: Rebuilt | undefined): Promise<void> {
    const engine = this.#engine;
    this.#engine = undefined;
    this.#opening = undefined;
    this.#options.onLost();
    const { removeIndex } = await import("./index/index-file");
    try {
      engine?.close();
    } catch {
      // It goes anyway.
    }
    removeIndex(this.#options.file);
    this.#rebuilt = rebuilt;
    this.#options.onBegun();
  }
}
