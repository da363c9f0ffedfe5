import { formatHistoricalDate } from "#domain/historical-date";
import type { Actor } from "#domain/knowledge/actor";
import { formatAttribution, isFirstHand } from "#domain/knowledge/attribution";
import type { Evidence } from "#domain/knowledge/evidence";
import type { HistoricalEvent } from "#domain/knowledge/event";
import type { Issue } from "#domain/knowledge/issue";
import type { Knowledge } from "#domain/knowledge/knowledge";
import type { Position } from "#domain/knowledge/position";
import { STANCE_WORDS } from "#domain/knowledge/stance";
import type { KnownName, SearchDocument } from "../protocol";
import { listDocuments, type Unmarked } from "./list-documents";
import type { DocumentSource } from "./search-source";

/** Actors, issues, positions and events. */
export function knowledgeDocuments(
  knowledge: () => Knowledge,
): readonly DocumentSource[] {
  const nameOf = (id: string): string =>
    knowledge().actors.find((actor) => actor.id === id)?.name ?? id;
  const titleOf = (id: string): string =>
    knowledge().issues.find((issue) => issue.id === id)?.title ?? id;
  return [
    listDocuments("actor/", () => knowledge().actors, actorDocument),
    listDocuments("issue/", () => knowledge().issues, issueDocument),
    listDocuments(
      "position/",
      () => knowledge().positions,
      (position) =>
        positionDocument(
          position,
          `${nameOf(position.actor)} · ${titleOf(position.issue)}`,
        ),
    ),
    listDocuments(
      "event/",
      () => knowledge().events,
      (event) => eventDocument(event, event.actors.map(nameOf)),
    ),
  ];
}

/** Everybody and everything that has names, with all of them. */
export function knownNames({ actors, issues }: Knowledge): KnownName[] {
  return [
    ...actors.map((actor): KnownName => ({
      kind: "actor",
      id: actor.id,
      name: actor.name,
      aliases: actor.aliases,
      detail: rolesOf(actor),
      actorKind: actor.kind,
    })),
    ...issues.map((issue): KnownName => ({
      kind: "issue",
      id: issue.id,
      name: issue.title,
      aliases: issue.aliases,
      detail: issue.question,
    })),
  ];
}

/** What a position answers to among the filters: words at first hand are never taken for hearsay, nor the other way round. */
export function positionLinks(position: Position): string[] {
  const { actor, issue, stance, attribution } = position;
  const voice = isFirstHand(attribution) ? "said-by" : "reported";
  return [
    `actor:${actor}`,
    `issue:${issue}`,
    `stance:${stance}`,
    `${voice}:${actor}`,
  ];
}

/** All that an actor was, or what it is where no role is known. */
function rolesOf({ roles, kind }: Actor): string {
  return roles.length > 0 ? roles.map(({ title }) => title).join("; ") : kind;
}

function actorDocument(actor: Actor): Unmarked {
  const { id, name, aliases, roles, affiliationNote, evidence } = actor;
  const titles = roles.map(({ title }) => title);
  return {
    kind: "actor",
    id,
    title: name,
    detail: rolesOf(actor),
    tags: [],
    names: aliases,
    links: [`actor:${id}`],
    ...restsOn(evidence),
    text: plain([...titles, affiliationNote ?? ""]),
  };
}

function issueDocument(issue: Issue): Unmarked {
  const { id, title, question, note, aliases, evidence } = issue;
  return {
    kind: "issue",
    id,
    title,
    detail: question,
    tags: [],
    names: aliases,
    links: [`issue:${id}`],
    ...restsOn(evidence),
    text: plain([question, note]),
  };
}

function positionDocument(position: Position, title: string): Unmarked {
  const { id, stance, attribution, date, statement, evidence } = position;
  return {
    kind: "position",
    id,
    title,
    detail: `${STANCE_WORDS[stance]} · ${formatAttribution(attribution)}`,
    tags: [],
    date,
    links: positionLinks(position),
    ...restsOn(evidence),
    text: plain([statement]),
  };
}

function eventDocument(
  event: HistoricalEvent,
  names: readonly string[],
): Unmarked {
  const { id, title, summary, date, actors, evidence } = event;
  return {
    kind: "event",
    id,
    title,
    detail: formatHistoricalDate(date),
    tags: [],
    names,
    date,
    links: actors.map((actor) => `actor:${actor}`),
    ...restsOn(evidence),
    text: plain([summary]),
  };
}

function restsOn(
  evidence: readonly Evidence[],
): Pick<SearchDocument, "evidence" | "itemId"> {
  const item = evidence[0]?.item;
  return {
    ...(item === undefined ? {} : { itemId: item }),
    evidence: evidence.map((each) => ({
      item: each.item,
      exact: each.selector.exact,
    })),
  };
}

function plain(lines: readonly string[]): SearchDocument["text"] {
  const body = lines.filter((line) => line !== "").join("\n");
  return { form: "plain", body };
}
