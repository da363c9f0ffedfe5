import type { catalogue as requests } from "#bridge/contract/catalogue";
import type { Handlers } from "#bridge/contract/index";
import { fail, ok, type Result } from "#domain/result";
import { join } from "node:path";
import type { Catalogue, UserCatalogue } from "../catalogue/catalogue";
import { refuseBundled, setMembers } from "../catalogue/change-collections";
import { describeCatalogue } from "../catalogue/describe-catalogue";
import { editItems } from "../catalogue/edit-items";
import { findDuplicates } from "../catalogue/find-duplicates";
import { getDetails } from "../catalogue/get-details";
import { mergeItems, undoMerge } from "../catalogue/merge-items";
import { queryIds, queryItems } from "../catalogue/query-items";
import {
  listTrashedItems,
  removeItems,
  restoreItems,
} from "../catalogue/trash-items";
import type { Session } from "../session";

export interface CatalogueSurroundings {
  /** The program's `resources` folder, with the bundled files. */
  readonly resources: string;
  /** Shows a file in the system's file manager. */
  readonly showInFolder: (path: string) => void;
}

type CatalogueHandlers = Pick<Handlers, keyof typeof requests>;

/** The catalogue: what is listed, and everything a person does to it. What changes needs an open library. */
export function catalogueHandlers(
  session: Session,
  { resources, showInFolder }: CatalogueSurroundings,
): CatalogueHandlers {
  const { clock, settings } = session.options;
  const changing = async <Value>(
    task: (catalogue: Catalogue, user: UserCatalogue) => Promise<Result<Value>>,
  ): Promise<Result<Value>> => {
    const workspace = session.workspace();
    if (!workspace.ok) return workspace;
    const { catalogue } = session;
    const { user } = catalogue.options;
    return user
      ? task(catalogue, user)
      : fail({ code: "bad-request", detail: "no library is open" });
  };
  const grouping = <Value>(
    collection: string | undefined,
    task: (collections: UserCatalogue["collections"]) => Promise<Result<Value>>,
  ): Promise<Result<Value>> =>
    changing(async (catalogue, { collections }) => {
      const refused =
        collection === undefined
          ? undefined
          : refuseBundled(catalogue, collection);
      if (refused) return refused;
      const done = await task(collections);
      if (done.ok) catalogue.collectionsChanged();
      return done;
    });
  return {
    "library/overview": async () =>
      ok({
        path: session.libraryPath,
        isWritable: session.isWritable,
        problems: session.problems(),
        ...(await describeCatalogue(session.catalogue)),
      }),
    "library/query": async ({ filter, sort, from, count }) =>
      ok(
        await queryItems(
          session.catalogue,
          filter,
          sort ?? settings.get().librarySort,
          { from, count },
        ),
      ),
    "library/query-ids": async ({ filter, sort }) =>
      ok(await queryIds(session.catalogue, filter, sort)),
    "library/details": ({ id }) => getDetails(session.catalogue, id),
    "library/edit": ({ patches }) =>
      changing(async (catalogue, user) => {
        const inverse = await editItems(catalogue, user, patches, clock());
        return inverse.ok ? ok({ inverse: inverse.value }) : inverse;
      }),
    "library/create-collection": ({ title }) =>
      grouping(undefined, async (collections) => {
        const id = await collections.create(title, clock());
        return id.ok ? ok({ id: id.value }) : id;
      }),
    "library/rename-collection": ({ id, title }) =>
      grouping(id, async (collections) => {
        const before = await collections.rename(id, title, clock());
        return before.ok ? ok({ before: before.value }) : before;
      }),
    "library/remove-collection": ({ id }) =>
      grouping(id, async (collections) => {
        const trashed = await collections.remove(id, clock());
        return trashed.ok ? ok({ trashed: trashed.value }) : trashed;
      }),
    "library/restore-collection": ({ trashed }) =>
      grouping(undefined, async (collections) => {
        const restored = await collections.restore(trashed);
        return restored.ok ? ok(null) : restored;
      }),
    "library/set-members": (change) =>
      changing(async (catalogue, user) => {
        const changed = await setMembers(catalogue, user, change, clock());
        if (changed.ok) catalogue.collectionsChanged();
        return changed;
      }),
    "library/remove-items": ({ ids }) =>
      changing(async (catalogue, user) => {
        const trashed = await removeItems(catalogue, user, ids, clock());
        return trashed.ok ? ok({ trashed: trashed.value }) : trashed;
      }),
    "library/restore-items": ({ trashed }) =>
      changing(async (_, user) => {
        const ids = await restoreItems(user, trashed, clock());
        return ids.ok ? ok({ ids: ids.value }) : ids;
      }),
    "library/list-trashed-items": async () => {
      const { user } = session.catalogue.options;
      return ok(user ? await listTrashedItems(user) : []);
    },
    "library/find-duplicates": async () =>
      ok(await findDuplicates(session.catalogue)),
    "library/merge-items": (merge) =>
      changing(async (catalogue, user) => {
        const undo = await mergeItems(catalogue, user, merge, clock());
        return undo.ok ? ok({ undo: undo.value }) : undo;
      }),
    "library/undo-merge": ({ undo }) =>
      changing((catalogue, user) => undoMerge(catalogue, user, undo, clock())),
    "library/show-original": ({ id }) => {
      const original = originalOf(session, resources, id);
      if (!original.ok) return original;
      showInFolder(original.value);
      return ok(null);
    },
  };
}

function originalOf(
  session: Session,
  resources: string,
  id: string,
): Result<string> {
  const item = session.items.find(id);
  if (!item) return fail({ code: "not-found", kind: "item", id });
  const { collection, metadata } = item;
  if (collection !== undefined)
    return ok(
      join(resources, "corpus", collection, "items", `${metadata.id}.md`),
    );
  const workspace = session.workspace();
  return workspace.ok
    ? workspace.value.items.originalOf(metadata.id)
    : workspace;
}
