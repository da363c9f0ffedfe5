import type { CatalogueRow } from "#bridge/contract/catalogue";
import type { NoteSummary } from "#bridge/contract/notes";
import { request } from "../../../app/bridge";

/** So many of each kind are offered; the field finds the others. */
const MOST = 8;

/** What may stand beside an item: other items and notes, by the words of their titles. */
export class BesideSession {
  text = $state("");
  items = $state.raw<readonly CatalogueRow[]>([]);
  #notes = $state.raw<readonly NoteSummary[]>([]);
  #latest = 0;

  readonly notes = $derived.by(() => {
    const words = this.text.toLowerCase().split(/\s+/u);
    return this.#notes
      .filter(({ title }) =>
        words.every((word) => title.toLowerCase().includes(word)),
      )
      .slice(0, MOST);
  });

  async start(): Promise<void> {
    const notes = await request("notes/list", {});
    if (notes.ok) this.#notes = notes.value;
  }

  /** Looks for items; an answer that a newer question has overtaken is dropped. */
  async find(text: string): Promise<void> {
    this.text = text;
    const mine = ++this.#latest;
    const found = await request("library/query", {
      filter: text.trim() === "" ? {} : { text },
      sort: { by: text.trim() === "" ? "added" : "title", isDescending: false },
      from: 0,
      count: MOST,
    });
    if (mine === this.#latest && found.ok) this.items = found.value.rows;
  }
}
