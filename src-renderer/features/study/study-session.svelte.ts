import type { AskedCard, StudyCounts, StudyTurn } from "#bridge/contract/study";
import type { Failure } from "#domain/failure";
import type { Result } from "#domain/result";
import type { Rating } from "#domain/study/rating";
import { request } from "../../app/bridge";

/** One sitting of study: the card that is asked, whether its answer is open, and what is being saved. */
class StudySession {
  item = $state<string | undefined>();
  card = $state.raw<AskedCard | undefined>();
  counts = $state.raw<StudyCounts | undefined>();
  nextDueAt = $state<number | undefined>();
  isAnswerShown = $state(false);
  isBusy = $state(false);
  isLoaded = $state(false);
  failure = $state.raw<Failure | undefined>();
  /** What was just taken back, for a word about it. */
  wasUndone = $state(false);
  #askedAt = 0;

  /** Comes to the screen: a card that is open stays open, as after looking at its passage. */
  async enter(item: string | undefined): Promise<void> {
    if (this.isLoaded && this.card && this.item === item) return;
    this.item = item;
    await this.#take(request("study/next", this.#scope()));
  }

  showAnswer(): void {
    if (this.card) this.isAnswerShown = true;
  }

  /** Rates the open answer. The next card comes only with the reply, which means that this review is on the disk. */
  async rate(rating: Rating): Promise<void> {
    if (!this.card || !this.isAnswerShown || this.isBusy) return;
    const ms = Math.max(0, Math.round(performance.now() - this.#askedAt));
    performance.mark("study-rated");
    await this.#take(
      request("study/answer", {
        card: this.card.id,
        rating,
        ms,
        ...this.#scope(),
      }),
    );
  }

  /** Takes the last answer back and asks its card again. */
  async undo(): Promise<void> {
    if (!this.counts?.canUndo || this.isBusy) return;
    await this.#take(request("study/undo", this.#scope()));
    this.wasUndone = this.failure === undefined;
  }

  async #take(asked: Promise<Result<StudyTurn>>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      const turn = await asked;
      if (turn.ok) this.#show(turn.value);
      else this.failure = turn.failure;
    } finally {
      this.isBusy = false;
      this.isLoaded = true;
    }
  }

  #show(turn: StudyTurn): void {
    this.failure = undefined;
    this.wasUndone = false;
    this.isAnswerShown = false;
    this.card = turn.card;
    this.counts = turn.counts;
    this.nextDueAt = turn.nextDueAt;
    this.#askedAt = performance.now();
  }

  #scope(): { item?: string } {
    return this.item === undefined ? {} : { item: this.item };
  }
}

export const studySession = new StudySession();
