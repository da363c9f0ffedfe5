import {
  citationOfItem,
  type CitedItem,
} from "#main/interchange/citation-of-item";
import { CITATION_STYLES } from "#bridge/contract/citations";
import {
  formatCitation,
  formatReferences,
} from "#main/interchange/format-citation";
import { ITEM_KINDS } from "#domain/library/item";
import { Socket } from "node:net";
import { expect, test, vi } from "vitest";

const ARTICLE: CitedItem = {
  id: "a",
  title: "Talks on northern corridor stall again",
  kind: "article",
  creators: [{ name: "Elena Marković" }, { name: "Paul de Wit" }],
  date: "2011-03-03",
  language: "en",
  publisher: "Corridor Watch",
  url: "https://example.org/talks",
  accessedAt: Date.UTC(2026, 10, 24),
};
const CABLE: CitedItem = {
  id: "b",
  title: "Corridor talks: not yet",
  kind: "cable",
  creators: [{ name: "AMEMBASSY SOMEWHERE" }],
  date: "2009-03-03",
  language: "en",
};

test("an item becomes CSL-JSON with its names in parts and its date in its precision", () => {
  expect(citationOfItem(ARTICLE)).toEqual({
    id: "a",
    type: "article-magazine",
    title: "Talks on northern corridor stall again",
    author: [
      { family: "Marković", given: "Elena" },
      { family: "de Wit", given: "Paul" },
    ],
    issued: { "date-parts": [[2011, 3, 3]] },
    accessed: { "date-parts": [[2026, 11, 24]] },
    "container-title": "Corridor Watch",
    URL: "https://example.org/talks",
    language: "en",
  });
  expect(citationOfItem(CABLE)).toMatchObject({
    type: "document",
    genre: "Cable",
    author: [{ literal: "AMEMBASSY SOMEWHERE" }],
  });
});

test.each([
  ["2009", { "date-parts": [[2009]] }],
  ["2009-09", { "date-parts": [[2009, 9]] }],
  ["1850~", { "date-parts": [[1850]], circa: true }],
  [
    "2009-06-24/2009-06-25",
    {
      "date-parts": [
        [2009, 6, 24],
        [2009, 6, 25],
      ],
    },
  ],
  ["2008/2010", { "date-parts": [[2008], [2010]] }],
  ["soon", undefined],
])("the date %s is %j", (date, issued) => {
  expect(citationOfItem({ ...CABLE, date }).issued).toEqual(issued);
});

test("the day of writing counts before the period that a brief is about", () => {
  const brief: CitedItem = {
    ...CABLE,
    kind: "brief",
    date: "2008/2010",
    written: "2026-11-20",
  };
  expect(citationOfItem(brief).issued).toEqual({
    "date-parts": [[2026, 11, 20]],
  });
});

test("a suffix is told apart from the family name, a name without parts is parsed", () => {
  const { author } = citationOfItem({
    ...CABLE,
    creators: [
      { name: "Martin Luther King Jr." },
      { name: "UN", family: "Nations", given: "United" },
    ],
  });
  expect(author).toEqual([
    { family: "King", given: "Martin Luther", suffix: "Jr." },
    { family: "Nations", given: "United" },
  ]);
});

test.each([
  [
    "apa",
    "Marković, E., & de Wit, P. (2011, March 3). Talks on northern corridor stall again. Corridor Watch. https://example.org/talks",
    "(Marković & de Wit, 2011, p. 12)",
  ],
  [
    "harvard",
    "Marković, E. and de Wit, P. (2011) ‘Talks on northern corridor stall again’, Corridor Watch, 3 March. Available at: https://example.org/talks (Accessed: 24 November 2026).",
    "(Marković and de Wit, 2011, p. 12)",
  ],
  [
    "vancouver",
    "1. Marković E, de Wit P. Talks on northern corridor stall again. Corridor Watch [Internet]. 2011 Mar 3 [cited 2026 Nov 24]; Available from: https://example.org/talks",
    "(1)",
  ],
  [
    "chicago-notes",
    "Marković, Elena, and Paul de Wit. “Talks on Northern Corridor Stall Again.” Corridor Watch, March 3, 2011. https://example.org/talks.",
    "Elena Marković and Paul de Wit, “Talks on Northern Corridor Stall Again,” Corridor Watch, March 3, 2011, 12, https://example.org/talks.",
  ],
] as const)(
  "in %s a work and a page of it are cited",
  (style, reference, inText) => {
    expect(formatCitation(ARTICLE, style, "12")).toEqual({ reference, inText });
  },
);

test("every kind is cited in every style, without a date and without an author", () => {
  for (const kind of ITEM_KINDS)
    for (const style of CITATION_STYLES) {
      const bare: CitedItem = {
        id: kind,
        title: "Untitled Work",
        kind,
        creators: [],
        language: "und",
      };
      const { reference, inText } = formatCitation(bare, style);
      expect(reference.toLowerCase()).toContain("untitled work");
      expect(inText).not.toBe("");
    }
});

test("names and titles in other scripts stay as they are", () => {
  const { reference } = formatCitation(
    {
      ...CABLE,
      kind: "book",
      title: "О проблеме",
      creators: [{ name: "Николай Бордюжа" }],
      language: "ru",
    },
    "apa",
  );
  expect(reference).toBe("Бордюжа, Н. (2009). О проблеме.");
});

test("several items are a list in the order of the style", () => {
  const lines = formatReferences([ARTICLE, CABLE], "apa").split("\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^AMEMBASSY SOMEWHERE/u);
});

test("nothing is asked of the network", () => {
  const connect = vi.spyOn(Socket.prototype, "connect");
  const fetched = vi.spyOn(globalThis, "fetch");
  formatCitation({ ...ARTICLE, title: "10.1000/182" }, "apa");
  formatCitation({ ...ARTICLE, title: "https://example.org/x" }, "harvard");
  expect(connect).not.toHaveBeenCalled();
  expect(fetched).not.toHaveBeenCalled();
});
