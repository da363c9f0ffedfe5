import type { Failure } from "#domain/failure";
import { complaintSentence } from "#domain/search/complaint";
import type { HitList, HitPreview } from "#domain/search/hit";
import { LONGEST_QUERY } from "#domain/search/query";
import type { TextRange } from "#domain/text/blocks";
import { ask } from "../../app/ask";
import { onChanges, request } from "../../app/bridge";
import { numberWords } from "../../app/number-words";
import { rowGroups, type HitRow, type RowGroup } from "./hit-rows";

/** So many groups while one types, which fill a window; more are fetched each time their end comes into view. */
const LIMIT = 8;
const MOST = 200;
/** So many times as many. */
const MORE = 5;
/** A passage is shown beside the list once the choice has stood so long: not at every key and every arrow. */
const PREVIEW_AFTER_MS = 120;

/** A sentence about a part of the query, which can be shown in it. */
export interface ToldComplaint {
  readonly sentence: string;
  readonly at: TextRange;
}

const TOO_LONG: ToldComplaint = {
  sentence: `Only the first ${numberWords(LONGEST_QUERY)} letters of the query are searched.`,
  at: { start: 0, end: LONGEST_QUERY },
};

/** Passages that are like one that was found, instead of what answers a query. */
export interface Likeness {
  readonly hit: string;
  readonly title: string;
}

/** A query as it is typed, its hits, and which of them is chosen. */
export class SearchSession {
  text = $state("");
  /** One word suffices. */
  any = $state(false);
  /** A word that names an actor finds all its names. */
  aliases = $state(true);
  hits = $state.raw<HitList | undefined>();
  like = $state.raw<Likeness | undefined>();
  failure = $state.raw<Failure | undefined>();
  chosen = $state(0);
  #preview = $state.raw<{ readonly of: string; readonly is: HitPreview }>();
  #limit = LIMIT;
  #latest = 0;
  /** Main is asked one question at a time: the one that was asked last waits, those between are never asked. */
  #isAsking = false;

  readonly #groups = $derived(this.hits ? rowGroups(this.hits) : undefined);
  readonly names = $derived<RowGroup | undefined>(this.#groups?.names);
  readonly texts = $derived<readonly RowGroup[]>(this.#groups?.texts ?? []);
  /** Names first, then texts: the order in which arrows walk. */
  readonly all = $derived<readonly HitRow[]>([
    ...(this.names?.rows ?? []),
    ...this.texts.flatMap(({ rows }) => rows),
  ]);
  readonly current = $derived<HitRow | undefined>(this.all[this.chosen]);
  /** What could not be read of the query as written, and where it stands. */
  readonly complaints = $derived<readonly ToldComplaint[]>([
    ...(this.hits?.query.complaints ?? []).map((complaint) => ({
      sentence: complaintSentence(complaint),
      at: complaint,
    })),
    ...(this.text.length > LONGEST_QUERY ? [TOO_LONG] : []),
  ]);
  readonly isEmpty = $derived(
    this.text.trim() === "" && this.like === undefined,
  );
  readonly hasMore = $derived(
    (this.hits?.groups.length ?? 0) >= this.#limit && this.#limit < MOST,
  );

  /** The query with its options, as main is asked. */
  get question(): { text: string; any: boolean; aliases: boolean } {
    const text = this.text.slice(0, LONGEST_QUERY);
    return { text, any: this.any, aliases: this.aliases };
  }

  /** Asks for what is typed; an answer that a newer question has overtaken is dropped. */
  async ask(text: string): Promise<void> {
    if (text !== this.text || this.like) this.#limit = LIMIT;
    this.text = text;
    this.like = undefined;
    performance.mark("search-typed");
    if (text.trim() === "") {
      this.#latest += 1;
      this.hits = undefined;
      this.failure = undefined;
      return;
    }
    await this.#fetch();
  }

  /** All passages like a hit. */
  async askLike(like: Likeness): Promise<void> {
    this.like = like;
    this.#limit = LIMIT;
    await this.#fetch();
  }

  /** Asks with other options: the same again, or another text. */
  async askWith(
    options: Partial<Pick<SearchSession, "any" | "aliases">>,
    text = this.text,
  ): Promise<void> {
    Object.assign(this, options);
    await this.ask(text);
  }

  /** Fetches what comes after the hits that are shown, if there is more. */
  async more(): Promise<void> {
    if (!this.hasMore) return;
    this.#limit = Math.min(MOST, MORE * this.#limit);
    await this.#fetch();
  }

  /** Asks again as the index grows, until it is whole; returns how to stop. */
  watch(): () => void {
    return onChanges(["search"], () => {
      const isWhole = this.hits?.index.state === "ready";
      if (!this.isEmpty && !isWhole) void this.#fetch();
    });
  }

  /** To the next hit or the one before, from the last to the first; or by a page, which ends where the list does. */
  move(step: number): void {
    const count = this.all.length;
    if (count === 0) return;
    const to = this.chosen + step;
    this.chosen =
      Math.abs(step) > 1
        ? Math.min(Math.max(to, 0), count - 1)
        : (to + count) % count;
    if (this.chosen === count - 1) void this.more();
  }

  /** The whole passage of the chosen hit, once it is there. */
  readonly preview = $derived(
    this.#preview?.of === this.current?.key ? this.#preview?.is : undefined,
  );

  /** Fetches the whole passage of a hit after a while; a tag has none. Returns how to give it up. */
  showPreview(hit: HitRow | undefined): () => void {
    if (hit?.previewKey === undefined) return () => undefined;
    const { key, previewKey } = hit;
    let isWanted = true;
    const timer = window.setTimeout(() => {
      void ask("search/preview", { ...this.question, hit: previewKey }).then(
        (is) => {
          if (isWanted) this.#preview = is ? { of: key, is } : undefined;
        },
      );
    }, PREVIEW_AFTER_MS);
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
    };
  }

  async #fetch(): Promise<void> {
    this.#latest += 1;
    if (this.#isAsking) return;
    this.#isAsking = true;
    let answered: number;
    do {
      answered = this.#latest;
      await this.#askMain(answered);
    } while (answered !== this.#latest && !this.isEmpty);
    this.#isAsking = false;
  }

  async #askMain(mine: number): Promise<void> {
    const { like } = this;
    const limit = this.#limit;
    const reply = like
      ? await request("search/like", { hit: like.hit, limit })
      : await request("search/query", { ...this.question, limit });
    if (mine !== this.#latest) return;
    const chosen = this.current?.key;
    const wasAsked = this.hits?.query.text === this.question.text;
    this.failure = reply.ok ? undefined : reply.failure;
    this.hits = reply.ok ? reply.value : undefined;
    // The same question asked again, of a larger index: what was chosen stays so.
    const at = this.all.findIndex(({ key }) => wasAsked && key === chosen);
    this.chosen = Math.max(0, at);
    this.#markPainted();
  }

  /** For the measurement of the way from a key to painted hits: after the frame that shows them. */
  #markPainted(): void {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => performance.mark("search-painted");
      channel.port2.postMessage(null);
    });
  }
}
