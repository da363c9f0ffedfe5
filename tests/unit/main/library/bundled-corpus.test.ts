import { checkCorpus } from "#main/library/check-corpus";
import { loadCorpus } from "#main/library/load-corpus";
import { makeCards } from "#domain/study/make-cards";
import { countWords } from "#domain/text/count-words";
import { expect, test } from "vitest";

const corpus = await loadCorpus("resources");

test("the bundled collection is whole and every quotation, id, alias, date and fact holds", () => {
  expect(corpus.problems).toEqual([]);
  expect(checkCorpus(corpus)).toEqual([]);
});

test("the bundled collection has the size it promises", () => {
  const { actors, issues, positions, events } = corpus.knowledge;
  const within = (count: number, least: number, most: number): boolean =>
    count >= least && count <= most;
  expect([
    within(corpus.items.size, 14, 18),
    within(actors.length, 22, 30),
    within(issues.length, 7, 9),
    within(positions.length, 28, 40),
    within(events.length, 18, 25),
  ]).toEqual([true, true, true, true, true]);
  for (const [id, item] of corpus.items) {
    expect(
      within(countWords(item.structured().text), 390, 940),
      `${id} is a brief`,
    ).toBe(true);
  }
});

test("a check that cannot fail is none: one changed letter in a brief is found", () => {
  const [first] = corpus.knowledge.positions;
  if (!first) throw new Error("no position");
  const broken = {
    ...first,
    evidence: first.evidence.map((each) => ({
      ...each,
      selector: { ...each.selector, exact: `${each.selector.exact}x` },
    })),
  };
  const faults = checkCorpus({
    ...corpus,
    knowledge: { ...corpus.knowledge, positions: [broken] },
  });
  expect(faults.map(({ code }) => code)).toContain("quote-missing");
});

test("cards have ids of their own and do not give their actor away", () => {
  const cards = makeCards(corpus.knowledge);
  expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
  for (const card of cards.filter(({ form }) => form === "who-held"))
    expect(card.question).not.toContain(card.answer);
  expect(new Set(cards.map(({ question }) => question)).size).toBe(
    cards.length,
  );
});
