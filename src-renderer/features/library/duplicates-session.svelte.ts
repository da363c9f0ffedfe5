import type { CatalogueRow, DuplicateGroup } from "#bridge/contract/catalogue";
import type { Failure } from "#domain/failure";
import { ask } from "../../app/ask";
import { onChanges, request } from "../../app/bridge";
import { coalesce } from "../../app/coalesce";
import { counted } from "../../app/number-words";
import { itemActions } from "./item-actions.svelte";

/** Comparing every text takes a moment; a burst of changes costs one more comparison. */
const REFRESH_GAP_MS = 1_000;

/** Items that seem to be the same work. */
class DuplicatesSession {
  groups = $state.raw<readonly DuplicateGroup[] | undefined>();
  failure = $state.raw<Failure | undefined>();
  isLoading = $state(false);
  /** Which item of a group is to be kept, by the group's key. */
  #kept = $state.raw<ReadonlyMap<string, string>>(new Map());

  /** Looks for duplicates and follows changes; returns how to stop. */
  start(): () => void {
    const load = coalesce(() => this.#load(), REFRESH_GAP_MS);
    load();
    return onChanges(["library"], load);
  }

  /** The item to keep: as chosen, else the one most worked with. */
  keptOf(group: DuplicateGroup): CatalogueRow | undefined {
    const chosen = this.#kept.get(keyOf(group));
    return (
      group.items.find(({ id }) => id === chosen) ??
      group.items.toSorted((a, b) => weight(b) - weight(a))[0]
    );
  }

  keep(group: DuplicateGroup, id: string): void {
    this.#kept = new Map([...this.#kept, [keyOf(group), id]]);
  }

  /** Those that merging would take away: all but the kept one and what is bundled with the program. */
  othersOf(group: DuplicateGroup): readonly string[] {
    const kept = this.keptOf(group);
    return group.items
      .filter((item) => item.id !== kept?.id && !item.isBundled)
      .map(({ id }) => id);
  }

  /** Merges the others of a group into the kept one. */
  async merge(group: DuplicateGroup): Promise<void> {
    const kept = this.keptOf(group);
    const others = [...this.othersOf(group)];
    if (!kept || others.length === 0) return;
    const done = await ask("library/merge-items", { keep: kept.id, others });
    if (!done) return;
    itemActions.offerUndo(
      `${counted(others.length, "item was", "items were")} merged into “${kept.title}”.`,
      async () => {
        await ask("library/undo-merge", { undo: done.undo });
      },
    );
  }

  async #load(): Promise<void> {
    this.isLoading = true;
    const reply = await request("library/find-duplicates", {});
    this.isLoading = false;
    this.failure = reply.ok ? undefined : reply.failure;
    if (reply.ok) this.groups = reply.value;
  }
}

export const duplicatesSession = new DuplicatesSession();

/** Names a group by its members. */
export function keyOf(group: DuplicateGroup): string {
  return group.items.map(({ id }) => id).join(" ");
}

/** Bundled items cannot be merged away; then notes count, then what was read, then the fuller metadata. */
function weight(item: CatalogueRow): number {
  return (
    (item.isBundled ? 1_000_000 : 0) +
    item.noteCount * 1_000 +
    (item.position?.progress ?? 0) * 100 +
    item.creators.length +
    (item.date ? 1 : 0)
  );
}
