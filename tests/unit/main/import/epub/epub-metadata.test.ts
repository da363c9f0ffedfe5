import { describe, expect, it } from "vitest";
import { buildEpub } from "./build-epub";
import { readBook } from "./read-book";

describe("what a book says about itself", () => {
  it("is read from EPUB 3, with its refinements", async () => {
    const { metadata } = await readBook(
      buildEpub(["<p>a</p>"], {
        metadata: `<dc:title id="sub">A subtitle</dc:title><dc:title id="t">The
            title</dc:title><meta refines="#t" property="title-type">main</meta>
          <dc:creator id="a">Jo March</dc:creator><meta refines="#a" property="role">aut</meta>
          <meta refines="#a" property="file-as">March, Jo</meta><dc:creator>Amy March</dc:creator>
          <dc:contributor>Beth</dc:contributor><dc:language>en_gb</dc:language>
          <dc:date>1868-09-30T00:00:00Z</dc:date><dc:publisher>Roberts</dc:publisher>
          <dc:description>&lt;p&gt;Four &lt;b&gt;sisters&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;And&amp;nbsp;one.&lt;/p&gt;</dc:description>
          <dc:subject>Fiction</dc:subject><dc:subject> Fiction </dc:subject><dc:subject>Sisters</dc:subject>
          <dc:identifier>urn:isbn:9780000000000</dc:identifier><dc:source>https://example.org/lw</dc:source>
          <meta property="dcterms:modified">2020-01-01T00:00:00Z</meta>`,
      }),
    );
    expect(metadata).toEqual({
      title: "The title",
      creators: ["Jo March", "Amy March"],
      date: "1868-09-30",
      language: "en-GB",
      publisher: "Roberts",
      description: "Four sisters. And one.",
      url: "https://example.org/lw",
      kind: "book",
      tags: ["Fiction", "Sisters"],
      extra: {
        otherTitles: ["A subtitle"],
        creators: [
          { name: "Jo March", role: "aut", fileAs: "March, Jo" },
          { name: "Amy March" },
        ],
        contributors: [{ name: "Beth" }],
        identifiers: [{ value: "urn:isbn:9780000000000" }],
        sources: ["https://example.org/lw"],
        dates: ["1868-09-30T00:00:00Z"],
        languages: ["en_gb"],
        modified: "2020-01-01T00:00:00Z",
      },
    });
  });

  it("is read from EPUB 2, with its attributes and its inner elements", async () => {
    const { metadata } = await readBook(
      buildEpub(["<p>a</p>"], {
        version: "2.0",
        metadata: `<dc-metadata><dc:Title>Old</dc:Title>
          <dc:Creator opf:role="aut" opf:file-as="Carroll, Lewis">Lewis Carroll</dc:Creator>
          <dc:date opf:event="modification">2011-01-01</dc:date><dc:date opf:event="creation">1865</dc:date>
          <dc:identifier opf:scheme="ISBN">978</dc:identifier></dc-metadata>
          <x-metadata><meta name="calibre:series" content="Alice"/></x-metadata>`,
      }),
    );
    expect(metadata).toMatchObject({
      title: "Old",
      creators: ["Lewis Carroll"],
      date: "1865",
      extra: {
        creators: [{ role: "aut", fileAs: "Carroll, Lewis" }],
        identifiers: [{ value: "978", scheme: "ISBN" }],
        series: "Alice",
      },
    });
  });

  it("may be nothing at all", async () => {
    const { metadata } = await readBook(
      buildEpub(["<p>a</p>"], {
        metadata:
          "<dc:title> </dc:title><dc:language>no language!</dc:language><dc:date>0101-01-01</dc:date>",
      }),
    );
    expect(metadata).toEqual({
      creators: [],
      kind: "book",
      tags: [],
      extra: { dates: ["0101-01-01"], languages: ["no language!"] },
    });
  });
});
