import { textReader } from "#main/import/text/text-reader";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { growsInProportion } from "../../../grows-in-proportion";
import { readBlocks, type ReadBlocks } from "../read-blocks";

const fixture = (name: string): Promise<ReadBlocks> =>
  readBlocks(
    textReader,
    readFileSync(join(import.meta.dirname, "fixtures", `${name}.txt`)),
  );
const blocksOf = async (text: string): Promise<readonly string[]> =>
  (await readBlocks(textReader, text)).blocks;

test("a report loses its repeated title, byline, date and the page's frame, and nothing else", async () => {
  const read = await fixture("wire");
  expect(read).toMatchObject({
    title: "Talks on northern corridor stall again",
    creators: ["Elena Marković", "Paul de Wit"],
    date: "2011-03-03",
  });
  expect(read.warnings.map(({ code }) => code)).toEqual(["navigation-dropped"]);
  expect(read.warnings[0]?.detail).toContain("A road that nobody owns");
  expect(read.blocks).toEqual([
    "paragraph GENEVA, March 3, 2011 (Newswire) -- Negotiators from the two sides left Geneva on Thursday without agreeing on a date for the next round, a spokesman said, after four days in which neither delegation moved from the positions it had brought.",
    "paragraph The mediators -- three of them from neutral countries -- had hoped for a joint statement. None was issued.",
    'paragraph "We are not there yet," the spokesman told reporters. "But we are still in the room."',
    "paragraph In a letter to the mediators, the northern delegation wrote:",
    "quotation1 We regret that our proposals were not answered. We remain ready to return to the table when the other side has had time to read them.",
    "quotation1 Moreover, we ask the mediators to publish the record of all four days.",
    "paragraph The letter was dated 2 March. The other delegation did not comment.",
    "paragraph Among the open points are:",
    "list-item1 the customs posts on the eastern road,",
    "list-item1 the status of the two enclaves, which neither side is willing to discuss in public, and",
    "list-item1 the return of prisoners.",
  ]);
});

test("a cable keeps its head line by line and tells who sent it, when and about what", async () => {
  const read = await fixture("cable");
  expect(read).toMatchObject({
    title: "FOREIGN MINISTER ON CORRIDOR TALKS: NOT YET, BUT NOT NEVER",
    creators: ["AMEMBASSY SOMEWHERE"],
    date: "2009-03-03",
    kind: "cable",
    warnings: [],
  });
  expect(read.blocks[0]).toContain("\nFM AMEMBASSY SOMEWHERE\nTO RUEHC/");
  expect(read.blocks.slice(4)).toEqual([
    "list-item1#1 (C) SUMMARY: The Foreign Minister told the Ambassador on March 2 that his government would not agree to a date before the other side had answered in writing. He asked for patience. END SUMMARY.",
    "heading3 Not before a written answer",
    'list-item1#2 (C) The Minister received the Ambassador alone. He said that the mediators had "mistaken silence for consent" and that the cabinet was divided.',
    "list-item1#3 (C) Asked about the enclaves, he listed three conditions:",
    "list-item1 that the road stay open during talks;",
    "list-item1 that observers be admitted; and",
    "list-item1 that nothing be published without the consent of both sides.",
    "heading3 COMMENT",
    "list-item1#4 (C) The Minister was franker than usual. Whether the cabinet follows him is another matter. END COMMENT.",
    "paragraph OTHER\nBT",
  ]);
});

test("a message keeps its head and shows what it answers as quotations in their depth", async () => {
  const read = await fixture("mail");
  expect(read).toMatchObject({
    title: "Corridor piece, second draft",
    creators: ["Anna Berg"],
    date: "2009-03-03",
    kind: "letter",
  });
  expect(read.blocks.slice(3, 7)).toEqual([
    "paragraph On 2 March 2009, Peter Lund wrote:",
    "quotation1 The delegation has no further comment. We will publish our own account on Friday.",
    "quotation2 Can you confirm that the letter was sent?",
    "quotation1 It was sent on the second.",
  ]);
  expect(read.blocks).toContain("paragraph Anna Berg\nDesk editor");
});

