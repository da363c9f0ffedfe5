import type { Handlers } from "#bridge/contract/index";
import { advanceReadingPosition } from "#domain/library/reading-position";
import { fail, ok } from "#domain/result";
import { getItem } from "../library/get-item";
import { unlockItem } from "../library/unlock-item";
import type { Session } from "../session";

type LibraryHandlers = Pick<
  Handlers,
  | "library/get-item"
  | "library/unlock-item"
  | "library/save-reading-position"
  | "library/reopen"
>;

/** Items, where one stands in them, and what is known from them. */
export function libraryHandlers(session: Session): LibraryHandlers {
  const { positions } = session.options;
  const findPosition = positions.find.bind(positions);
  return {
    "library/get-item": async ({ id }) => {
      const workspace = session.workspace();
      const notes = workspace.ok
        ? await workspace.value.notes.store.scan()
        : [];
      return getItem(
        {
          items: session.items,
          knowledge: session.knowledge,
          notes: notes.map((file) => file.note),
          cards: workspace.ok ? workspace.value.ownCards.list() : [],
          findPosition,
        },
        id,
      );
    },
    "library/unlock-item": async ({ id: wanted, password }) => {
      const workspace = session.workspace();
      if (!workspace.ok) return workspace;
      const { items, merged } = workspace.value;
      const id = merged.keptFor(wanted);
      const unlocked = await unlockItem(items, id, password);
      if (unlocked.ok) await session.search?.changed([`item/${id}`]);
      return unlocked;
    },
    "library/save-reading-position": ({ item: wanted, ...place }) => {
      const item = session.items.find(wanted)?.metadata.id;
      if (item === undefined)
        return fail({ code: "not-found", kind: "item", id: wanted });
      const position = advanceReadingPosition(positions.find(item), place);
      positions.set(item, position);
      session.options.onChanges({ subject: "positions", ids: [item] });
      return ok(position);
    },
    "library/reopen": async () => {
      await session.open();
      return ok(null);
    },
  };
}
