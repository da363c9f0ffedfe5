import { parseHistoricalDate } from "../historical-date";
import { findOccurrences } from "../text/anchor";
import type { Evidence } from "./evidence";
import type { Knowledge } from "./knowledge";

/** What a check of knowledge against its items found wrong. */
export interface KnowledgeFault {
  readonly code:
    | "duplicate-id"
    | "unknown-id"
    | "ambiguous-alias"
    | "no-evidence"
    | "quote-missing"
    | "quote-not-unique"
    | "bad-date"
    | "no-attribution"
    | "no-source"
    | "weak-fact";
  /** The record, as `positions/p01-rasmussen-formal-contacts`. */
  readonly record: string;
  readonly detail: string;
}

export interface KnowledgeContext {
  readonly knowledge: Knowledge;
  /** Canonical text of each item, by id. */
  readonly texts: ReadonlyMap<string, string>;
  /** Confidence of each checked fact, by id. */
  readonly facts: ReadonlyMap<string, string>;
  /** Facts named by each item, by item id. */
  readonly itemFacts: ReadonlyMap<string, readonly string[]>;
}

/**
 * Proves that a collection's knowledge stands on its items: each quotation occurs once in its item, every id resolves,
 * an alias belongs to one actor, every actor and issue has evidence, dates can be read, no weak fact is used.
 */
export function checkKnowledge(context: KnowledgeContext): KnowledgeFault[] {
  return [
    ...checkIds(context.knowledge),
    ...checkAliases(context.knowledge),
    ...checkEvidence(context),
    ...checkDatesAndSources(context.knowledge),
    ...checkFacts(context),
  ];
}

interface AnyRecord {
  readonly id: string;
  readonly evidence: readonly Evidence[];
}

function* recordsOf(knowledge: Knowledge): Generator<[string, AnyRecord]> {
  for (const kind of ["actors", "issues", "positions", "events"] as const) {
    for (const record of knowledge[kind])
      yield [`${kind}/${record.id}`, record];
  }
}

function checkIds(knowledge: Knowledge): KnowledgeFault[] {
  const faults: KnowledgeFault[] = [];
  const seen = new Set<string>();
  for (const [record] of recordsOf(knowledge)) {
    if (seen.has(record))
      faults.push({ code: "duplicate-id", record, detail: record });
    seen.add(record);
  }
  const need = (record: string, target: string): void => {
    if (!seen.has(target))
      faults.push({ code: "unknown-id", record, detail: target });
  };
  for (const actor of knowledge.actors) {
    if (actor.affiliation)
      need(`actors/${actor.id}`, `actors/${actor.affiliation}`);
  }
  for (const position of knowledge.positions) {
    const record = `positions/${position.id}`;
    need(record, `actors/${position.actor}`);
    need(record, `issues/${position.issue}`);
    for (const link of position.attribution)
      if (link.actor) need(record, `actors/${link.actor}`);
  }
  for (const event of knowledge.events) {
    for (const actor of event.actors)
      need(`events/${event.id}`, `actors/${actor}`);
    for (const link of event.attribution)
      if (link.actor) need(`events/${event.id}`, `actors/${link.actor}`);
  }
  return faults;
}

function checkAliases(knowledge: Knowledge): KnowledgeFault[] {
  const owners = new Map<string, string>();
  const faults: KnowledgeFault[] = [];
  for (const actor of knowledge.actors) {
    for (const name of new Set(
      [actor.name, ...actor.aliases].map((each) => each.toLowerCase()),
    )) {
      const owner = owners.get(name);
      if (owner)
        faults.push({
          code: "ambiguous-alias",
          record: `actors/${actor.id}`,
          detail: `${name} (${owner})`,
        });
      owners.set(name, actor.id);
    }
  }
  return faults;
}

function checkEvidence({
  knowledge,
  texts,
}: KnowledgeContext): KnowledgeFault[] {
  const faults: KnowledgeFault[] = [];
  for (const [record, { evidence }] of recordsOf(knowledge)) {
    if (evidence.length === 0)
      faults.push({ code: "no-evidence", record, detail: "" });
    for (const { item, selector } of evidence) {
      const text = texts.get(item);
      if (text === undefined)
        faults.push({ code: "unknown-id", record, detail: `items/${item}` });
      const count =
        text === undefined ? 1 : findOccurrences(text, selector.exact).length;
      if (count === 0)
        faults.push({ code: "quote-missing", record, detail: selector.exact });
      if (count > 1)
        faults.push({
          code: "quote-not-unique",
          record,
          detail: selector.exact,
        });
    }
  }
  return faults;
}

function checkDatesAndSources(knowledge: Knowledge): KnowledgeFault[] {
  const faults: KnowledgeFault[] = [];
  const dated = [
    ...knowledge.positions.map(
      (each) => [`positions/${each.id}`, each] as const,
    ),
    ...knowledge.events.map((each) => [`events/${each.id}`, each] as const),
  ];
  for (const [record, { date, attribution, sources }] of dated) {
    if (!parseHistoricalDate(date))
      faults.push({ code: "bad-date", record, detail: date });
    if (attribution.length === 0)
      faults.push({ code: "no-attribution", record, detail: "" });
    if (sources.length === 0)
      faults.push({ code: "no-source", record, detail: "" });
  }
  for (const actor of knowledge.actors) {
    for (const date of actor.roles.flatMap((role) => [role.from, role.to])) {
      if (date !== undefined && !parseHistoricalDate(date)) {
        faults.push({
          code: "bad-date",
          record: `actors/${actor.id}`,
          detail: date,
        });
      }
    }
  }
  return faults;
}

function checkFacts({
  knowledge,
  facts,
  itemFacts,
}: KnowledgeContext): KnowledgeFault[] {
  const named = [
    ...knowledge.actors.map(
      (each) => [`actors/${each.id}`, each.facts] as const,
    ),
    ...knowledge.positions.map(
      (each) => [`positions/${each.id}`, each.facts] as const,
    ),
    ...knowledge.events.map(
      (each) => [`events/${each.id}`, each.facts] as const,
    ),
    ...[...itemFacts].map(([id, list]) => [`items/${id}`, list] as const),
  ];
  return named.flatMap(([record, list]) =>
    list
      .filter(
        (fact) => facts.get(fact) !== "high" && facts.get(fact) !== "medium",
      )
      .map((fact) => ({
        code: "weak-fact" as const,
        record,
        detail: `${fact}: ${facts.get(fact) ?? "unknown"}`,
      })),
  );
}