test("a paged memorandum loses the edges of its pages, and its page numbers are kept", async () => {
  const read = await fixture("rfc");
  expect(read.title).toBe("A Way of Passing Notes in Class");
  expect(read.warnings.map(({ code }) => code)).toEqual(["page-edges-dropped"]);
  expect(read.blocks.slice(6)).toEqual([
    "paragraph Notes are passed under the desk. This section says why, and then it goes on to say a little more, because a page has to end somewhere in the middle of a sentence like this one.",
    "heading2 2. Folding",
    "paragraph A note has these parts:",
    "list-item1 the text, which is written with a pencil so that it can be taken back in need;",
    "list-item1 the name of the one who is to read it.",
    "paragraph The parts are laid out as follows:",
    "code +--------+---------+\n| name   | text    |\n+--------+---------+",
    "heading3 2.1. Corners",
    "paragraph Corners are folded inwards. As the teacher used to say:",
    "quotation1 A folded corner keeps a secret better than a closed door, and no pupil of mine ever needed to be told so twice.",
    "heading2 3. Security Considerations",
    "paragraph The teacher may read the note.",
  ]);
  const { text, pages = [] } = read.item.structured;
  expect(pages.map(({ label }) => label)).toEqual(["1", "2", "3"]);
  expect(text.slice(pages[1]?.start)).toMatch(/^in the middle of a sentence/u);
});

test("a book of Project Gutenberg is read without its licence, chapter by chapter, verse in lines", async () => {
  const read = await fixture("book");
  expect(read).toMatchObject({
    title: "The Keeper of the Lock",
    creators: ["Ada Fenwick"],
    language: "en",
    kind: "book",
  });
  expect(read.date).toBeUndefined();
  expect(read.blocks.filter((block) => block.startsWith("heading"))).toEqual([
    "heading2 CONTENTS",
    "heading2 CHAPTER I",
    "heading3 The Gate",
    "heading2 CHAPTER II",
    "heading3 The Letter",
  ]);
  expect(read.blocks).toContain(
    "quotation1 The water comes, the water goes,\nAnd nobody knows where;\nThe keeper keeps the gate he knows\nAnd combs his silver hair.",
  );
  expect(read.blocks.at(-3)).toContain("leave the lock by Michaelmas.");
  expect(read.blocks.at(-2)).toBe("rule");
});

test("a poem keeps its lines", async () => {
  const read = await fixture("poem");
  expect(read).toMatchObject({
    title: "The Border Post",
    creators: ["Ilse Haar"],
  });
  expect(read.blocks.map((block) => block.split("\n").length)).toEqual([4, 4]);
});

test("minutes are dated by when they were held, and their numbered lines are headings", async () => {
  const read = await fixture("minutes");
  expect(read).toMatchObject({ kind: "minutes", date: "2009-05-04" });
  expect(read.blocks.slice(0, 4)).toEqual([
    "paragraph Held in Vienna on 4 May 2009",
    "paragraph Present: Ms Haar (chair), Mr Lund, Ms Okafor\nApologies: Mr de Wit\nSecretary: Ms Berg",
    "heading2 1. Minutes of the last meeting",
    "paragraph The minutes of the 13th meeting were agreed without change.",
  ]);
  expect(read.blocks).toContain(
    "list-item1 (a) to hold every second meeting by telephone;",
  );
});

test("a saved page without blank lines is cut at its lines", async () => {
  const read = await fixture("web");
  expect(read).toMatchObject({
    title: "The long way round",
    creators: ["Miriam Abdullah"],
    publisher: "Corridor Watch",
    date: "2011-01-31",
  });
  expect(read.blocks.map((block) => block.split(" ")[0])).toEqual([
    "paragraph",
    "paragraph",
    "quotation1",
    "paragraph",
    "heading3",
    "paragraph",
  ]);
});

describe("line breaks", () => {
  test("hyphens at line ends go where a word was divided and stay where it has one", async () => {
    const [block] = await blocksOf(
      "The well-known co-operation of the states that call themselves non-\naligned went on. What remained of an old and tiresome disagree-\nment was settled between the teams of what was then called NATO-\nRussia, who met in Vienna and elsewhere for a number of two-\nor three-day meetings of a committee and of its one sub-\ncommittee, for a subcommittee is a body like any other one.",
    );
    expect(block).toContain("non-aligned went");
    expect(block).toContain("disagreement was");
    expect(block).toContain("NATO-Russia, who");
    expect(block).toContain("two- or three-day");
    expect(block).toContain("one subcommittee, for");
  });

  test("an address keeps its lines between wrapped paragraphs", async () => {
    const blocks = await blocksOf(
      "The parcel went out on the second of March to the address that had been\ngiven to the embassy by telephone, and it came back a week later:\n\nMinistry of Transport\n12 Long Street\nSometown\n\nNobody has found out since then why the address was thought to be right by\nall who had written it down.",
    );
    expect(blocks[1]).toBe(
      "paragraph Ministry of Transport\n12 Long Street\nSometown",
    );
  });

  test("indented first lines begin paragraphs that no blank line separates", async () => {
    const blocks = await blocksOf(
      "   The first paragraph of this text begins with an indented line and then\ngoes on at the margin for some lines, as books do that save their paper\nand that do not want to leave a line blank.\n   The second one does the same, and it is just as long as the first one\nwas, or nearly so.",
    );
    expect(blocks).toHaveLength(2);
  });

  test("a double-spaced text is not one paragraph a line", async () => {
    const line = "words that go on and on for as long as a line on paper lasts";
    const blocks = await blocksOf(
      `The beginning of it\n\n${Array.from({ length: 12 }, () => line).join("\n\n")}`,
    );
    expect(blocks.length).toBeLessThan(3);
  });
});

