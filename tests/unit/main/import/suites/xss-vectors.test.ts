import { htmlReader } from "#main/import/html/read-html";
import { sanitise } from "#main/import/sanitise";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findSuiteFile, skipWhen } from "./suite-files";

const PATH = findSuiteFile("xss-vectors.json");
const SENTENCE =
  "The ministers met for a second day, said little to those who waited, and left by the side door. ";

interface Vector {
  readonly src: string;
  readonly id: number;
  readonly payload: string;
}

describe("pages that attack their reader", () => {
  skipWhen(
    PATH === undefined,
    "the attack strings of the suites are not on this machine",
  );
  it("leave no link but those to the web and to mailboxes", async () => {
    const vectors = JSON.parse(readFileSync(PATH ?? "", "utf8")) as Vector[];
    const wrong: string[] = [];
    let links = 0;
    for (const { src, id, payload } of vectors) {
      const page = `<html><head><title>T</title></head><body><article><p>${SENTENCE.repeat(6)}</p>${payload}<p>${SENTENCE.repeat(3)}</p></article></body></html>`;
      const read = await htmlReader.read(
        Buffer.from(page),
        {},
        { progress: () => undefined },
      );
      if (!read.ok) continue;
      for (const item of [read.value, sanitise(read.value)])
        for (const { marks, rows = [] } of item.structured.blocks)
          for (const mark of [
            ...marks,
            ...rows.flat().flatMap((cell) => cell.marks),
          ])
            if (mark.kind === "link") {
              links += 1;
              if (!/^(?:https?:\/\/|mailto:)/u.test(mark.target ?? ""))
                wrong.push(`${src} ${id}: ${mark.target}`);
            }
    }
    console.log(
      `${vectors.length} payloads, ${links} links kept, ${wrong.length} forbidden`,
    );
    expect(wrong).toEqual([]);
  }, 60_000);
});
