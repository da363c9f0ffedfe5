import type { Handlers } from "#bridge/contract/index";
import type { Failure } from "#domain/failure";
import { ok, type Result } from "#domain/result";
import * as operations from "../knowledge/knowledge-operations";
import type { KnowledgeContext } from "../knowledge/knowledge-operations";
import { getKnowledge } from "../library/get-knowledge";
import type { Session } from "../session";

type KnowledgeHandlers = Pick<
  Handlers,
  | "knowledge/get"
  | "knowledge/create-position"
  | "knowledge/create-event"
  | "knowledge/create-actor"
  | "knowledge/create-issue"
  | "knowledge/remove"
  | "knowledge/restore"
  | "cards/create"
  | "cards/remove"
  | "cards/restore"
>;

/** What is known, and what a person adds to it. Every change tells the screen: matrix, cards and marks follow. */
export function knowledgeHandlers(session: Session): KnowledgeHandlers {
  const { clock, onChanges } = session.options;
  const change = async <Value>(
    task: (context: KnowledgeContext, now: number) => Promise<Result<Value>>,
  ): Promise<Result<Value> | { ok: false; failure: Failure }> => {
    const workspace = session.workspace();
    if (!workspace.ok) return workspace;
    const { knowledge: store, ownCards: cards } = workspace.value;
    const result = await task({ store, cards, items: session.items }, clock());
    if (result.ok) onChanges({ subject: "knowledge", ids: [] });
    return result;
  };
  return {
    "knowledge/get": async () =>
      ok(await getKnowledge(session.knowledge, session.items)),
    "knowledge/create-position": (input) =>
      change((context, now) => operations.createPosition(context, input, now)),
    "knowledge/create-event": (input) =>
      change((context, now) => operations.createEvent(context, input, now)),
    "knowledge/create-actor": (input) =>
      change((context, now) => operations.createActor(context, input, now)),
    "knowledge/create-issue": (input) =>
      change((context, now) => operations.createIssue(context, input, now)),
    "knowledge/remove": ({ kind, id }) =>
      change(async ({ store }, now) => {
        const removed = await store.remove(kind, id, now);
        return removed.ok ? ok({ trashed: removed.value }) : removed;
      }),
    "knowledge/restore": ({ trashed }) =>
      change(({ store }) => store.restore(trashed)),
    "cards/create": (input) =>
      change((context, now) => operations.createCard(context, input, now)),
    "cards/remove": ({ id }) =>
      change(async ({ cards }, now) => {
        const removed = await cards.remove(id, now);
        return removed.ok ? ok({ trashed: removed.value }) : removed;
      }),
    "cards/restore": ({ trashed }) =>
      change(({ cards }, now) => cards.restore(trashed, now)),
  };
}
