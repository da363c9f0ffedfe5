import type { BrowsedCard, CardList, CardRow } from "#bridge/contract/study";
import { ask } from "../../../app/ask";
import { onChanges } from "../../../app/bridge";
import { notices } from "../../../app/notices.svelte";

const NONE: CardList = { cards: [], total: 0, unread: [] };

/** All cards, which of them are listed, and the one that is looked at. */
class CardBrowser {
  text = $state("");
  list = $state.raw(NONE);
  isLoaded = $state(false);
  chosen = $state<string | undefined>();
  card = $state.raw<BrowsedCard | undefined>();
  #latest = 0;

  /** Of the chosen card in the list; -1 where it is not listed. */
  readonly at = $derived(
    this.list.cards.findIndex(({ id }) => id === this.chosen),
  );

  /** Comes to the screen; returns how to stop. A card that was found elsewhere is shown among all. */
  start(card: string | undefined): () => void {
    if (card !== undefined) {
      this.text = "";
      this.chosen = card;
    }
    void this.#load();
    return onChanges(["reviews", "knowledge", "library"], () => {
      void this.#load();
    });
  }

  async filter(text: string): Promise<void> {
    this.text = text;
    await this.#load();
  }

  async choose(id: string): Promise<void> {
    this.chosen = id;
    const card = await ask("study/card", { id });
    if (this.chosen === id) this.card = card;
  }

  /** Chooses the card so many lines away. */
  move(step: number): void {
    const last = this.list.cards.length - 1;
    const next = this.list.cards[Math.min(last, Math.max(0, this.at + step))];
    if (next) void this.choose(next.id);
  }

  /** Takes a card of the person's own away; the next one is looked at. */
  async remove(): Promise<void> {
    const { card, at } = this;
    if (!card?.isOwn) return;
    const removed = await ask("cards/remove", { id: card.id });
    if (!removed) return;
    this.chosen = (this.list.cards[at + 1] ?? this.list.cards[at - 1])?.id;
    notices.say("Card removed", {
      label: "Undo",
      run: () => void this.#restore(removed.trashed),
    });
    await this.#load();
  }

  async #restore(trashed: string): Promise<void> {
    const restored = await ask("cards/restore", { trashed });
    if (!restored) return;
    this.chosen = restored.id;
    await this.#load();
  }

  async #load(): Promise<void> {
    const mine = ++this.#latest;
    const list = await ask("study/cards", { text: this.text });
    if (mine !== this.#latest || !list) return;
    this.list = list;
    this.isLoaded = true;
    const isListed = list.cards.some(({ id }) => id === this.chosen);
    const next: CardRow | undefined = list.cards[0];
    if (isListed && this.chosen !== undefined) await this.choose(this.chosen);
    else if (next) await this.choose(next.id);
    else this.card = undefined;
  }
}

export const cardBrowser = new CardBrowser();
