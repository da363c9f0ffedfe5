import { docxReader } from "#main/import/docx/docx-reader";
import { odtReader } from "#main/import/odt/odt-reader";
import { expect, test } from "vitest";
import * as docx from "../docx/make-docx";
import * as odt from "../odt/make-odt";

test("long documents say all along how far they are read, from nothing to all", async () => {
  const texts = Array.from({ length: 3_000 }, (_, index) => `line ${index}`);
  const word = docx.makeDocx({
    body: texts.map((text) => docx.p(text)).join(""),
  });
  const office = odt.makeOdt({
    text: texts.map((text) => odt.p(text)).join(""),
  });
  for (const [reader, bytes] of [
    [docxReader, word],
    [odtReader, office],
  ] as const) {
    const shares: number[] = [];
    await reader.read(bytes, {}, { progress: (share) => shares.push(share) });
    const own = shares.filter((share) => share >= 0.6);
    expect(own.length).toBeGreaterThan(20);
    expect(own).toEqual([...own].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  }
});
