import type { HitList } from "#domain/search/hit";
import { fail, ok, type Result } from "#domain/result";
import type {
  SearchMessage,
  SearchNote,
  SearchReply,
  SearchRequest,
  SearchSource,
  SearchText,
} from "./protocol";

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
  /** What there is to find, asked again at each start of the process. */
  readonly source: () => Promise<SearchSource>;
  /** The imported items, told in pieces after each start. */
  readonly texts?: () => Iterable<SearchText>;
  /** An imported item's parsed form is not there. */
  readonly onTextMissing?: (id: string) => void;
  readonly onLoaded?: (
    loaded: Extract<SearchReply, { kind: "loaded" }>,
  ) => void;
}

const ANSWER_WITHIN_MS = 10_000;
const TEXTS_A_MESSAGE = 200;

/** Main's side of the search process: starts it when needed, and again when it died. */
export class SearchClient {
  readonly #options: SearchClientOptions;
  readonly #waiting = new Map<number, (result: Result<HitList>) => void>();
  #port: SearchPort | undefined;
  #ready: Promise<void> | undefined;
  #nextId = 0;

  constructor(options: SearchClientOptions) {
    this.#options = options;
  }

  /** Starts the process and loads the index; called in idle time so that the first query finds it ready. */
  start(): Promise<void> {
    this.#ready ??= this.#startProcess();
    return this.#ready;
  }

  /** Failure: `search-unavailable`. */
  async query(request: SearchRequest): Promise<Result<HitList>> {
    await this.start();
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
      if (this.#port) this.#port.send({ kind: "query", id, request });
      else
        this.#settle(
          id,
          unavailable("the search process could not be started"),
        );
    });
  }

  putNote(note: SearchNote): void {
    this.#port?.send({ kind: "put-note", note });
  }

  removeNote(id: string): void {
    this.#port?.send({ kind: "remove-note", id });
  }

  putText(text: SearchText): void {
    this.#port?.send({ kind: "put-texts", texts: [text] });
  }

  removeText(id: string): void {
    this.#port?.send({ kind: "remove-text", id });
  }

  close(): void {
    const port = this.#port;
    this.#forget();
    port?.kill();
  }

  async #startProcess(): Promise<void> {
    const source = await this.#options.source();
    const port = this.#options.start();
    this.#port = port;
    await new Promise<void>((resolve) => {
      port.onReply((reply) => {
        if (reply.kind === "loaded") {
          this.#options.onLoaded?.(reply);
          resolve();
        } else if (reply.kind === "text-missing")
          this.#options.onTextMissing?.(reply.id);
        else if (reply.kind === "hits") this.#settle(reply.id, ok(reply.hits));
        else this.#settle(reply.id, unavailable(reply.detail));
      });
      port.onExit(() => {
        if (this.#port === port) this.#forget();
        resolve();
      });
      port.send({ kind: "load", file: this.#options.file, source });
    });
    void this.#tellTexts(port);
  }

  /** A hundred thousand titles in one message would hold up everything else. */
  async #tellTexts(port: SearchPort): Promise<void> {
    let texts: SearchText[] = [];
    for (const text of this.#options.texts?.() ?? []) {
      if (texts.push(text) < TEXTS_A_MESSAGE) continue;
      port.send({ kind: "put-texts", texts });
      texts = [];
      await new Promise(setImmediate);
      if (this.#port !== port) return;
    }
    port.send({ kind: "put-texts", texts });
    port.send({ kind: "texts-told" });
  }

  #forget(): void {
    this.#port = undefined;
    this.#ready = undefined;
    for (const id of [...this.#waiting.keys()])
      this.#settle(id, unavailable("the search process ended"));
  }

  #settle(id: number, result: Result<HitList>): void {
    this.#waiting.get(id)?.(result);
    this.#waiting.delete(id);
  }
}

function unavailable(detail: string): Result<never> {
  return fail({ code: "search-unavailable", detail });
}
