import { parseQuery } from "#domain/search/parse-query";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  withFilter,
  withoutPart,
  withoutParts,
} from "../../../src-renderer/features/search/edit-query";

describe("a query that is edited by chips", () => {
  it("gets a filter behind its words, with room to type on", () => {
    expect(withFilter("csto", "kind", "note")).toBe("csto kind:note ");
    expect(withFilter("", "in", "NATO and the CSTO")).toBe(
      'in:"NATO and the CSTO" ',
    );
  });

  it("keeps a value in one piece, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20 }), (value) => {
        fc.pre(/[\p{L}\p{N}]/u.test(value) && !/[“”„‟«»:]/u.test(value));
        const { terms } = parseQuery(withFilter("", "tag", value));
        expect(terms.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("loses a part, and one space with it", () => {
    const text = "csto kind:note after:2009 russia";
    const [, kind] = parseQuery(text).terms;
    if (!kind) throw new Error("no filter");
    expect(withoutPart(text, kind)).toBe("csto after:2009 russia");
    expect(withoutPart("kind:note", { start: 0, end: 9 })).toBe("");
  });

  it("loses several parts, whichever is named first", () => {
    const text = "kind:note csto kind:card russia";
    const [note, , card] = parseQuery(text).terms;
    if (!note || !card) throw new Error("no filters");
    expect(withoutParts(text, [note, card])).toBe("csto russia");
    expect(withoutParts(text, [card, note])).toBe("csto russia");
  });
});
