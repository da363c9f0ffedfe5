import type {
  HitGroup,
  HitKind,
  HitList,
  NameHit,
  Snippet,
} from "#domain/search/hit";
import type { TextRange } from "#domain/text/blocks";
import type { Beside, Route } from "../../app/route";

/** One line of the list: a name, or one of a group's passages. */
export interface HitRow {
  /** Unique in the list; of a text, what a preview is asked by. */
  readonly key: string;
  readonly kind: HitKind;
  readonly isName: boolean;
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly titleMarks: readonly TextRange[];
  readonly itemId?: string;
  readonly heading: string;
  readonly snippet?: Snippet;
  readonly target?: TextRange;
}

/** What was found of one item, note and so on: its title once, and a line for each passage. */
export interface RowGroup {
  readonly key: string;
  readonly group?: HitGroup;
  readonly rows: readonly HitRow[];
  /** Of the first row among all rows. */
  readonly from: number;
}

/** The names of an answer, and its texts group by group, in the order in which arrows walk through them. */
export function rowGroups(hits: HitList): {
  readonly names: RowGroup;
  readonly texts: readonly RowGroup[];
} {
  const names = hits.names.map(nameRow);
  let from = names.length;
  const texts = hits.groups.map((group) => {
    const rows = textRows(group);
    const at = from;
    from += rows.length;
    return { key: `${group.kind}/${group.id}`, group, rows, from: at };
  });
  return { names: { key: "names", rows: names, from: 0 }, texts };
}

function nameRow(hit: NameHit): HitRow {
  return {
    ...hit,
    key: `name/${hit.kind}/${hit.id}`,
    isName: true,
    heading: "",
  };
}

function textRows({ hits, ...group }: HitGroup): HitRow[] {
  const { kind, id, itemId, title, titleMarks, detail } = group;
  return hits.map(({ id: key, heading, snippet, target }) => ({
    key,
    kind,
    isName: false,
    id,
    title,
    detail,
    titleMarks,
    ...(itemId === undefined ? {} : { itemId }),
    heading,
    snippet,
    ...(kind === "passage" || kind === "note" ? { target } : {}),
  }));
}

/** Where a hit leads. */
export function routeOf(hit: HitRow): Route {
  switch (hit.kind) {
    case "passage":
    case "annotation":
    case "item":
      return {
        screen: "reader",
        item: hit.itemId ?? hit.id,
        ...(hit.target ? { target: hit.target } : {}),
      };
    case "note":
      return {
        screen: "notes",
        note: hit.id,
        ...(hit.target ? { target: hit.target } : {}),
      };
    case "card":
      return { screen: "study", browse: { card: hit.id } };
    case "position":
      return { screen: "actors", view: "matrix", position: hit.id };
    case "event":
      return { screen: "actors", view: "events", event: hit.id };
    case "tag":
      return { screen: "search", query: `tag:"${hit.id}"` };
    case "actor":
      return { screen: "actors", view: "actors", actor: hit.id };
    case "issue":
      return { screen: "actors", view: "issues", issue: hit.id };
  }
}

/** What of a hit can stand beside an item that is read. */
export function besideOf(hit: HitRow): Beside | undefined {
  const route = routeOf(hit);
  // A card stands on its own screen; beside a text stands what it rests on.
  if (hit.kind === "card" && hit.itemId !== undefined)
    return { item: hit.itemId };
  if (route.screen === "notes" && route.note !== undefined)
    return { note: route.note };
  if (route.screen !== "reader") return undefined;
  const { screen: _reader, ...place } = route;
  return place;
}
