import {
  compareHistoricalDates,
  formatHistoricalDate,
} from "../historical-date";
import type { Actor, Role } from "../knowledge/actor";
import type { HistoricalEvent } from "../knowledge/event";
import type { Knowledge } from "../knowledge/knowledge";
import type { Position } from "../knowledge/position";
import { STANCE_WORDS } from "../knowledge/stance";
import type { Card } from "./card";

const BLANK = "_____";
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** Makes the cards that follow from what is known: two of each position, one of each event and of each actor with an office. */
export function makeCards(knowledge: Knowledge): Card[] {
  const actors = new Map(knowledge.actors.map((actor) => [actor.id, actor]));
  const issues = new Map(knowledge.issues.map((issue) => [issue.id, issue]));
  const positions = knowledge.positions.flatMap((position) => {
    const [actor, issue] = [
      actors.get(position.actor),
      issues.get(position.issue),
    ];
    if (!actor || !issue) return [];
    const rank = rankAmongSiblings(position, knowledge.positions);
    return [
      whoHeld(position, actor, issue.title),
      whatHeld(position, actor, issue, rank),
    ];
  });
  const events = knowledge.events.map((event) =>
    whatHappened(event, knowledge.events, actors),
  );
  const roles = knowledge.actors.flatMap((actor) => whichRole(actor));
  return [...positions, ...events, ...roles];
}

/** Replaces every name of an actor in a sentence by a blank, longest names first, on whole words. */
export function maskActor(sentence: string, actor: Actor): string {
  const names = [actor.name, ...actor.aliases].sort(
    (a, b) => b.length - a.length,
  );
  // Borders of words are looked at by hand: a pattern with them takes half a millisecond to make, for every sentence.
  const anyName = new RegExp(names.map(escapeRegExp).join("|"), "gu");
  return sentence.replace(anyName, (found, offset: number) => {
    const whole = names.find(
      (name) => found.startsWith(name) && isWhole(sentence, offset, name),
    );
    return whole === undefined ? found : BLANK + found.slice(whole.length);
  });
}

const ENDS_IN_LETTER = /[\p{L}\p{N}]$/u;
const BEGINS_WITH_LETTER = /^[\p{L}\p{N}]/u;

function isWhole(sentence: string, offset: number, name: string): boolean {
  const end = offset + name.length;
  return (
    !ENDS_IN_LETTER.test(sentence.slice(Math.max(0, offset - 2), offset)) &&
    !BEGINS_WITH_LETTER.test(sentence.slice(end, end + 2))
  );
}

function whoHeld(position: Position, actor: Actor, topic: string): Card {
  const masked = maskActor(position.statement, actor);
  const subject = masked.includes(BLANK)
    ? `Who is meant? ${masked}`
    : `Who held that? ${masked}`;
  return {
    ...fromPosition(position, "who-held"),
    topic,
    question: `${subject} (${formatHistoricalDate(position.date)})`,
    answer: actor.name,
    explanation: position.statement,
  };
}

interface Rank {
  readonly index: number;
  readonly of: number;
}

function whatHeld(
  position: Position,
  actor: Actor,
  issue: { readonly title: string; readonly question: string },
  rank: Rank,
): Card {
  const which =
    rank.of > 1
      ? `, in the ${ORDINALS[rank.index] ?? `${rank.index + 1}th`} of ${rank.of} recorded positions`
      : "";
  return {
    ...fromPosition(position, "what-held"),
    topic: issue.title,
    question: `What did ${nameInSentence(actor)} hold on “${issue.question}”${which}, and when?`,
    answer: `${capitalise(STANCE_WORDS[position.stance])}, ${formatHistoricalDate(position.date)}`,
    explanation: position.statement,
  };
}

function whatHappened(
  event: HistoricalEvent,
  all: readonly HistoricalEvent[],
  actors: ReadonlyMap<string, Actor>,
): Card {
  const isAlone = all.filter((other) => other.date === event.date).length === 1;
  const names = event.actors
    .slice(0, 2)
    .map((id) => actors.get(id)?.name ?? id);
  const hint =
    isAlone || names.length === 0
      ? ""
      : ` that involved ${names.join(" and ")}`;
  return {
    id: `c_${event.id}_what-happened`,
    origin: { kind: "event", id: event.id },
    form: "what-happened",
    topic: "Event",
    question: `What happened ${preposition(event.date)} ${formatHistoricalDate(event.date)}${hint}?`,
    answer: event.title,
    explanation: event.summary,
    attribution: event.attribution,
    evidence: event.evidence,
  };
}

function whichRole(actor: Actor): Card[] {
  if (actor.kind !== "person" || actor.roles.length === 0) return [];
  const told = actor.roles.map(roleWords).join("; ");
  return [
    {
      id: `c_${actor.id}_which-role`,
      origin: { kind: "actor", id: actor.id },
      form: "which-role",
      topic: "Actor",
      question: `Who is ${actor.name}, and in which role and time does the name appear?`,
      answer: told,
      explanation: actor.affiliationNote
        ? `${actor.name}: ${actor.affiliationNote}.`
        : "",
      attribution: [],
      evidence: actor.evidence,
    },
  ];
}

function fromPosition(position: Position, form: "who-held" | "what-held") {
  return {
    id: `c_${position.id}_${form}`,
    origin: { kind: "position" as const, id: position.id },
    form,
    stance: position.stance,
    attribution: position.attribution,
    evidence: position.evidence,
  };
}

function rankAmongSiblings(position: Position, all: readonly Position[]): Rank {
  const siblings = all
    .filter(
      (other) =>
        other.actor === position.actor && other.issue === position.issue,
    )
    .sort(
      (a, b) =>
        compareHistoricalDates(a.date, b.date) || (a.id < b.id ? -1 : 1),
    );
  return {
    index: siblings.findIndex((other) => other.id === position.id),
    of: siblings.length,
  };
}

function roleWords(role: Role): string {
  const from = role.from ? formatHistoricalDate(role.from) : undefined;
  const to = role.to ? formatHistoricalDate(role.to) : undefined;
  if (from && to) return `${role.title}, ${from} to ${to}`;
  if (from) return `${role.title}, from ${from}`;
  return to ? `${role.title}, until ${to}` : role.title;
}

function preposition(date: string): string {
  if (date.includes("/")) return "during";
  return /^\d{4}-\d{2}-\d{2}/u.test(date) ? "on" : "in";
}

function nameInSentence(actor: Actor): string {
  const takesArticle =
    actor.kind === "organisation" ||
    actor.kind === "body" ||
    /^United /u.test(actor.name);
  return takesArticle && actor.name !== "NATO"
    ? `the ${actor.name}`
    : actor.name;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}
