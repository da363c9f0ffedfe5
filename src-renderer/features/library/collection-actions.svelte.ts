import type { CollectionSummary } from "#bridge/contract/catalogue";
import { ask } from "../../app/ask";
import { counted } from "../../app/number-words";
import { itemActions } from "./item-actions.svelte";
import { librarySession as session } from "./library-session.svelte";
import { ALL } from "./scope";

/** Makes a collection, and puts items into it where some are given. */
export async function createCollection(
  title: string,
  items?: ReadonlySet<string>,
): Promise<void> {
  const reply = await ask("library/create-collection", { title });
  if (!reply) return;
  const { id } = reply;
  const add = [...(items ?? [])];
  if (add.length === 0) session.show({ kind: "collection", id });
  else await ask("library/set-members", { collection: id, add, remove: [] });
  const what =
    add.length > 0 ? `, with ${counted(add.length, "item", "items")}` : "";
  itemActions.offerUndo(`“${title}” was made${what}.`, async () => {
    leave(id);
    await ask("library/remove-collection", { id });
  });
}

/** Gives a collection another name. */
export async function renameCollection(
  { id, title: before }: CollectionSummary,
  title: string,
): Promise<void> {
  if (title === before || title === "") return;
  const reply = await ask("library/rename-collection", { id, title });
  if (!reply) return;
  itemActions.offerUndo(`“${before}” is now “${title}”.`, async () => {
    await ask("library/rename-collection", {
      id,
      title: reply.before,
    });
  });
}

/** Moves a collection to the trash; its items stay in the library. */
export async function removeCollection({
  id,
  title,
}: CollectionSummary): Promise<void> {
  const reply = await ask("library/remove-collection", { id });
  if (!reply) return;
  leave(id);
  itemActions.offerUndo(
    `The collection “${title}” is in the trash; its items stay in the library.`,
    async () => {
      await ask("library/restore-collection", {
        trashed: reply.trashed,
      });
    },
  );
}

/** A collection that goes is not shown any longer. */
function leave(collection: string): void {
  const { scope } = session;
  if (scope.kind === "collection" && scope.id === collection) session.show(ALL);
}
