import { listCreators, type Creator } from "../library/creator";
import type { Actor } from "./actor";
import type { AttributionChain } from "./attribution";

/** The item a statement is read in. */
export interface ReadItem {
  readonly title: string;
  readonly creators: readonly Creator[];
}

/**
 * How a statement read in an item is known, unless the reader says otherwise: whoever made the item reports that the
 * actor says so. Where the actor made the item, it is first-hand. An item without a maker reports itself, by its title.
 */
export function defaultAttribution(
  { title, creators }: ReadItem,
  actor: Pick<Actor, "id" | "name" | "aliases"> | { readonly name: string },
  known: readonly Pick<Actor, "id" | "name" | "aliases">[],
): AttributionChain {
  const own = {
    speaker: actor.name,
    ...("id" in actor ? { actor: actor.id } : {}),
    mode: "says" as const,
  };
  const names =
    "aliases" in actor ? [actor.name, ...actor.aliases] : [actor.name];
  const isMaker = creators.some((creator) =>
    names.some((name) => sameName(name, creator.name)),
  );
  return isMaker
    ? [own]
    : [{ ...makerOf({ title, creators }, known), mode: "reports" }, own];
}

/** How an event read in an item is known: its maker reports it. */
export function reportedBy(
  item: ReadItem,
  known: readonly Pick<Actor, "id" | "name" | "aliases">[],
): AttributionChain {
  return [{ ...makerOf(item, known), mode: "reports" }];
}

function makerOf(
  { title, creators }: ReadItem,
  known: readonly Pick<Actor, "id" | "name" | "aliases">[],
): { readonly speaker: string; readonly actor?: string } {
  if (creators.length === 0) return { speaker: title };
  const speaker = listCreators(creators);
  const actor = actorNamed(speaker, known);
  return { speaker, ...(actor === undefined ? {} : { actor }) };
}

/** Id of the one actor with a name or alias, case aside; none when it is ambiguous. */
export function actorNamed(
  name: string,
  known: readonly Pick<Actor, "id" | "name" | "aliases">[],
): string | undefined {
  const found = known.filter((actor) =>
    [actor.name, ...actor.aliases].some((each) => sameName(each, name)),
  );
  return found.length === 1 ? found[0]?.id : undefined;
}

function sameName(a: string, b: string): boolean {
  const bare = (name: string): string =>
    name
      .trim()
      .replace(/^the\s+/iu, "")
      .toLowerCase();
  return bare(a) === bare(b) && bare(a) !== "";
}
