import type { BrowsedCard, CardList, CardRow } from "#bridge/contract/study";
import { fail, ok, type Result } from "#domain/result";
import { foldedWords } from "#domain/search/folded-words";
import { parseQuery } from "#domain/search/parse-query";
import type { Term } from "#domain/search/query";
import type { Card } from "#domain/study/card";
import { filterCards } from "../search/query-context";
import type { StudyContext } from "./take-turn";

type Browsed = Pick<StudyContext, "cards" | "reviews">;
type IsWanted = (card: Card) => boolean;

/** All cards that answer a query, by due date, new ones last; see the contract for what of the language counts here. */
export function listCards(
  { cards, reviews }: Browsed,
  text: string,
  now: number,
): CardList {
  const unread: string[] = [];
  const tests = parseQuery(text).terms.flatMap((term) => {
    const test = testOf(term, reviews.memories, now);
    if (!test) unread.push(text.slice(term.start, term.end));
    return test ? [term.isNegated ? not(test) : test] : [];
  });
  const rows = cards
    .filter((card) => tests.every((isWanted) => isWanted(card)))
    .map((card): CardRow => {
      const { id, form, topic, question, answer } = card;
      const memory = reviews.memories.get(id);
      return {
        id,
        form,
        topic,
        question,
        answer,
        state: memory?.state ?? "new",
        ...(memory ? { dueAt: memory.dueAt } : {}),
      };
    })
    .sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || 0);
  return { cards: rows, total: cards.length, unread };
}

/** A card with its memory and reviews. Failure: `not-found`. */
export async function findCard(
  {
    cards,
    reviews,
    anchorEvidence,
  }: Pick<StudyContext, "cards" | "reviews" | "anchorEvidence">,
  id: string,
): Promise<Result<BrowsedCard>> {
  const card = cards.find((each) => each.id === id);
  if (!card) return fail({ code: "not-found", kind: "card", id });
  const memory = reviews.memories.get(id);
  return ok({
    ...card,
    evidence: await Promise.all(card.evidence.map(anchorEvidence)),
    ...(memory ? { memory } : {}),
    history: reviews
      .reviews()
      .filter((review) => review.card === id)
      .map((review) => ({
        id: review.id,
        at: Date.parse(review.t),
        rating: review.r,
        ms: review.ms,
        intervalDays: review.iv,
      }))
      .reverse(),
    isOwn: card.form === "own-question" || card.form === "own-cloze",
  });
}

function testOf(
  term: Term,
  memories: StudyContext["reviews"]["memories"],
  now: number,
): IsWanted | undefined {
  if (term.kind !== "filter") return wordTest(term);
  const { value } = term;
  if (value.field !== "due" && value.field !== "forgotten") return undefined;
  const ids = new Set(
    filterCards(value, {
      memories: () => memories,
      now,
      offsetMinutes: -new Date(now).getTimezoneOffset(),
    }),
  );
  return ({ id }) => ids.has(id);
}

/** A word is looked for as the beginning of one, a phrase as it stands: a list of cards needs no stems. */
function wordTest(term: Exclude<Term, { kind: "filter" }>): IsWanted {
  const parts =
    term.kind === "word"
      ? [` ${term.word.folded}`]
      : term.kind === "phrase"
        ? [` ${term.words.map(({ folded }) => folded).join(" ")}`]
        : term.words.map(({ folded }) => ` ${folded}`);
  return ({ question, answer, explanation, topic }) => {
    const words = [topic, question, answer, explanation]
      .map(foldedWords)
      .join(" ");
    return parts.every((part) => words.includes(part));
  };
}

function not(test: IsWanted): IsWanted {
  return (card) => !test(card);
}
