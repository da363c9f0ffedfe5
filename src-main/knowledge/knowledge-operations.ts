import type { InputOf } from "#bridge/contract/index";
import type { Created } from "#bridge/contract/own-knowledge";
import { parseHistoricalDate } from "#domain/historical-date";
import type { Evidence } from "#domain/knowledge/evidence";
import type { Knowledge } from "#domain/knowledge/knowledge";
import { fail, ok, type Result } from "#domain/result";
import { describe } from "#domain/text/anchor";
import type { TextRange } from "#domain/text/blocks";
import { describeByLetters } from "#domain/text/letter-position";
import { ulid } from "ulidx";
import { keptLetterSums } from "../library/kept-letter-sums";
import type { ItemSource } from "../library/library-item";
import type { CardStore } from "../study/card-store";
import type { KnowledgeStore } from "./knowledge-store";

export interface KnowledgeContext {
  readonly store: KnowledgeStore;
  readonly cards: CardStore;
  readonly items: Pick<ItemSource, "find">;
}

type Input<Name extends string> = InputOf<Extract<Name, keyof Inputs>>;
type Inputs = {
  [
    Name in
      | "knowledge/create-position"
      | "knowledge/create-event"
      | "knowledge/create-actor"
      | "knowledge/create-issue"
      | "cards/create"
  ]: true;
};

/** What a person states is sure to them; doubt stands in the statement and its chain. */
const STATED = { sources: [], facts: [], confidence: "high" as const };

/** Failures: `not-found`, `bad-request` (date, passage), `write-failed`. */
export async function createPosition(
  context: KnowledgeContext,
  input: Input<"knowledge/create-position">,
  now: number,
): Promise<Result<Created>> {
  const { all } = context.store;
  const missing =
    absent(all, "actors", [input.actor]) ??
    absent(all, "issues", [input.issue]) ??
    absent(all, "actors", actorsOf(input.attribution)) ??
    badDate(input.date);
  if (missing) return missing;
  const evidence = await describeAll(context, input.evidence);
  if (!evidence.ok) return evidence;
  const record = {
    ...input,
    ...STATED,
    id: newId("p", now),
    evidence: evidence.value,
  };
  return context.store.create("positions", record, now);
}

/** Failures: `not-found`, `bad-request` (date, passage), `write-failed`. */
export async function createEvent(
  context: KnowledgeContext,
  input: Input<"knowledge/create-event">,
  now: number,
): Promise<Result<Created>> {
  const { all } = context.store;
  const missing =
    absent(all, "actors", [...input.actors, ...actorsOf(input.attribution)]) ??
    badDate(input.date);
  if (missing) return missing;
  const evidence = await describeAll(context, input.evidence);
  if (!evidence.ok) return evidence;
  const record = {
    ...input,
    ...STATED,
    summary: input.summary.trim() === "" ? input.title : input.summary,
    id: newId("e", now),
    evidence: evidence.value,
  };
  return context.store.create("events", record, now);
}

/** Failures: `bad-request` (the name is taken), `not-found`, `write-failed`. */
export async function createActor(
  context: KnowledgeContext,
  input: Input<"knowledge/create-actor">,
  now: number,
): Promise<Result<Created>> {
  const taken = context.store.all.actors.find(({ name, aliases }) =>
    [name, ...aliases].some((each) => sameName(each, input.name)),
  );
  if (taken)
    return fail({
      code: "bad-request",
      detail: `“${input.name}” is a name of ${taken.name}`,
    });
  const evidence = await describeAll(context, input.evidence);
  if (!evidence.ok) return evidence;
  const record = {
    ...input,
    id: newId("a", now),
    roles: [],
    facts: [],
    evidence: evidence.value,
  };
  return context.store.create("actors", record, now);
}

/** Failures: `bad-request` (the title is taken), `not-found`, `write-failed`. */
export async function createIssue(
  context: KnowledgeContext,
  input: Input<"knowledge/create-issue">,
  now: number,
): Promise<Result<Created>> {
  const isTaken = context.store.all.issues.some(({ title }) =>
    sameName(title, input.title),
  );
  if (isTaken)
    return fail({
      code: "bad-request",
      detail: `there is an issue “${input.title}” already`,
    });
  const evidence = await describeAll(context, input.evidence);
  if (!evidence.ok) return evidence;
  const record = {
    ...input,
    id: newId("i", now),
    note: "",
    aliases: [],
    evidence: evidence.value,
  };
  return context.store.create("issues", record, now);
}

/** Failures: `not-found` (item), `bad-request` (passage, cloze), `write-failed`. */
export async function createCard(
  context: KnowledgeContext,
  { evidence: passages, ...content }: Input<"cards/create">,
  now: number,
): Promise<Result<Created>> {
  if (content.form === "own-cloze" && !/\{\{.+?\}\}/su.test(content.question))
    return fail({ code: "bad-request", detail: "a cloze hides some words" });
  const evidence = await describeAll(context, passages);
  if (!evidence.ok) return evidence;
  return context.cards.create(
    {
      v: 1,
      id: `c_${ulid(now)}`,
      ...content,
      created: new Date(now).toISOString(),
      evidence: evidence.value,
    },
    now,
  );
}

async function describeAll(
  { items }: KnowledgeContext,
  passages: readonly ({ readonly item: string } & TextRange)[],
): Promise<Result<Evidence[]>> {
  const evidence: Evidence[] = [];
  for (const { item, start, end } of passages) {
    const structured = await items.find(item)?.structured();
    if (!structured) return fail({ code: "not-found", kind: "item", id: item });
    if (!structured.ok) return structured;
    const { text } = structured.value;
    if (start >= end || end > text.length)
      return fail({
        code: "bad-request",
        detail: `no passage ${start}-${end} in ${item}`,
      });
    const [selector] = describe(text, { start, end });
    const sums = keptLetterSums(structured.value);
    const position = describeByLetters(sums, { start, end });
    evidence.push({ item, selector, position });
  }
  return ok(evidence);
}

function absent(
  all: Knowledge,
  kind: "actors" | "issues",
  ids: readonly string[],
) {
  const known = new Set(all[kind].map(({ id }) => id));
  const id = ids.find((each) => !known.has(each));
  if (id === undefined) return undefined;
  const subject = kind === "actors" ? ("actor" as const) : ("issue" as const);
  return fail({ code: "not-found" as const, kind: subject, id });
}

function badDate(date: string) {
  return parseHistoricalDate(date)
    ? undefined
    : fail({ code: "bad-request" as const, detail: `no such date: ${date}` });
}

function actorsOf(
  attribution: readonly { readonly actor?: string }[],
): readonly string[] {
  return attribution.flatMap(({ actor }) =>
    actor === undefined ? [] : [actor],
  );
}

/** Ids fit the bundled ones: lower case, and a letter for the kind. */
function newId(kind: string, now: number): string {
  return `${kind}-${ulid(now).toLowerCase()}`;
}

function sameName(a: string, b: string): boolean {
  return a.localeCompare(b, undefined, { sensitivity: "base" }) === 0;
}
