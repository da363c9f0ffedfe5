import { textWords } from "#domain/search/text-words";
import { fold } from "#domain/search/words";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findSuiteFile, skipWhen } from "../import/suites/suite-files";
import { ask, engineOf, found, itemOf, marked, noteOf } from "./engine-of";

const path = findSuiteFile("text/blns.json");
const strings = path
  ? (JSON.parse(readFileSync(path, "utf8")) as string[])
  : [];
const wordsIn = (text: string): string[] =>
  textWords(text)
    .map(({ raw }) => raw)
    .filter((word) => fold(word) !== "");

describe("the big list of naughty strings", () => {
  skipWhen(path === undefined, "blns.json is not on this machine");

  test("as titles, tags, bodies and notes: each is found by its own words, where it has any", () => {
    const engine = engineOf([
      ...strings.map((text, at) =>
        itemOf(`body${at}`, text, { title: `t${at}` }),
      ),
      ...strings.map((title, at) => noteOf(`title${at}`, "x", { title })),
      ...strings.map((tag, at) => noteOf(`tag${at}`, "y", { tags: [tag] })),
    ]);
    strings.forEach((text, at) => {
      // A query is a line of its own language: signs that mean something in it are left out.
      const words = wordsIn(text).slice(0, 12).join(" ");
      if (words === "") return;
      const limit = strings.length * 3;
      const ids = found(engine, `${words} `, { limit });
      expect(ids, text).toContain(`body${at}`);
      expect(ids, text).toContain(`title${at}`);
      expect(ids, text).toContain(`tag${at}`);
    });
    engine.close();
  });

  test("as queries, also within fields and quotation marks: no failure, and marks lie over words", () => {
    const engine = engineOf(strings.slice(0, 200));
    for (const text of strings)
      for (const query of [
        text,
        `${text} `,
        `"${text}"`,
        `title:${text}`,
        `in:"${text}" `,
        `near(${text}, 3)`,
        `-${text}`,
      ])
        for (const group of ask(engine, query, { limit: 20 }).groups)
          for (const word of marked(group))
            expect(wordsIn(word).length, query).toBeGreaterThan(0);
    engine.close();
  });
});
