import type { Failure } from "#domain/failure";
import type { Hit, HitList } from "#domain/search/hit";
import { request } from "../../app/bridge";
import type { Beside, Route } from "../../app/route";

const LIMIT = 50;

/** A query as it is typed, its hits, and which of them is chosen. */
export class SearchSession {
  text = $state("");
  hits = $state.raw<HitList | undefined>();
  failure = $state.raw<Failure | undefined>();
  chosen = $state(0);
  #latest = 0;

  /** Names first, then passages and notes: the order in which arrows walk. */
  readonly all = $derived<readonly Hit[]>(
    this.hits ? [...this.hits.names, ...this.hits.texts] : [],
  );
  readonly isEmpty = $derived(this.text.trim() === "");

  /** Asks for what is typed; an answer that a newer question has overtaken is dropped. */
  async ask(text: string): Promise<void> {
    this.text = text;
    const mine = ++this.#latest;
    performance.mark("search-typed");
    if (text.trim() === "") {
      this.hits = undefined;
      return;
    }
    const reply = await request("search/query", { text, limit: LIMIT });
    if (mine !== this.#latest) return;
    this.chosen = 0;
    this.failure = reply.ok ? undefined : reply.failure;
    this.hits = reply.ok ? reply.value : undefined;
    this.#markPainted();
  }

  move(step: number): void {
    const count = this.all.length;
    if (count > 0) this.chosen = (this.chosen + step + count) % count;
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

/** Where a hit leads. */
export function routeOf(hit: Hit): Route {
  switch (hit.kind) {
    case "passage":
    case "item":
      return {
        screen: "reader",
        item: hit.itemId ?? hit.id,
        ...(hit.target ? { target: hit.target } : {}),
      };
    case "note":
      return {
        screen: "notes",
        note: hit.id,
        ...(hit.target ? { target: hit.target } : {}),
      };
    case "actor":
      return { screen: "actors", view: "actors", actor: hit.id };
    case "issue":
      return { screen: "actors", view: "issues", issue: hit.id };
  }
}

/** What of a hit can stand beside an item that is read. */
export function besideOf(hit: Hit): Beside | undefined {
  const route = routeOf(hit);
  if (route.screen === "notes" && route.note !== undefined)
    return { note: route.note };
  if (route.screen !== "reader") return undefined;
  const { screen: _reader, ...place } = route;
  return place;
}
