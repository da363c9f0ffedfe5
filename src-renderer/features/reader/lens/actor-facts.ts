import type {
  AnchoredActor,
  AnchoredEvent,
  AnchoredPosition,
  KnowledgeOverview,
} from "#bridge/contract/knowledge";
import {
  compareHistoricalDates,
  formatHistoricalDate,
  parseHistoricalDate,
  type HistoricalDate,
} from "#domain/historical-date";
import { rolesAtDate, type RoleAtDate } from "#domain/knowledge/role-at-date";
import { countShifts } from "#domain/knowledge/stance-shifts";
import { counted } from "../../../app/number-words";

const MOST_POSITIONS = 4;
const DAY_MS = 86_400_000;

/** What the lens shows of an actor, seen from an item's date. */
export interface ActorFacts {
  readonly actor: AnchoredActor;
  readonly roles: readonly string[];
  readonly affiliation: string | undefined;
  /** Those nearest to the item's date, in the order of time. */
  readonly positions: readonly AnchoredPosition[];
  readonly counts: string;
}

/** Gathers what is known about an actor. `date`: the item's. */
export function actorFacts(
  { actors, positions, events }: KnowledgeOverview,
  id: string,
  date: HistoricalDate | undefined,
): ActorFacts | undefined {
  const actor = actors.find((each) => each.id === id);
  if (!actor) return undefined;
  const own = positions.filter((each) => each.actor === id);
  const belongsTo = actors.find((each) => each.id === actor.affiliation)?.name;
  return {
    actor,
    roles: rolesAtDate(actor.roles, date).map((found) =>
      roleWords(found, date),
    ),
    affiliation: belongsTo ?? actor.affiliationNote,
    positions: nearest(own, date),
    counts: countWords(own, eventsWith(events, id)),
  };
}

function roleWords(
  { role: { title, from, to }, when }: RoleAtDate,
  date: HistoricalDate | undefined,
): string {
  const span =
    from && to
      ? `, ${formatHistoricalDate(from)} to ${formatHistoricalDate(to)}`
      : from
        ? `, since ${formatHistoricalDate(from)}`
        : to
          ? `, until ${formatHistoricalDate(to)}`
          : "";
  switch (when) {
    case "then":
      return `${title}${span} · in this role ${date ? dateWords(date) : "then"}`;
    case "before":
      return `Formerly ${title}${span}`;
    case "after":
      return `Later ${title}${span}`;
    case "unknown":
      return `${title}${span}`;
  }
}

/** `on 10 September 2009`, `in September 2009`, `in 2008–2010`. */
function dateWords(date: HistoricalDate): string {
  return `${/^\d{4}-\d{2}-\d{2}$/u.test(date) ? "on" : "in"} ${formatHistoricalDate(date)}`;
}

function nearest(
  positions: readonly AnchoredPosition[],
  date: HistoricalDate | undefined,
): AnchoredPosition[] {
  return [...positions]
    .sort((a, b) => daysFrom(a.date, date) - daysFrom(b.date, date))
    .slice(0, MOST_POSITIONS)
    .sort((a, b) => compareHistoricalDates(a.date, b.date));
}

function daysFrom(
  date: HistoricalDate,
  from: HistoricalDate | undefined,
): number {
  const one = parseHistoricalDate(date);
  const other = from === undefined ? undefined : parseHistoricalDate(from);
  if (!one || !other) return 0;
  return (
    Math.abs(Date.parse(one.firstDay) - Date.parse(other.firstDay)) / DAY_MS
  );
}

function eventsWith(
  events: readonly AnchoredEvent[],
  actor: string,
): readonly AnchoredEvent[] {
  return events.filter(({ actors }) => actors.includes(actor));
}

function countWords(
  positions: readonly AnchoredPosition[],
  events: readonly AnchoredEvent[],
): string {
  const shifts = countShifts(positions);
  return [
    positions.length > 0
      ? counted(positions.length, "position", "positions")
      : "No position",
    ...(shifts > 0 ? [counted(shifts, "shift", "shifts")] : []),
    ...(events.length > 0 ? [counted(events.length, "event", "events")] : []),
  ].join(" · ");
}
