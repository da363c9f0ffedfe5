import type { Failure } from "#domain/failure";
import { complaintSentence } from "#domain/search/complaint";
import type { HitKind, HitList, NameHit, Snippet } from "#domain/search/hit";
import type { TextRange } from "#domain/text/blocks";
import { onChanges, request } from "../../app/bridge";
import type { Beside, Route } from "../../app/route";

const LIMIT = 50;

/** One line of the list: a name, or one of a group's passages. */
export interface HitRow {
  /** Unique in the list. */
  readonly key: string;
  readonly kind: HitKind;
  readonly id: string;
  readonly title: string;
  readonly titleMarks: readonly TextRange[];
  readonly detail: string;
  readonly itemId?: string;
  readonly snippet?: Snippet;
  readonly target?: TextRange;
}

/** A query as it is typed, its hits, and which of them is chosen. */
export class SearchSession {
  text = $state("");
  hits = $state.raw<HitList | undefined>();
  failure = $state.raw<Failure | undefined>();
  chosen = $state(0);
  #latest = 0;

  readonly names = $derived<readonly HitRow[]>(
    (this.hits?.names ?? []).map(nameRow),
  );
  readonly texts = $derived<readonly HitRow[]>(
    this.hits ? textRows(this.hits) : [],
  );
  /** Names first, then texts: the order in which arrows walk. */
  readonly all = $derived<readonly HitRow[]>([...this.names, ...this.texts]);
  /** What could not be read of the query as written. */
  readonly complaint = $derived(
    (this.hits?.query.complaints ?? []).map(complaintSentence).join(" "),
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
    const chosen = this.all[this.chosen]?.key;
    const wasAsked = this.hits?.query.text === text;
    this.failure = reply.ok ? undefined : reply.failure;
    this.hits = reply.ok ? reply.value : undefined;
    // The same question asked again, of a larger index: what was chosen stays so.
    const at = this.all.findIndex(({ key }) => wasAsked && key === chosen);
    this.chosen = Math.max(0, at);
    this.#markPainted();
  }

  /** Asks again as the index grows, until it is whole; returns how to stop. */
  watch(): () => void {
    return onChanges(["search"], () => {
      const isWhole = this.hits?.index.state === "ready";
      if (!this.isEmpty && !isWhole) void this.ask(this.text);
    });
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

function nameRow(hit: NameHit): HitRow {
  return { ...hit, key: `name/${hit.kind}/${hit.id}` };
}

function textRows({ groups }: HitList): HitRow[] {
  return groups.flatMap(({ kind, id, itemId, title, titleMarks, ...group }) =>
    group.hits.map(({ id: key, heading, snippet, target }) => ({
      key,
      kind,
      id,
      ...(itemId === undefined ? {} : { itemId }),
      title,
      titleMarks,
      detail: heading === "" && kind !== "passage" ? group.detail : heading,
      snippet,
      ...(kind === "passage" || kind === "note" ? { target } : {}),
    })),
  );
}

/** Where a hit leads. */
export function routeOf(hit: HitRow): Route {
  switch (hit.kind) {
    case "passage":
    case "annotation":
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
    case "card":
      return hit.itemId === undefined
        ? { screen: "study" }
        : { screen: "reader", item: hit.itemId };
    case "position":
      return { screen: "actors", view: "matrix", position: hit.id };
    case "event":
      return { screen: "actors", view: "events", event: hit.id };
    case "tag":
      return { screen: "search", query: `tag:"${hit.id}"` };
    case "actor":
      return { screen: "actors", view: "actors", actor: hit.id };
    case "issue":
      return { screen: "actors", view: "issues", issue: hit.id };
  }
}

/** What of a hit can stand beside an item that is read. */
export function besideOf(hit: HitRow): Beside | undefined {
  const route = routeOf(hit);
  if (route.screen === "notes" && route.note !== undefined)
    return { note: route.note };
  if (route.screen !== "reader") return undefined;
  const { screen: _reader, ...place } = route;
  return place;
}
