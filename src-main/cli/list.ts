import { ok } from "#domain/result";
import type { Catalogue } from "../catalogue/catalogue";
import { describeCatalogue } from "../catalogue/describe-catalogue";
import { queryIds, rowOf } from "../catalogue/query-items";
import { listNotes } from "../notes/note-operations";
import { readOnlyNotes } from "./read-only-notes";
import { usageFault, type CliContext, type CliOutcome } from "./run-cli";

type Row = {
  readonly id: string;
  readonly title?: string;
  readonly name?: string;
  readonly question?: string;
  /** What else a line says, for people. */
  readonly tags?: readonly string[];
  readonly collections?: readonly string[];
};

/** `aide list KIND`: what the library holds, the bundled collections included. */
export async function list(context: CliContext): Promise<CliOutcome> {
  const { operands, isJson } = context.arguments;
  const rows = await rowsOf(operands[0] ?? "items", context);
  if (!rows) return usageFault(`list knows no “${operands[0]}”`);
  if (isJson) context.print(JSON.stringify(rows));
  else for (const row of rows) context.print(lineOf(row));
  return ok("done");
}

async function rowsOf(
  kind: string,
  context: CliContext,
): Promise<readonly Row[] | undefined> {
  switch (kind) {
    case "items":
      return listCatalogue(await context.catalogue());
    case "collections":
      return listCollections(await context.catalogue());
    case "notes":
      return listNotes(readOnlyNotes(context.library, await context.items()));
    case "cards":
      return context.cards();
    case "actors":
    case "issues":
    case "events":
      return (await context.knowledge())[kind];
    case "positions":
      return (await context.knowledge()).positions.map((position) => ({
        ...position,
        title: position.statement,
      }));
    default:
      return undefined;
  }
}

/** In the order of the library screen, each with the titles of the collections it is in. */
async function listCatalogue(catalogue: Catalogue): Promise<Row[]> {
  const index = await catalogue.index();
  const { collections } = await describeCatalogue(catalogue);
  const titles = new Map(collections.map(({ id, title }) => [id, title]));
  const order = { by: "order", isDescending: false } as const;
  return (await queryIds(catalogue, {}, order))
    .map((id) => index.find(id))
    .filter((entry) => entry !== undefined)
    .map((entry) => {
      const {
        noteCount: _notes,
        dueCount: _due,
        ...row
      } = rowOf(catalogue, entry);
      const ids = catalogue.memberships().of(entry.id);
      return { ...row, collections: ids.map((id) => titles.get(id) ?? id) };
    });
}

async function listCollections(catalogue: Catalogue): Promise<Row[]> {
  const { collections } = await describeCatalogue(catalogue);
  const memberships = catalogue.memberships();
  return collections.map((collection) => ({
    ...collection,
    items: [...memberships.members(collection.id)],
  }));
}

function lineOf(row: Row): string {
  const { collections = [], tags = [] } = row;
  const title = row.title ?? row.name ?? row.question ?? "";
  const more = [collections.join(", "), tags.map((tag) => `#${tag}`).join(" ")];
  return [row.id, title, ...(row.collections ? more : [])].join("\t").trimEnd();
}
