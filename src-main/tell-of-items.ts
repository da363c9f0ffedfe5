import { atMostEvery } from "./import/at-most-every";
import type { ItemStore } from "./library/item-store";
import type { Session } from "./session";

/** Whoever shows items asks for all of them again: once a second is often enough while many come in. */
const TELL_EVERY_MS = 1_000;

/** Passes on which imported items came, changed or went: to the screen, and at once to the search process. */
export function tellOfItems(store: ItemStore, session: Session): void {
  let changed: string[] = [];
  const tell = atMostEvery(TELL_EVERY_MS, () => {
    const ids = changed;
    changed = [];
    session.options.onChanges({ subject: "library", ids });
  });
  store.onChange((ids) => {
    changed.push(...ids);
    tell();
    void session.search?.changed(ids.map((id) => `item/${id}`));
  });
}
