import type {
  AnchoredActor,
  AnchoredPosition,
  KnowledgeOverview,
} from "#bridge/contract/knowledge";
import type { Failure } from "#domain/failure";
import { compareHistoricalDates } from "#domain/historical-date";
import { onChanges, request } from "../../app/bridge";
import { groupActors, type ActorGroup } from "./group-actors";

const EMPTY: KnowledgeOverview = {
  actors: [],
  issues: [],
  positions: [],
  events: [],
};

/** Actors, issues, positions and events as the screens show them. */
class KnowledgeSession {
  #knowledge = $state.raw<KnowledgeOverview>(EMPTY);
  isLoaded = $state(false);
  failure = $state.raw<Failure | undefined>();

  readonly actors = $derived(
    [...this.#knowledge.actors].sort((a, b) => a.name.localeCompare(b.name)),
  );
  readonly issues = $derived(this.#knowledge.issues);
  readonly positions = $derived(
    [...this.#knowledge.positions].sort((a, b) =>
      compareHistoricalDates(a.date, b.date),
    ),
  );
  readonly events = $derived(
    [...this.#knowledge.events].sort((a, b) =>
      compareHistoricalDates(a.date, b.date),
    ),
  );
  readonly groups = $derived<readonly ActorGroup[]>(
    groupActors(this.#knowledge),
  );
  readonly #cells = $derived(
    Map.groupBy(this.positions, (position) =>
      cellKey(position.actor, position.issue),
    ),
  );

  /** Loads what is known and keeps it fresh; returns how to stop. */
  start(): () => void {
    void this.load();
    return onChanges(["knowledge"], () => void this.load());
  }

  async load(): Promise<void> {
    const reply = await request("knowledge/get", {});
    if (reply.ok) this.#knowledge = reply.value;
    else this.failure = reply.failure;
    this.isLoaded = true;
  }

  /** Positions of an actor on an issue, oldest first. */
  cell(actor: string, issue: string): readonly AnchoredPosition[] {
    return this.#cells.get(cellKey(actor, issue)) ?? [];
  }

  actorOf(id: string): AnchoredActor | undefined {
    return this.#knowledge.actors.find((actor) => actor.id === id);
  }

  nameOf(actor: string): string {
    return this.actorOf(actor)?.name ?? actor;
  }

  issueOf(id: string): KnowledgeOverview["issues"][number] | undefined {
    return this.#knowledge.issues.find((issue) => issue.id === id);
  }
}

function cellKey(actor: string, issue: string): string {
  return `${actor}/${issue}`;
}

export const knowledgeSession = new KnowledgeSession();
