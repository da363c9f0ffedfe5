import { foldForFind } from "#domain/text/fold-for-find";
import { TextFinder, type FindOptions } from "#domain/text/find-in-text";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growsInProportion } from "../../grows-in-proportion";

const LOOSE: FindOptions = { case: false, accents: false, wholeWord: false };

function found(text: string, query: string, options = LOOSE): string[] {
  return new TextFinder(text)
    .find(query, options)
    .map(({ start, end }) => text.slice(start, end));
}

describe("finding in a text", () => {
  it("takes no notice of case and accents unless it is told to", () => {
    const text = "Ünal met Unal; UNAL answered.";
    expect(found(text, "unal")).toEqual(["Ünal", "Unal", "UNAL"]);
    expect(found(text, "ünal")).toEqual(["Ünal", "Unal", "UNAL"]);
    expect(found(text, "Unal", { ...LOOSE, case: true })).toEqual([
      "Ünal",
      "Unal",
    ]);
    expect(found(text, "ünal", { ...LOOSE, accents: true })).toEqual(["Ünal"]);
  });

  it("finds whole words alone when it is told to", () => {
    const options = { ...LOOSE, wholeWord: true };
    expect(found("act, action, pact, Act", "act", options)).toEqual([
      "act",
      "Act",
    ]);
    expect(found("the U.S. and US", "u.s.", options)).toEqual(["U.S."]);
    expect(found("во имя, вот", "во", options)).toEqual(["во"]);
  });

  it("finds letters that take another number of units folded, whole", () => {
    expect(found("die Straße, STRASSE", "strasse")).toEqual([
      "Straße",
      "STRASSE",
    ]);
    expect(found("Æthelred", "aethel")).toEqual(["Æthel"]);
    expect(found("a ﬁne day", "fine")).toEqual(["ﬁne"]);
    expect(found("e\u0301lan vital", "elan")).toEqual(["e\u0301lan"]);
    expect(found("cafe\u0301 noir", "cafe")).toEqual(["cafe\u0301"]);
    expect(found("co\u00ADoperation", "cooperation")).toEqual([
      "co\u00ADoperation",
    ]);
  });

  it("takes kinds of quotation marks, dashes and white space for one", () => {
    expect(found("the “so\u00A0called” state", '"so called"')).toEqual([
      "“so\u00A0called”",
    ]);
    expect(found("NATO’s", "nato's")).toEqual(["NATO’s"]);
    expect(found("1941–1945", "1941-1945")).toEqual(["1941–1945"]);
    expect(found("one\ntwo", "one two")).toEqual(["one\ntwo"]);
    expect(found("one\n\ntwo", "one two")).toEqual([]);
  });

  it("keeps letters apart that are no accented forms of one another", () => {
    expect(found("мой, мои", "мои")).toEqual(["мои"]);
    expect(found("ещё, еще", "еще")).toEqual(["ещё", "еще"]);
    expect(found("がか", "か")).toEqual(["か"]);
    expect(found("λόγος ΛΟΓΟΣ", "λογοσ")).toEqual(["λόγος", "ΛΟΓΟΣ"]);
    expect(found("한국", "한")).toEqual(["한"]);
    expect(found("İstanbul", "istanbul")).toEqual(["İstanbul"]);
  });

  it("finds each of several accents over one letter where an accent is sought", () => {
    const finder = new TextFinder("e\u0301\u0301");
    const options = { ...LOOSE, accents: true };
    expect(finder.find("\u0301", options)).toEqual([
      { start: 1, end: 2 },
      { start: 2, end: 3 },
    ]);
    expect(finder.find("e", options)).toEqual([{ start: 0, end: 3 }]);
  });

  it("finds nothing for nothing", () => {
    expect(found("some text", "")).toEqual([]);
    expect(found("some text", "\u00AD")).toEqual([]);
    expect(found("", "a")).toEqual([]);
  });

  it("finds in order, without overlaps, only what folds to the query, and nothing less than there is", () => {
    const letter = fc.constantFrom(
      ..."aAáÁbß sS’'“\"–-éeĳİ\u0301\u00ADя".split(""),
      "\u{1F600}",
    );
    const words = fc
      .array(letter, { maxLength: 60 })
      .map((all) => all.join(""));
    const query = fc
      .array(letter, { minLength: 1, maxLength: 3 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(
        words,
        query,
        fc.boolean(),
        fc.boolean(),
        (text, wanted, isCase, accents) => {
          const options = { ...LOOSE, case: isCase, accents };
          const ranges = new TextFinder(text).find(wanted, options);
          const fold = (part: string): string =>
            foldForFind(part, options).letters;
          let last = 0;
          for (const { start, end } of ranges) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(fold(text.slice(start, end))).toContain(fold(wanted));
            last = end;
          }
          const there =
            fold(wanted) === "" ? 0 : fold(text).split(fold(wanted)).length - 1;
          if (/[ßĳ]/u.test(text))
            expect(ranges.length).toBeLessThanOrEqual(there);
          else expect(ranges.length).toBe(there);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("finds a common word in time that grows with the book", async () => {
    const page =
      "The Council said that “the” treaty, as naïve readers — of the day — thought, was théirs. ";
    const find = (pages: number): void => {
      const finder = new TextFinder(page.repeat(pages));
      expect(finder.find("the", { ...LOOSE, wholeWord: true })).toHaveLength(
        3 * pages,
      );
    };
    expect(await growsInProportion(find, 4_750)).toBe(true);
  });
});
