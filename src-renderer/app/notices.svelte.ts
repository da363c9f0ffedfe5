import { untrack } from "svelte";

/** A short message at the foot of the window, often with an undo. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: "plain" | "trouble";
  readonly action?: { readonly label: string; readonly run: () => void };
}

const SHOWN_MS = 8_000;

/** Messages that come and go. Trouble stays until it is dismissed. */
class Notices {
  #next = 0;
  #list = $state.raw<readonly Notice[]>([]);

  get list(): readonly Notice[] {
    return this.#list;
  }

  /** Returns the id by which it can be dismissed before its time. */
  say(text: string, action?: Notice["action"]): number {
    const id = this.#add({
      text,
      tone: "plain",
      ...(action ? { action } : {}),
    });
    window.setTimeout(() => this.dismiss(id), SHOWN_MS);
    return id;
  }

  /** Says that something went wrong: what happened, what is safe, and what to do. */
  trouble(text: string, action?: Notice["action"]): void {
    this.#add({ text, tone: "trouble", ...(action ? { action } : {}) });
  }

  dismiss(id: number): void {
    this.#list = untrack(() => this.#list).filter((notice) => notice.id !== id);
  }

  #add(notice: Omit<Notice, "id">): number {
    const id = this.#next++;
    this.#list = [...untrack(() => this.#list).slice(-2), { id, ...notice }];
    return id;
  }
}

export const notices = new Notices();
