import type { KnowledgeOverview } from "#bridge/contract/knowledge";
import type { InputOf } from "#bridge/contract/index";
import type { Created, OwnKind } from "#bridge/contract/own-knowledge";
import type { Result } from "#domain/result";
import { ask } from "../../../app/ask";
import { request } from "../../../app/bridge";
import { failureSentence } from "../../../app/failure-words";
import type { UndoStack } from "../undo-stack.svelte";
import type { ActorChoice, IssueChoice } from "./passage-form";

type PositionInput = InputOf<"knowledge/create-position">;
type EventInput = InputOf<"knowledge/create-event">;
type CardInput = InputOf<"cards/create">;
type Passages = PositionInput["evidence"];

/** Something that was made, to be taken back. */
interface Made {
  readonly kind: OwnKind;
  readonly id: string;
}

/** Saves what is made of passages; what could not be finished is taken back, and all of it can be undone. */
export class KnowledgeForms {
  readonly #undo: UndoStack;
  readonly #knowledge: () => KnowledgeOverview | undefined;
  /** Why the last one could not be saved. */
  failure = $state<string | undefined>();

  constructor(undo: UndoStack, knowledge: () => KnowledgeOverview | undefined) {
    this.#undo = undo;
    this.#knowledge = knowledge;
  }

  /** Tells whether it was saved. */
  async savePosition(
    actor: ActorChoice,
    issue: IssueChoice,
    content: Omit<PositionInput, "actor" | "issue">,
  ): Promise<boolean> {
    return this.#save("Position saved.", async (made) => {
      const actorId = await this.#actorId(actor, content.evidence, made);
      if (actorId === undefined) return false;
      const issueId = await this.#issueId(issue, content.evidence, made);
      if (issueId === undefined) return false;
      const attribution = content.attribution.map((link) =>
        actor.id === undefined && link.speaker === actor.name
          ? { ...link, actor: actorId }
          : link,
      );
      const position = await request("knowledge/create-position", {
        ...content,
        attribution,
        actor: actorId,
        issue: issueId,
      });
      return this.#took(position, "positions", made);
    });
  }

  async saveEvent(
    actors: readonly ActorChoice[],
    content: Omit<EventInput, "actors">,
  ): Promise<boolean> {
    return this.#save("Event saved.", async (made) => {
      const ids: string[] = [];
      for (const actor of actors) {
        const id = await this.#actorId(actor, content.evidence, made);
        if (id === undefined) return false;
        ids.push(id);
      }
      const event = await request("knowledge/create-event", {
        ...content,
        actors: ids,
      });
      return this.#took(event, "events", made);
    });
  }

  async saveCard(content: CardInput): Promise<boolean> {
    this.failure = undefined;
    const card = await request("cards/create", content);
    if (!card.ok) {
      this.failure = failureSentence(card.failure);
      return false;
    }
    const { id } = card.value;
    this.#undo.did("Card saved. It comes up in Study.", async () => {
      return (await ask("cards/remove", { id })) !== undefined;
    });
    return true;
  }

  async #save(
    words: string,
    task: (made: Made[]) => Promise<boolean>,
  ): Promise<boolean> {
    this.failure = undefined;
    const made: Made[] = [];
    const isSaved = await task(made);
    if (isSaved) this.#undo.did(words, () => this.#takeBack(made));
    else await this.#takeBack(made);
    return isSaved;
  }

  /** The last one first: it rests on those before. */
  async #takeBack(made: readonly Made[]): Promise<boolean> {
    let isDone = true;
    for (const each of [...made].reverse())
      isDone =
        (await ask("knowledge/remove", { ...each })) !== undefined && isDone;
    return isDone;
  }

  async #actorId(
    actor: ActorChoice,
    evidence: Passages,
    made: Made[],
  ): Promise<string | undefined> {
    if (actor.id !== undefined) return actor.id;
    const { name, kind } = actor;
    const created = await request("knowledge/create-actor", {
      name,
      kind,
      aliases: [],
      evidence,
    });
    return this.#took(created, "actors", made)
      ? made.at(-1)?.id
      : this.#knownAs(name);
  }

  async #issueId(
    issue: IssueChoice,
    evidence: Passages,
    made: Made[],
  ): Promise<string | undefined> {
    if (issue.id !== undefined) return issue.id;
    const { title, question } = issue;
    const created = await request("knowledge/create-issue", {
      title,
      question,
      evidence,
    });
    return this.#took(created, "issues", made) ? made.at(-1)?.id : undefined;
  }

  /** Somebody of that name came in meanwhile. */
  #knownAs(name: string): string | undefined {
    const known = this.#knowledge()?.actors.find(
      (actor) => actor.name.toLowerCase() === name.trim().toLowerCase(),
    );
    if (known) this.failure = undefined;
    return known?.id;
  }

  #took(result: Result<Created>, kind: OwnKind, made: Made[]): boolean {
    if (result.ok) made.push({ kind, id: result.value.id });
    else
      this.failure =
        result.failure.code === "bad-request"
          ? `It was not saved: ${result.failure.detail}.`
          : failureSentence(result.failure);
    return result.ok;
  }
}
