import type { Handlers } from "#bridge/contract/index";
import type { Failure } from "#domain/failure";
import { fail, ok } from "#domain/result";
import { anchorEvidence } from "../library/anchor-evidence";
import type { Session } from "../session";
import { findCard, listCards } from "../study/browse-cards";
import { countDue, takeTurn, type StudyContext } from "../study/take-turn";

type StudyHandlers = Pick<
  Handlers,
  | "study/counts"
  | "study/next"
  | "study/cards"
  | "study/card"
  | "study/answer"
  | "study/undo"
>;

/** Asking, answering and taking back. */
export function studyHandlers(session: Session): StudyHandlers {
  const { clock, settings, onChanges } = session.options;
  const withStudy = async <Value>(
    task: (context: StudyContext) => Value | Promise<Value>,
  ): Promise<Value | { ok: false; failure: Failure }> => {
    const workspace = session.workspace();
    if (!workspace.ok) return workspace;
    const { cards, reviews, scheduler } = workspace.value;
    const { newCardsPerDay } = settings.get();
    return task({
      cards: cards(),
      reviews,
      scheduler,
      newCardsPerDay,
      anchorEvidence: (evidence) => anchorEvidence(session.items, evidence),
    });
  };
  return {
    "study/counts": () =>
      withStudy((context) => ok(countDue(context, clock()))),
    "study/next": ({ item }) =>
      withStudy(async (context) => ok(await takeTurn(context, clock(), item))),
    "study/cards": ({ text }) =>
      withStudy((context) => ok(listCards(context, text, clock()))),
    "study/card": ({ id }) => withStudy((context) => findCard(context, id)),
    "study/answer": ({ card, rating, ms, item }) =>
      withStudy(async (context) => {
        if (!context.cards.some(({ id }) => id === card))
          return fail({ code: "not-found", kind: "card", id: card });
        const answered = await context.reviews.answer(
          { card, rating, ms },
          clock(),
        );
        if (!answered.ok) return answered;
        onChanges({ subject: "reviews", ids: [card] });
        return ok(await takeTurn(context, clock(), item));
      }),
    "study/undo": ({ item }) =>
      withStudy(async (context) => {
        const undone = await context.reviews.undo(clock());
        if (!undone.ok) return undone;
        onChanges({ subject: "reviews", ids: [undone.value.card] });
        return ok(await takeTurn(context, clock(), item, undone.value.card));
      }),
  };
}
