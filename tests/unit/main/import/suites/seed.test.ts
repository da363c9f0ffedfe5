import { textReader } from "#main/import/text/text-reader";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBlocks } from "../read-blocks";
import { listSuiteFiles, skipWhen } from "./suite-files";

const [file] = listSuiteFiles("seed", ".txt");

describe("the article it all begins with", () => {
  skipWhen(
    file === undefined,
    "the first article of the suites are not on this machine",
  );
  it("gives title and writer once, the cable as quotations, the talking points as a list", async () => {
    const source = readFileSync(file ?? "", "utf8");
    const read = await readBlocks(textReader, source);
    expect(read.title).toBe("U.S. Blocking NATO-CSTO Cooperation");
    expect(read.creators).toEqual(["Joshua Kucera"]);
    expect(read.date).toBeUndefined();
    expect(read.warnings).toEqual([
      {
        code: "navigation-dropped",
        detail: "Bookmark/Search this post with",
      },
    ]);
    expect(read.blocks.map((block) => block.split(" ")[0])).toEqual([
      "paragraph",
      "paragraph",
      "quotation1",
      "quotation1",
      "quotation1",
      "paragraph",
      "list-item1",
      "list-item1",
      "paragraph",
    ]);
    const kept = source
      .split("\n")
      .filter((line) => line.trim() !== "")
      .slice(3, -1)
      .map((line) => line.replace(/^-- /u, ""));
    expect(read.item.structured.text).toBe(kept.join("\n\n"));
  });
});