describe("quotations", () => {
  test("a document with its own head is quoted with it", async () => {
    const blocks = await blocksOf(
      "The archive holds a telegram that nobody had seen until last year, and which was sent on the same evening:\n\nFROM: The Minister\nTO: All missions\n\nWe have decided to wait.\n\nThe telegram was never answered, as far as the archive knows, and the file ends with it.",
    );
    expect(blocks.map((block) => block.split(" ")[0])).toEqual([
      "paragraph",
      "quotation1",
      "quotation1",
      "paragraph",
    ]);
  });

  test("a passage whose marks open before each paragraph is one quotation", async () => {
    const blocks = await blocksOf(
      "The minister spoke for an hour and did not look up from his notes once.\n\n“We have waited long enough for an answer to a simple question.\n\n“It is time to go on without one.”\n\nNobody clapped.",
    );
    expect(blocks.map((block) => block.split(" ")[0])).toEqual([
      "paragraph",
      "quotation1",
      "quotation1",
      "paragraph",
    ]);
  });

  test("talk between quotation marks stays part of the story", async () => {
    const blocks = await blocksOf(
      "She looked at the map for a long time and then she said:\n\n“Not this way.”\n\n“Which way, then?” he asked.",
    );
    expect(blocks.every((block) => block.startsWith("paragraph"))).toBe(true);
  });

  test("a cable's numbered paragraphs are quoted with their numbers, until the writer speaks again", async () => {
    const blocks = await blocksOf(
      "The embassy was not impressed, and somebody there took the trouble to say why. From the cable:\n\n3. (C) The Minister read from a prepared paper.\n\n4. (C) He took no questions.\n\nSo much for the new openness, which I had believed in.",
    );
    expect(blocks.slice(1)).toEqual([
      "quotation1 3. (C) The Minister read from a prepared paper.",
      "quotation1 4. (C) He took no questions.",
      "paragraph So much for the new openness, which I had believed in.",
    ]);
  });

  test("two spaces after a sentence, dots for what was left out and 'we' are the document's, not the writer's", async () => {
    const blocks = await blocksOf(
      "A second cable, sent a week later, puts it differently:\n\nThe official was clearly uncomfortable.  He said that nobody had been asked.\n\nComment:  This tracks with what was heard in June.  End comment.\n\nSo there you have it. Nobody in the capital has commented on it so far.\n\nThe letter of May says the same:\n\nNothing has been decided in this matter by the authorities....\n\nWe shall inform you in due time.\n\nThe letter was never answered.",
    );
    expect(blocks.map((block) => block.split(" ")[0])).toEqual([
      "paragraph",
      "quotation1",
      "quotation1",
      "paragraph",
      "paragraph",
      "quotation1",
      "quotation1",
      "paragraph",
    ]);
  });

  test.each([
    "Read more:",
    "Related cable:",
    "We get more of them if the period is raised from 60 minutes to 360 minutes:",
    "The table of the last section looks like this:",
  ])("%j introduces no quotation", async (intro) => {
    const blocks = await blocksOf(
      `A paragraph before it that ends like any other one does.\n\n${intro}\n\nAnother paragraph follows here, and it is as long as a quotation would be.`,
    );
    expect(blocks.at(-1)).toMatch(/^paragraph/u);
  });

  test("a label with a colon introduces no quotation", async () => {
    const blocks = await blocksOf(
      "Executive summary:\n\nThe road was finished in May, two years after the treaty and four years after the first plan.",
    );
    expect(blocks.at(-1)).toMatch(/^paragraph/u);
  });
});

