import { describeByCfi } from "#domain/cfi/describe-by-cfi";
import { findByCfi } from "#domain/cfi/find-by-cfi";
import { parseCfi } from "#domain/cfi/parse-cfi";
import { readSourcePlaces } from "#domain/cfi/read-source-places";
import {
  firstLetter,
  lastLetter,
  type SourcePlaces,
} from "#domain/cfi/source-places";
import type { TextRange } from "#domain/text/blocks";
import { sanitise } from "#main/import/sanitise";
import { unzipSync } from "fflate";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildEpub } from "./build-epub";
import { hostileChapters } from "./hostile-chapters";
import { readBook } from "./read-book";
import { walkCfi } from "./walk-cfi";

const DOCTYPE =
  '<!DOCTYPE html [<!ENTITY declared "an <i>en</i> tity"><!ENTITY unused "x">]>';

interface ReadPlaces {
  readonly text: string;
  readonly places: SourcePlaces;
  /** What the independent walker finds at the CFI of a range. */
  readonly walked: (range: TextRange) => string | undefined;
}

async function read(chapters: readonly string[]): Promise<ReadPlaces> {
  const pages = chapters.map(
    (chapter, index) => [`chapter-${index + 1}.xhtml`, page(chapter)] as const,
  );
  const bytes = buildEpub(
    chapters.map(() => ""),
    {
      files: Object.fromEntries(pages),
      spine: `<!-- x --><other/>${chapters
        .map(
          (_, index) => `<itemref id="r^${index + 1}" idref="c${index + 1}"/>`,
        )
        .join("<?pi?>")}`,
    },
  );
  const item = sanitise(await readBook(bytes));
  const { text } = item.structured;
  const places = readSourcePlaces(
    JSON.parse(JSON.stringify(item.places)),
    text.length,
  );
  if (!places) throw new Error("The places cannot be read");
  const files = unzipSync(bytes);
  const readText = (file: string): string | undefined =>
    files[file] && new TextDecoder().decode(files[file]);
  return {
    text,
    places,
    walked: (range) => {
      const described = describeByCfi(places, range);
      return described && walkCfi(described.value, readText);
    },
  };
}

function page(body: string): string {
  return `<?xml version="1.0"?>${DOCTYPE}<!-- before --><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>t</title></head><!-- between --><body id="body(1)">${body}</body></html>`;
}

test("every letter has a CFI that leads a plain walker of the DOM to that letter", async () => {
  await fc.assert(
    fc.asyncProperty(hostileChapters, async (chapters) => {
      const { text, walked } = await read(chapters);
      let at = 0;
      for (const letter of text) {
        const found = walked({ start: at, end: at + letter.length });
        at += letter.length;
        // Only what the reader made up stands nowhere.
        if (found === undefined) expect(letter).toMatch(/^[\sA-Z“”()]$/u);
        else if (/\s/u.test(letter)) expect(found).toMatch(/^\s$/u);
        else expect(found).toBe(letter);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("a range, described and found again, is the same range", async () => {
  let described = 0;
  await fc.assert(
    fc.asyncProperty(
      hostileChapters,
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 10, maxLength: 10 }),
      async (chapters, ends) => {
        const { text, places } = await read(chapters);
        for (const pair of ends) {
          const [a, b] = pair.map((each) => each % (text.length + 1));
          const range = {
            start: Math.min(a ?? 0, b ?? 0),
            end: Math.max(a ?? 0, b ?? 0),
          };
          const selector = describeByCfi(places, range);
          if (!selector) continue;
          described += 1;
          const cfi = parseCfi(selector.value);
          // Signs of the reader's own at its ends stand nowhere in the source.
          expect(cfi && findByCfi(text, places, cfi)).toEqual({
            start: firstLetter(places, range)?.offset,
            end: (lastLetter(places, range)?.offset ?? 0) + 1,
          });
        }
      },
    ),
    { numRuns: 100 },
  );
  expect(described).toBeGreaterThan(500);
}, 60_000);

test("the words of a passage are those that its CFI leads to, white space aside", async () => {
  const { text, walked } = await read([
    `<h1 id="h">One<!-- x -->  title</h1><p>Some <i>very\n   <b>dear</b></i>&nbsp;<![CDATA[<words>]]> &declared;</p>`,
    `<table><tr><th>a</th><th>b</th></tr><tr><td>one  cell</td><td>another</td></tr></table><p>End.</p>`,
  ]);
  expect(flat(walked({ start: 0, end: text.length }) ?? "")).toBe(flat(text));
  const passage = "dear\u00A0<words> an en";
  const start = text.indexOf(passage);
  expect(flat(walked({ start, end: start + passage.length }) ?? "")).toBe(
    flat(passage),
  );
});

function flat(text: string): string {
  return text.replace(/\s+/gu, "");
}

test("a note that was moved is led to where it stands, and no passage from the text into it has a CFI", async () => {
  const { text, places, walked } = await read([
    `<p>First<a epub:type="noteref" href="#n">1</a>.</p><aside epub:type="footnote" id="n"><p>1. The note.</p></aside><p>Second.</p>`,
  ]);
  const note = text.indexOf("The note.");
  const second = text.indexOf("Second.");
  expect(note).toBeGreaterThan(second);
  expect(walked({ start: note, end: note + 9 })).toBe("The note.");
  expect(describeByCfi(places, { start: second, end: note + 9 })).toBe(
    undefined,
  );
  expect(describeByCfi(places, { start: 0, end: second + 7 })?.value).toMatch(
    /^epubcfi\(\/6\/4\[r\^\^1\]!\/4\[body\^\(1\^\)\],/u,
  );
});

test("what is repaired, drawn, cut, or read in another's place has no CFI, and all else has", async () => {
  const bytes = buildEpub(["<p>kept</p>", "<p>broken", "<p>after</p>"], {
    manifest:
      '<item id="odd" href="odd.json" media-type="application/json" fallback="c1"/>',
    spine:
      '<itemref idref="c2"/><itemref idref="odd"/><itemref idref="c3"/><itemref idref="c1"/>',
  });
  const { structured, places: file } = await readBook(bytes);
  const { text } = structured;
  const places = readSourcePlaces(file, text.length);
  const cfis = ["broken", "kept", "after"].map((word) => {
    const start = text.indexOf(word);
    return places && describeByCfi(places, { start, end: start + 3 })?.value;
  });
  expect(cfis).toEqual([undefined, undefined, "epubcfi(/6/6!/4/2,/1:0,/1:3)"]);
});

test("the places of a text have the form that is agreed on", async () => {
  const golden = JSON.parse(
    readFileSync(join(process.cwd(), "tests/golden/places-1.json"), "utf8"),
  ) as { chapters: string[]; text: string; places: unknown };
  const bytes = buildEpub(golden.chapters, {
    spine: '<itemref id="first" idref="c1"/><itemref idref="c2"/>',
  });
  const { structured, places } = await readBook(bytes);
  expect({ text: structured.text, places }).toEqual({
    text: golden.text,
    places: golden.places,
  });
});
