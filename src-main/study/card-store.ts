import type { LibraryProblem } from "#bridge/contract/library";
import { fail, ok, type Result } from "#domain/result";
import type { Card } from "#domain/study/card";
import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { errorDetail } from "../storage/error-detail";
import { KeyedQueue } from "../storage/keyed-queue";
import { replaceFile } from "../storage/replace-file";
import { isTrashedPath } from "../storage/trash";
import {
  formatCardLine,
  parseCardLine,
  toCard,
  type OwnCard,
} from "./card-line";

const DECK = "decks/own";
/** So many cards a pack: a change rewrites one pack, and a pack stays a file one can read. */
const PACK_SIZE = 1_000;
const PACK_NAME = /^(\d{4})\.jsonl$/u;

interface Pack {
  readonly cards: ReadonlyMap<string, OwnCard>;
  /** Lines that could not be read; they are written back as they were. */
  readonly foreign: readonly string[];
}

/** Cards of the person's own, one a line in packs `decks/own/<number>.jsonl`, sorted by id. */
export class CardStore {
  readonly #library: string;
  readonly #historyFolder: string;
  readonly #queue = new KeyedQueue();
  readonly #packs = new Map<string, Pack>();
  readonly #problems: LibraryProblem[] = [];

  private constructor(library: string, historyFolder: string) {
    this.#library = library;
    this.#historyFolder = historyFolder;
  }

  /** Reads all packs; lines that cannot be read are told, and stay. */
  static async open(options: {
    library: string;
    historyFolder: string;
  }): Promise<CardStore> {
    const store = new CardStore(options.library, options.historyFolder);
    const names = await readdir(join(options.library, DECK)).catch(() => []);
    for (const name of names.filter((each) => PACK_NAME.test(each)).sort())
      await store.#read(name);
    return store;
  }

  get problems(): readonly LibraryProblem[] {
    return this.#problems;
  }

  /** Oldest first: ids carry their time. */
  list(): readonly Card[] {
    return [...this.#packs.values()].flatMap(({ cards }) =>
      [...cards.values()].map(toCard),
    );
  }

  /** Failure: `write-failed`. */
  create(card: OwnCard, now: number): Promise<Result<{ readonly id: string }>> {
    return this.#queue.run(DECK, async () => {
      const name = this.#packWithRoom();
      const pack = this.#packs.get(name) ?? { cards: new Map(), foreign: [] };
      const cards = new Map([...pack.cards, [card.id, card] as const]);
      const written = await this.#write(name, { ...pack, cards }, now);
      return written.ok ? ok({ id: card.id }) : written;
    });
  }

  /** Puts a card into the trash as a file of its own, then takes it from its pack. Failures: `not-found`, `write-failed`. */
  remove(id: string, now: number): Promise<Result<string>> {
    return this.#queue.run(DECK, async () => {
      const found = [...this.#packs].find(([, { cards }]) => cards.has(id));
      const card = found?.[1].cards.get(id);
      if (!found || !card) return fail({ code: "not-found", kind: "card", id });
      const [name, pack] = found;
      const day = new Date(now).toISOString().slice(0, 10);
      const trashed = posix.join("trash", day, `card ${id}.json`);
      try {
        const path = join(this.#library, trashed);
        await replaceFile(path, `${formatCardLine(card)}\n`, { now });
      } catch (error) {
        const detail = errorDetail(error);
        return fail({ code: "write-failed", path: trashed, detail });
      }
      const cards = new Map([...pack.cards].filter(([each]) => each !== id));
      const written = await this.#write(name, { ...pack, cards }, now);
      return written.ok ? ok(trashed) : written;
    });
  }

  /** Brings a card back from the trash. Failures: `not-found`, `read-failed`, `write-failed`. */
  async restore(
    trashed: string,
    now: number,
  ): Promise<Result<{ readonly id: string }>> {
    if (!isTrashedPath(trashed))
      return fail({ code: "not-found", kind: "card", id: trashed });
    const text = await readFile(join(this.#library, trashed), "utf8").catch(
      () => undefined,
    );
    if (text === undefined)
      return fail({ code: "not-found", kind: "card", id: trashed });
    const card = parseCardLine(text.trim());
    if (!card.ok)
      return fail({ code: "read-failed", path: trashed, detail: card.failure });
    return this.create(card.value, now);
  }

  async idle(): Promise<void> {
    await this.#queue.idle();
  }

  #packWithRoom(): string {
    const [name, pack] = [...this.#packs].at(-1) ?? [];
    if (name === undefined || !pack) return "0001.jsonl";
    if (pack.cards.size < PACK_SIZE) return name;
    return `${String(Number(name.slice(0, 4)) + 1).padStart(4, "0")}.jsonl`;
  }

  async #read(name: string): Promise<void> {
    const path = posix.join(DECK, name);
    const text = await readFile(join(this.#library, path), "utf8").catch(
      (error: unknown) => {
        this.#tell(path, errorDetail(error), 1);
        return "";
      },
    );
    const cards = new Map<string, OwnCard>();
    const foreign: string[] = [];
    let reason = "";
    for (const line of text.split("\n").filter((each) => each !== "")) {
      const read = parseCardLine(line);
      if (read.ok) cards.set(read.value.id, read.value);
      else {
        foreign.push(line);
        reason = read.failure;
      }
    }
    if (foreign.length > 0) this.#tell(path, reason, foreign.length);
    this.#packs.set(name, { cards, foreign });
  }

  #tell(path: string, detail: string, count: number): void {
    this.#problems.push({ code: "record-unreadable", path, detail, count });
  }

  async #write(name: string, pack: Pack, now: number): Promise<Result<null>> {
    const path = posix.join(DECK, name);
    const lines = [...pack.cards.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(formatCardLine);
    const text = [...lines, ...pack.foreign]
      .map((each) => `${each}\n`)
      .join("");
    try {
      await replaceFile(join(this.#library, path), text, {
        now,
        historyFolder: join(this.#historyFolder, "own"),
      });
    } catch (error) {
      return fail({ code: "write-failed", path, detail: errorDetail(error) });
    }
    this.#packs.set(name, pack);
    return ok(null);
  }
}