describe("the top of a text", () => {
  test.each([
    ["By Joshua Kucera", ["Joshua Kucera"]],
    ["by Anna Berg, Corridor Watch", ["Anna Berg"]],
    ["By ANNA BERG and PETER LUND", ["ANNA BERG", "PETER LUND"]],
    [
      "Written by Hans van der Berg, Maria O'Neil & J. R. Smith",
      ["Hans van der Berg", "Maria O'Neil", "J. R. Smith"],
    ],
    ["Von Jürgen Groß", ["Jürgen Groß"]],
    ["Author: Martin Luther King, Jr.", ["Martin Luther King Jr."]],
    ["Anna Berg | 3 March 2011", ["Anna Berg"]],
    ["by the way, nobody came", []],
    ["By staff", []],
  ])("%j names %j", async (line, names) => {
    const read = await readBlocks(
      textReader,
      `A title over it\n\n${line}\n\nThe text begins here and it is long enough to be one, for it goes on and on until nobody could take it for a title.`,
    );
    expect(read.creators).toEqual(names);
  });

  test.each([
    ["March 3, 2011", "2011-03-03"],
    ["Posted on 3 March 2011 at 14:20", "2011-03-03"],
    ["Thursday, 3 March 2011", "2011-03-03"],
    ["2011-03-03", "2011-03-03"],
    ["03.03.2011", "2011-03-03"],
    ["25/03/2011", "2011-03-25"],
    ["10/09/2011", undefined],
    ["September 2009", "2009-09"],
    ["1998", "1998"],
    ["circa 1850", "1850~"],
    ["3. März 2011", "2011-03-03"],
    ["3 mars 2011", "2011-03-03"],
    ["3 марта 2011", "2011-03-03"],
    ["Wed, 02/09/2011 - 14:05", "2011-02-09"],
    ["Friday 02/09/2011", "2011-09-02"],
    ["tomorrow at noon", undefined],
  ])("%j is the date %s", async (line, date) => {
    const read = await readBlocks(
      textReader,
      `A title over it\n\n${line}\n\nThe text begins here and it is long enough to be one, for it goes on and on until nobody could take it for a title.`,
    );
    expect(read.date).toBe(date);
    // A line that was not understood as a whole stays in the text.
    expect(read.blocks.length).toBe(date === undefined ? 2 : 1);
  });

  test.each([
    ["Anna Berg", ["Anna Berg"]],
    ["Foreign Policy", []],
    ["Old Town", []],
  ])("%j alone below the title names %j", async (line, names) => {
    const read = await readBlocks(
      textReader,
      `A title over it\n\n${line}\n\nThe text begins here and it is long enough to be one, for it goes on about an old town until nobody could take it for a title.`,
    );
    expect(read.creators).toEqual(names);
  });

  test("tags below the text are tags", async () => {
    const read = await readBlocks(
      textReader,
      "A title over it\n\nThe text begins here and it is long enough to be one, for it goes on and on and on and on until its end.\n\nTags: roads, treaties",
    );
    expect(read.tags).toEqual(["roads", "treaties"]);
    expect(read.blocks).toHaveLength(1);
  });

  test("an affiliation that is no name keeps its line in the text", async () => {
    const read = await readBlocks(
      textReader,
      "A title over it\n\nBy Anna Berg, Corridor Watch\n\nThe text begins here and it is long enough to be one, for it goes on and on until nobody takes it for a title.",
    );
    expect(read.blocks[0]).toBe("paragraph By Anna Berg, Corridor Watch");
  });

  test("a text that begins at once has no title", async () => {
    const read = await readBlocks(
      textReader,
      "The text begins at once and goes on for a good while, as a note does that nobody thought worth a title, until it ends.",
    );
    expect(read.title).toBeUndefined();
    expect(read.blocks).toHaveLength(1);
  });

  test("fields that only describe the text are its metadata and no part of it", async () => {
    const read = await readBlocks(
      textReader,
      "Title: The road\nAuthor: Anna Berg\nDate: 3 March 2011\nSource: https://example.org/road\n\nThe text.",
    );
    expect(read).toMatchObject({
      title: "The road",
      creators: ["Anna Berg"],
      date: "2011-03-03",
      blocks: ["paragraph The text."],
    });
  });
});

