import type {
  HitGroup,
  HitKind,
  HitList,
  Mark,
  NameHit,
  Snippet,
} from "#domain/search/hit";
import { withoutRepeats } from "#domain/search/without-repeats";
import type { HistoricalDate } from "#domain/historical-date";
import type { TextRange } from "#domain/text/blocks";
import type { Beside, Route } from "../../app/route";

/** One line of the list: a name, or one of a group's passages. */
export interface HitRow {
  /** Unique in the list. */
  readonly key: string;
  /** What a preview is asked by; a tag has none. */
  readonly previewKey?: string;
  readonly kind: HitKind;
  readonly isName: boolean;
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly titleMarks: readonly Mark[];
  readonly alias?: string;
  readonly date?: HistoricalDate;
  readonly itemId?: string;
  readonly heading: string;
  readonly headingMarks: readonly Mark[];
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
  const texts = withoutRepeats(hits).map((group) => {
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
    ...previewKeyOf(hit),
    isName: true,
    heading: "",
    headingMarks: [],
  };
}

/** Of what is found by its name, the beginning is looked at; of a heading, the passage that stands under it. */
function previewKeyOf(hit: NameHit): { readonly previewKey?: string } {
  const { kind, id, itemId, target } = hit;
  if (kind === "tag") return {};
  if (kind !== "item") return { previewKey: `${kind}/${id}#0` };
  const item = `item/${itemId ?? id}`;
  return { previewKey: target ? `${item}@${target.start}` : `${item}#0` };
}

function textRows({ hits, ...group }: HitGroup): HitRow[] {
  const { kind, id, itemId, title, titleMarks, detail, date } = group;
  return hits.map(({ id: key, heading, headingMarks, snippet, target }) => ({
    key,
    previewKey: key,
    kind,
    isName: false,
    id,
    title,
    detail,
    titleMarks,
    ...(itemId === undefined ? {} : { itemId }),
    ...(date === undefined ? {} : { date }),
    heading,
    headingMarks,
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
