import { parseQuery } from "#domain/search/parse-query";
import { expect, test } from "vitest";
import { adviceOn } from "../../../src-renderer/features/search/nothing-found";

const advice = (text: string, any = false) => adviceOn(parseQuery(text), any);
const texts = (text: string, any = false) =>
  advice(text, any).offers.map((offer) => offer.text);

test("of several words, one may suffice", () => {
  const { sentence, offers } = advice("yak zebu ");
  expect(sentence).toBe("All the words must stand in one text.");
  expect(offers).toEqual([
    { label: "Search for any of the words", text: "yak zebu ", any: true },
  ]);
  expect(texts("yak zebu ", true)).toEqual([]);
});

test("words that no text holds are named, and can be left out", () => {
  const query = parseQuery('yak "big zebu" ox ');
  const [yak, zebu, ox] = query.terms;
  if (!yak || !zebu || !ox) throw new Error("Three terms were expected");
  expect(adviceOn(query, false, [zebu])).toEqual({
    sentence: 'No text holds "big zebu".',
    offers: [
      { label: 'Search without "big zebu"', text: "yak ox " },
      {
        label: "Search for any of the words",
        text: query.text,
        any: true,
      },
    ],
  });
  expect(adviceOn(query, false, [yak, ox]).sentence).toBe(
    "No text holds “yak” or “ox”.",
  );
  expect(adviceOn(query, true, [yak, zebu, ox]).offers).toEqual([]);
});

test("a single word leaves nothing to offer but another one", () => {
  expect(advice("yak ")).toEqual({
    sentence: "Try another word, or only the beginning of it.",
    offers: [],
  });
});

test("words can be searched without their filters", () => {
  expect(texts("yak kind:card after:2009 ")).toEqual(["yak"]);
  expect(texts("kind:card ")).toEqual([]);
});

test("what was said first-hand and what is reported are offered for each other", () => {
  expect(advice('said-by:"Nikolai Bordyuzha" ').offers).toEqual([
    {
      label: "Search what is reported of Nikolai Bordyuzha",
      text: 'reported:"Nikolai Bordyuzha" ',
    },
  ]);
  expect(texts("x reported:Fogh ")[0]).toBe("x said-by:Fogh ");
});

test("two kinds at once, and cards that there are none of, are named", () => {
  expect(advice("kind:card kind:note ").sentence).toMatch(/two kinds/u);
  expect(advice("kind:card -kind:note ").sentence).not.toMatch(/two kinds/u);
  expect(advice("due:now ").sentence).toBe("No card is due by then.");
  expect(advice("forgotten:3 ").sentence).toBe(
    "No card was forgotten so often.",
  );
});

test("of a query without a word, nothing is said twice", () => {
  expect(advice("after: ")).toEqual({ sentence: "", offers: [] });
  expect(advice("-yak ")).toEqual({ sentence: "", offers: [] });
  expect(advice("👍 ").sentence).toBe(
    "There is no word in it that texts hold.",
  );
});
