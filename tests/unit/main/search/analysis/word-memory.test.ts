import { WordMemory } from "#main/search/analysis/word-memory";
import fc from "fast-check";
import { expect, test } from "vitest";

const word = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
  fc.integer({ min: 0, max: 40 }).map((n) => "ab".repeat(n) + n),
);
/** As main writes texts: half of a pair of surrogates has no UTF-8. */
const made = fc.string({ unit: "grapheme", maxLength: 30 });

test("what was made of a word is found wherever the word stands, and of no other word", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(word, made), { selector: ([each]) => each }),
      fc.string(),
      (entries, before) => {
        const memory = new WordMemory();
        for (const [each, of] of entries) {
          expect(memory.find(each, 0, each.length)).toBe(-1);
          memory.put(
            `${before}${each}`,
            before.length,
            before.length + each.length,
            of,
          );
        }
        for (const [each, of] of entries) {
          const entry = memory.find(`x${each}y`, 1, 1 + each.length);
          const target = Buffer.alloc(3 + memory.madeSize(entry));
          expect(memory.copyMade(entry, target, 3)).toBe(target.length);
          expect(target.toString("utf8", 3)).toBe(of);
        }
      },
    ),
  );
});

test("many words are remembered as well as few", () => {
  const memory = new WordMemory();
  const words = Array.from({ length: 30_000 }, (_, n) => `word${n * 7919}`);
  for (const each of words) memory.put(each, 0, each.length, each.slice(4));
  expect(memory.size).toBe(30_000);
  expect(words.map((each) => memory.find(each, 0, each.length))).toEqual(
    words.map((_, n) => n),
  );
});
