import type { ItemDetails } from "#bridge/contract/catalogue";
import type { Failure } from "#domain/failure";
import { onChanges, request } from "../../app/bridge";

/** Everything known about the one item that is looked at. */
class DetailsSession {
  item = $state.raw<ItemDetails | undefined>();
  failure = $state.raw<Failure | undefined>();
  #id: string | undefined;
  #latest = 0;

  /** Follows changes; returns how to stop. */
  start(): () => void {
    return onChanges(["library", "positions", "notes", "reviews"], () => {
      if (this.#id !== undefined) void this.#load(this.#id);
    });
  }

  /** Shows an item; what stood before stays until the answer comes. */
  async show(id: string | undefined): Promise<void> {
    if (id === this.#id) return;
    this.#id = id;
    if (id === undefined) this.item = undefined;
    else await this.#load(id);
  }

  async #load(id: string): Promise<void> {
    const mine = ++this.#latest;
    const reply = await request("library/details", { id });
    if (mine !== this.#latest || id !== this.#id) return;
    this.failure = reply.ok ? undefined : reply.failure;
    this.item = reply.ok ? reply.value : undefined;
  }
}

export const detailsSession = new DetailsSession();