test("words of a page's frame stay where they are words of the text", async () => {
  const text =
    "A list of verbs\n\nThe children learned these words on Monday, and they have not forgotten one of them since.\n\nPrint\n\nThey wrote it down three times, each time a little better than before, and went home.";
  const read = await readBlocks(textReader, text);
  expect(read.warnings.map(({ detail }) => detail)).toEqual(["Print"]);
  const long = `${text}\n\n${"And so on, day after day.\n\n".repeat(60)}`;
  const later = long.replace("And so on", "Share\n\nAnd so on");
  expect((await readBlocks(textReader, later)).warnings).toHaveLength(2 - 1);
});

test("numbered titles are headings at their depth, numbered paragraphs are a list", async () => {
  const blocks = await blocksOf(
    "1. Definitions.\n\nThis licence uses some words in a sense of their own.\n\n2. Source Code.\n\n2.1. What It Is\n\nThe form that is preferred for making changes to it.\n\n1. A first point that is a sentence of its own.\n\n2. A second point that is one as well.",
  );
  expect(blocks.map((block) => block.split(" ")[0])).toEqual([
    "heading2",
    "paragraph",
    "heading2",
    "heading3",
    "paragraph",
    "list-item1#1",
    "list-item1#2",
  ]);
});

test("a number that nothing follows is part of its sentence", async () => {
  const blocks = await blocksOf(
    "Er starb am\n\n12. September 2009 in Wien, wo er lange gelebt hatte.\n\nMehr ist nicht bekannt.",
  );
  expect(blocks).toContain(
    "paragraph 12. September 2009 in Wien, wo er lange gelebt hatte.",
  );
});

test("addresses of pages are links over their letters", async () => {
  const { item } = await readBlocks(
    textReader,
    "See https://example.org/a?b=c, and www.example.com.",
  );
  expect(item.structured.blocks[0]?.marks).toMatchObject([
    { kind: "link", target: "https://example.org/a?b=c" },
    { kind: "link", target: "http://www.example.com" },
  ]);
});

test("lines with tabs are a table, columns of spaces keep their spaces", async () => {
  const blocks = await blocksOf(
    "Year\tMembers\n1999\t19\n2004\t26\n\nYear     Members\n1999     19\n2004     26",
  );
  expect(blocks).toEqual([
    "table Year\tMembers\n1999\t19\n2004\t26",
    "code Year     Members\n1999     19\n2004     26",
  ]);
});

test("every word of any text is kept, in order, or told as left out", async () => {
  const line = fc.oneof(
    fc.constantFrom(
      "-- a point",
      "1. Numbered",
      "2. Second",
      "    indented line of words that is long enough to be set apart from it",
      "> quoted",
      "CHAPTER I",
      "ALL CAPITALS",
      "-----",
      "It says:",
      "The letter of the minister reads:",
      "Share this",
      "From: A",
      "To: B",
      "a\tb",
      "Short",
      "A sentence that goes on for a while and ends in the usual way. And one more.",
      "",
      "\f",
    ),
    fc.string({ unit: fc.constantFrom(..."abc DE.,:-–“”\"'()12\t") }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
      const source = lines.join("\n");
      const bytes = new TextEncoder().encode(source);
      const read = await textReader.read(
        bytes,
        {},
        { progress: () => undefined },
      );
      if (!read.ok) return;
      const { structured, metadata, warnings } = read.value;
      const words = (text: string): string[] =>
        text.match(/\p{L}{2,}/gu)?.map((word) => word.toLowerCase()) ?? [];
      const left = [
        structured.text,
        metadata.title ?? "",
        metadata.creators.join(" "),
        warnings.map(({ detail }) => detail).join(" "),
      ].join(" ");
      const joined = left.toLowerCase().replace(/[^\p{L}]/gu, "");
      for (const word of words(source))
        expect(word === "by" || joined.includes(word)).toBe(true);
      let end = -2;
      for (const block of structured.blocks) {
        expect(block.start).toBe(end + 2);
        end = block.end;
      }
      expect(Math.max(0, end)).toBe(structured.text.length);
    }),
    { numRuns: 300 },
  );
});

test("a long text without any structure is read in time that grows with it", async () => {
  const line = "a line of words that is neither long nor short and has no end ";
  const texts: Readonly<Record<string, (count: number) => string>> = {
    lines: (count) => `${line.repeat(3)}\n`.repeat(count),
    entries: (count) => `1. ${line}\n`.repeat(2 * count),
    sentences: (count) => "The report says:\n\nNo.\n\n".repeat(count),
    one: (count) => line.repeat(3 * count),
  };
  for (const [name, write] of Object.entries(texts)) {
    const read = (count: number) => readBlocks(textReader, write(count));
    expect([name, await growsInProportion(read, 1_500)]).toEqual([name, true]);
  }
});
