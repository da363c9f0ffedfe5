import { TextWriter } from "#domain/text/text-writer";
import { describe, expect, it } from "vitest";
import { growsInProportion } from "../../grows-in-proportion";

describe("the writer of canonical texts", () => {
  it("separates blocks by a blank line and leaves out those that show nothing", () => {
    const to = new TextWriter();
    to.block("paragraph", {}, () => to.write("One  \n"));
    to.block("paragraph", {}, () => to.write("   "));
    to.block("rule", {}, () => undefined);
    to.block("code", {}, () => to.write("  x\n"));
    const { text, blocks } = to.finish(1);
    expect(text).toBe("One\n\n\n\n  x\n");
    expect(blocks.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ["paragraph", 0, 3],
      ["rule", 5, 5],
      ["code", 7, 11],
    ]);
  });

  it("folds white space across pieces and takes the space before a line break", () => {
    const to = new TextWriter();
    to.block("paragraph", {}, () => {
      to.write(" a \n", "collapsed");
      to.mark("strong", () => to.write(" b ", "collapsed"));
      to.lineBreak();
      to.write(" c", "collapsed");
    });
    const { text, blocks } = to.finish(1);
    expect(text).toBe("a b\nc");
    expect(blocks[0]?.marks).toEqual([{ kind: "strong", start: 2, end: 4 }]);
  });

  it("separates cells by a tab and rows by a line break", () => {
    const to = new TextWriter();
    const cell = (letters: string) => ({
      isHeader: false,
      fill: () => to.write(letters),
    });
    to.table([[cell("a "), cell("")], [cell("c")]]);
    const { text, blocks } = to.finish(1);
    expect(text).toBe("a\t\nc");
    expect(
      blocks[0]?.rows?.map((row) => row.map(({ start, end }) => [start, end])),
    ).toEqual([
      [
        [0, 1],
        [2, 2],
      ],
      [[3, 4]],
    ]);
  });

  it("gives a page that was told in a block without text to the next one", () => {
    const to = new TextWriter();
    to.block("paragraph", {}, () => to.page("7"));
    to.block("paragraph", {}, () => to.write("a"));
    to.page("8");
    to.block("paragraph", {}, () => {
      to.write("b");
      to.page("9");
    });
    expect(to.finish(1).pages).toEqual([
      { label: "7", start: 0 },
      { label: "8", start: 3 },
      { label: "9", start: 4 },
    ]);
  });

  it("takes time in proportion to the text", async () => {
    const write = (count: number): void => {
      const to = new TextWriter();
      for (let block = 0; block < count; block += 1)
        to.block("paragraph", {}, () => {
          for (let piece = 0; piece < 5; piece += 1)
            to.write("some words of a sentence ", "collapsed");
        });
      expect(to.finish(1).blocks.length).toBe(count);
    };
    expect(await growsInProportion(write, 4_000)).toBe(true);
  });
});
