import { collectVocabulary, joint } from "#main/import/pdf/hyphens";
import { describe, expect, it } from "vitest";

const LINES = [
  "The government of the country and the decision-making bodies of its minis-",
  "tries met. A letter said that the ex-minister and the for-",
  "mer ambassador would go, and that the minister had read the letter.",
];
const words = collectVocabulary([...LINES, "former ministries"]);

describe("a hyphen at the end of a line", () => {
  it.each([
    ["the govern-", "ment said", "the government said"],
    ["a decision-", "making body", "a decision-making body"],
    ["state-of-the-", "art", "state-of-the-art"],
    ["self-", "rule", "self-rule"],
    ["the ex-", "minister", "the ex-minister"],
    ["for ex-", "ample", "for example"],
    ["Anglo-", "American", "Anglo-American"],
    ["the G-", "20", "the G-20"],
    ["exam\u00AD", "ple", "example"],
  ])("makes %j and %j one word: %j", (before, after, whole) => {
    const { drop, between } = joint(before, after, words);
    expect(before.slice(0, before.length - drop) + between + after).toBe(whole);
  });

  it("stays where the document never breaks a word", () => {
    const whole = collectVocabulary([
      ...Array<string>(60).fill("No line of this text ends inside a word."),
      "It speaks of Russia-",
      "dominated bodies once.",
    ]);
    expect(joint("Russia-", "dominated", whole).drop).toBe(0);
  });
});

describe("other line ends", () => {
  it.each([
    ["the two", "ministers", "the two ministers"],
    ["open the border—", "but when", "open the border—but when"],
    ["see https://example.org/a-", "b", "see https://example.org/a-b"],
    ["我们都是", "黑体字", "我们都是黑体字"],
    ["Hague –", "the", "Hague – the"],
  ])("%j goes on in %j: %j", (before, after, whole) => {
    const { drop, between } = joint(before, after, words);
    expect(before.slice(0, before.length - drop) + between + after).toBe(whole);
  });
});
