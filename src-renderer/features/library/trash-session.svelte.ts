import type { TrashedItem } from "#bridge/contract/catalogue";
import type { Failure } from "#domain/failure";
import { onChanges, request } from "../../app/bridge";

/** What lies in the trash. */
class TrashSession {
  items = $state.raw<readonly TrashedItem[] | undefined>();
  failure = $state.raw<Failure | undefined>();

  /** Asks for the trash and follows changes; returns how to stop. */
  start(): () => void {
    void this.#load();
    return onChanges(["library"], () => void this.#load());
  }

  async #load(): Promise<void> {
    const reply = await request("library/list-trashed-items", {});
    this.failure = reply.ok ? undefined : reply.failure;
    if (reply.ok) this.items = reply.value;
  }
}

export const trashSession = new TrashSession();
