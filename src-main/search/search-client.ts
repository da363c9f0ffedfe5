import type { HitList, HitPreview, IndexState } from "#domain/search/hit";
import { fail, ok, type Result } from "#domain/result";
import type {
  SearchAnswer,
  SearchMessage,
  SearchQuestion,
  SearchReply,
  SearchRequest,
  ToldDocument,
} from "./protocol";
import type { SearchSource } from "./source/search-source";

/** The other end of the search process, whatever kind of process it is. */
export interface SearchPort {
  send(message: SearchMessage): void;
  onReply(listener: (reply: SearchReply) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

export interface SearchClientOptions {
  readonly start: () => SearchPort;
  readonly file: string;
  /** What there is to find, told anew at each start of the process. */
  readonly source: SearchSource;
  /** An imported item's parsed form is not there. */
  readonly onTextMissing?: (itemId: string) => void;
  readonly onState?: (state: IndexState) => void;
}

const ANSWER_WITHIN_MS = 10_000;
const STARTING: IndexState = { state: "starting", done: 0, total: 0 };

/** Main's side of the search process: starts it when needed, and again when it died. */
export class SearchClient {
  readonly #options: SearchClientOptions;
  readonly #waiting = new Map<number, (result: Result<SearchAnswer>) => void>();
  #port: SearchPort | undefined;
  #nextId = 0;
  #state: IndexState = STARTING;
  #isTelling = false;
  #tellsAgain = false;

  constructor(options: SearchClientOptions) {
    this.#options = options;
  }

  get state(): IndexState {
    return this.#state;
  }

  /** Starts the process and tells it what there is; called in idle time so that the first query finds it ready. */
  start(): void {
    this.#running();
  }

  /** Failure: `search-unavailable`. */
  async query(request: SearchRequest): Promise<Result<HitList>> {
    return (await this.#ask({ ask: "query", request })) as Result<HitList>;
  }

  /** `null`: the hit is gone. Failure: `search-unavailable`. */
  async preview(
    request: SearchRequest,
    hit: string,
  ): Promise<Result<HitPreview | null>> {
    const answer = await this.#ask({ ask: "preview", request, hit });
    return answer as Result<HitPreview | null>;
  }

  /** Failure: `search-unavailable`. */
  async like(hit: string, limit: number): Promise<Result<HitList>> {
    return (await this.#ask({ ask: "like", hit, limit })) as Result<HitList>;
  }

  /** Something was saved, changed or removed. Nothing is sent while the process does not run: it is told at its start. */
  async changed(keys: readonly string[]): Promise<void> {
    const port = this.#port;
    if (port) await this.#put(port, keys);
  }

  /** Something under the beginning of a key came, changed or went. */
  async changedUnder(under: string): Promise<void> {
    const documents: ToldDocument[] = [];
    const port = this.#port;
    if (!port) return;
    for await (const piece of this.#options.source.tell(under))
      documents.push(...piece);
    if (this.#port === port) port.send({ kind: "tell-part", under, documents });
  }

  /** Actors, issues or their names changed. */
  namesChanged(): void {
    this.#port?.send({ kind: "names", names: this.#options.source.names() });
  }

  /** So much may have changed that everything is told again. */
  async tellAgain(): Promise<void> {
    if (this.#port) await this.#tell(this.#port);
  }

  send(kind: "pause" | "resume" | "rebuild" | "expect-question"): void {
    this.#running().send({ kind });
  }

  close(): void {
    const port = this.#port;
    this.#forget();
    port?.kill();
  }

  #ask(question: SearchQuestion): Promise<Result<SearchAnswer>> {
    const id = this.#nextId++;
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => this.#settle(id, unavailable("no answer in time")),
        ANSWER_WITHIN_MS,
      );
      this.#waiting.set(id, (result) => {
        clearTimeout(timer);
        resolve(result);
      });
      this.#running().send({ kind: "ask", id, question });
    });
  }

  #running(): SearchPort {
    if (this.#port) return this.#port;
    const port = this.#options.start();
    this.#port = port;
    port.onReply((reply) => {
      if (this.#port === port) this.#receive(port, reply);
    });
    port.onExit(() => {
      if (this.#port === port) this.#forget();
    });
    port.send({ kind: "open", file: this.#options.file });
    void this.#tell(port);
    return port;
  }

  #receive(port: SearchPort, reply: SearchReply): void {
    switch (reply.kind) {
      case "opened":
        return;
      case "want":
        return void this.#put(port, reply.keys);
      case "state":
        this.#state = reply.index;
        return this.#options.onState?.(reply.index);
      case "text-missing":
        return this.#options.onTextMissing?.(reply.key.slice("item/".length));
      case "tell-again":
        return void this.#tell(port);
      case "answer":
        return this.#settle(reply.id, ok(reply.answer));
      case "failed":
        return this.#settle(reply.id, unavailable(reply.detail));
    }
  }

  async #put(port: SearchPort, keys: readonly string[]): Promise<void> {
    const { documents, absent } = await this.#options.source.get(keys);
    if (this.#port === port) port.send({ kind: "put", documents, absent });
  }

  /** A hundred thousand titles in one message would hold up everything else: they are told in pieces. */
  async #tell(port: SearchPort): Promise<void> {
    if (this.#isTelling) {
      this.#tellsAgain = true;
      return;
    }
    this.#isTelling = true;
    port.send({ kind: "names", names: this.#options.source.names() });
    for await (const documents of this.#options.source.tell()) {
      if (this.#port !== port) break;
      port.send({ kind: "tell", documents });
    }
    this.#isTelling = false;
    if (this.#port === port) port.send({ kind: "told" });
    const next = this.#port;
    if (next && (this.#tellsAgain || next !== port)) {
      this.#tellsAgain = false;
      await this.#tell(next);
    }
  }

  #forget(): void {
    this.#port = undefined;
    this.#state = STARTING;
    for (const id of [...this.#waiting.keys()])
      this.#settle(id, unavailable("the search process ended"));
  }

  #settle(id: number, result: Result<SearchAnswer>): void {
    this.#waiting.get(id)?.(result);
    this.#waiting.delete(id);
  }
}

function unavailable(detail: string): Result<never> {
  return fail({ code: "search-unavailable", detail });
}
