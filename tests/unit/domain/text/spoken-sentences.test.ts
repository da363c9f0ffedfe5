import { parseMarkdown } from "#domain/text/parse-markdown";
import {
  sentenceBefore,
  sentenceFrom,
  sentencesOf,
} from "#domain/text/spoken-sentences";
import { describe, expect, it } from "vitest";

const item = {
  ...parseMarkdown(
    "# The cable\n\nIt asked one question.[^1] Should we talk? They\ndid not.\n\n---\n\n| who | what |\n|---|---|\n| the mission | opposed |\n\nLast words.\n\n[^1]: In 2009.",
  ),
  language: "en",
};

describe("what is read aloud", () => {
  it("goes from sentence to sentence, over what has no words, without the signs of footnotes", () => {
    const said: string[] = [];
    let sentence = sentenceFrom(item, 0);
    while (sentence) {
      said.push(sentence.words);
      sentence = sentenceFrom(item, sentence.end);
    }
    expect(said).toEqual([
      "The cable",
      "It asked one question.",
      "Should we talk?",
      "They did not.",
      "who",
      "what",
      "the mission",
      "opposed",
      "Last words.",
      "In 2009.",
    ]);
  });

  it("goes back the same way", () => {
    const said: string[] = [];
    let sentence = sentenceBefore(item, item.text.length);
    while (sentence) {
      said.unshift(sentence.words);
      sentence = sentenceBefore(item, sentence.start);
    }
    expect(said).toHaveLength(10);
    expect(said[0]).toBe("The cable");
  });

  it("begins with the sentence in which a place lies", () => {
    const place = item.text.indexOf("talk");
    expect(sentenceFrom(item, place)?.words).toBe("Should we talk?");
  });

  it("takes the language of the block", () => {
    const [block] = item.blocks;
    if (!block) throw new Error("no block");
    const [sentence] = sentencesOf(item, { ...block, language: "fr" });
    expect(sentence?.language).toBe("fr");
  });
});
