import { describe, expect, it } from "vitest";
import { buildZip } from "../archive/build-zip";
import { buildEpub, CONTAINER, xhtml } from "./build-epub";
import { blocksOf, marksOf, readBook, refusalOf, textsOf } from "./read-book";

describe("the parts of a book", () => {
  it("follow one another in the order of the spine, not of the files", async () => {
    const book = await readBook(
      buildEpub(["<p>one</p>", "<p>two</p>", "<p>three</p>"], {
        spine:
          '<itemref idref="c3"/><itemref idref="c1" linear="no"/><itemref idref="c2"/>',
      }),
    );
    expect(textsOf(book)).toEqual(["three", "one", "two"]);
  });

  it("come as often as the spine names them", async () => {
    const book = await readBook(
      buildEpub(["<p>one</p>"], {
        spine: '<itemref idref="c1"/><itemref idref="c1"/>',
      }),
    );
    expect(textsOf(book)).toEqual(["one", "one"]);
  });

  it("that are missing are told and do not take the others with them", async () => {
    const book = await readBook(
      buildEpub(["<p>one</p>", "<p>two</p>"], {
        manifest:
          '<item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/>',
        spine:
          '<itemref idref="c1"/><itemref idref="gone"/><itemref idref="unheard"/><itemref idref="c2"/>',
      }),
    );
    expect(textsOf(book)).toEqual(["one", "two"]);
    expect(book.warnings.map(({ code }) => code)).toEqual([
      "book-part-missing",
      "book-part-missing",
    ]);
  });

  it("are read in the order of the list when there is no spine", async () => {
    const book = await readBook(
      buildEpub(["<p>one</p>", "<p>two</p>"], { spine: "<!-- none -->" }),
    );
    expect(textsOf(book)).toEqual(["one", "two"]);
    expect(book.warnings[0]?.code).toBe("book-without-order");
  });

  it("give way to their fallback where they cannot be read", async () => {
    const book = await readBook(
      buildEpub(["<p>the readable one</p>"], {
        files: { "data.json": "{}" },
        manifest:
          '<item id="j" href="data.json" media-type="application/json" fallback="k"/>' +
          '<item id="k" href="data.xml" media-type="application/xml" fallback="c1"/>',
        spine: '<itemref idref="j"/>',
      }),
    );
    expect(textsOf(book)).toEqual(["the readable one"]);
  });

  it("that fall back on each other are left out", async () => {
    const book = await readBook(
      buildEpub(["<p>one</p>"], {
        files: { a: "{}", b: "{}" },
        manifest:
          '<item id="a" href="a" media-type="x/a" fallback="b"/><item id="b" href="b" media-type="x/b" fallback="a"/>',
        spine: '<itemref idref="a"/><itemref idref="c1"/>',
      }),
    );
    expect(textsOf(book)).toEqual(["one"]);
    expect(book.warnings[0]?.code).toBe("book-part-unreadable");
  });
});

describe("the markup of a book", () => {
  it("is read as HTML where it is not well-formed", async () => {
    const book = await readBook(
      buildEpub([
        '<p>AT&T <a id="x"/>and<br>more<p>next<div/>last',
        "<p>whole</p>",
      ]),
    );
    expect(textsOf(book)).toEqual(["AT&T and\nmore", "next", "last", "whole"]);
    expect(marksOf(book, "link")).toEqual([]);
    expect(book.warnings).toEqual([
      { code: "book-parts-repaired", detail: "1, first OEBPS/chapter-1.xhtml" },
    ]);
  });

  it("may write empty elements in short, as XML does", async () => {
    const book = await readBook(
      buildEpub(['<p><a id="x"/>one <i/>two</p><div/><p>three</p>']),
    );
    expect(textsOf(book)).toEqual(["one two", "three"]);
    expect(marksOf(book, "emphasis")).toEqual([]);
  });

  it("may be encoded in other ways than UTF-8", async () => {
    const latin = Buffer.from(
      '<?xml version="1.0" encoding="windows-1252"?><html><body><p>D\u00e9j\u00e0 vu</p></body></html>',
      "latin1",
    );
    const wide = Buffer.from(`\ufeff${xhtml("<p>Zwölf</p>")}`, "utf16le");
    const book = await readBook(
      buildEpub(["", ""], {
        files: { "chapter-1.xhtml": latin, "chapter-2.xhtml": wide },
      }),
    );
    expect(textsOf(book)).toEqual(["Déjà vu", "Zwölf"]);
  });

  it("shows notes that would pop up elsewhere", async () => {
    const book = await readBook(
      buildEpub([
        '<p>a<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n" hidden="hidden" style="display:none">The note.</aside><p hidden="">gone</p>',
      ]),
    );
    expect(textsOf(book)).toEqual(["a1", "The note."]);
  });

  it("keeps what is meant for every program and not what is meant for some", async () => {
    const book = await readBook(
      buildEpub([
        '<p><epub:switch id="s"><epub:case required-namespace="urn:x"><x>no</x></epub:case><epub:default>yes</epub:default></epub:switch></p>',
      ]),
    );
    expect(textsOf(book)).toEqual(["yes"]);
  });

  it("keeps formulas, readings of characters and tables", async () => {
    const book = await readBook(
      buildEpub([
        '<p><math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi>x</mi><mn>2</mn></msup></math></p>' +
          "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>" +
          "<table><tr><th>a</th><td>b</td></tr></table>",
      ]),
    );
    expect(textsOf(book)).toEqual(["x^2", "漢(かん)", "a\tb"]);
    expect(marksOf(book, "formula")).toEqual([{ text: "x^2" }]);
  });

  it("says which blocks run from right to left, also where only a style sheet did", async () => {
    const book = await readBook(
      buildEpub([
        '<p>left</p><p>שלום עולם</p><p dir="rtl">42</p><p>The word שלום means peace.</p>',
      ]),
    );
    expect(book.structured.blocks.map(({ direction }) => direction)).toEqual([
      undefined,
      "rtl",
      "rtl",
      undefined,
    ]);
  });

  it("says which blocks are in another language, and does not mistake a region for one", async () => {
    const book = await readBook(
      buildEpub(["<p>colour</p>", '<p>one</p><p xml:lang="de">zwei</p>'], {
        metadata: "<dc:language>en-GB</dc:language>",
        files: { "chapter-1.xhtml": xhtml("<p>color</p>", 'xml:lang="en"') },
      }),
    );
    expect(book.structured.language).toBe("en-GB");
    expect(book.structured.blocks.map(({ language }) => language)).toEqual([
      undefined,
      undefined,
      "de",
    ]);
  });
});

describe("a package that is not well-formed", () => {
  it.each([
    ["a stray sign", "<dc:title>AT&T & co</dc:title>"],
    ["a stray end", "<dc:title>AT&amp;T & co</dc:title></p>"],
    ["a prefix of nobody", "<dc:title x:y='z'>AT&T & co</dc:title>"],
    ["a missing quote", "<dc:title id=a>AT&T & co</dc:title>"],
    ["an attribute twice", "<dc:title id='a' id='b'>AT&T & co</dc:title>"],
  ])("is read as far as it goes: %s", async (_, metadata) => {
    const book = await readBook(buildEpub(["<p>a</p>"], { metadata }));
    expect(book.metadata.title).toBe("AT&T & co");
    expect(textsOf(book)).toEqual(["a"]);
  });
});

describe("links in a book", () => {
  it("lead to the place in the text, over parts and before they are written", async () => {
    const book = await readBook(
      buildEpub([
        '<p>See <a href="chapter-2.xhtml#b">there</a>, <a href="chapter-2.xhtml">all</a>, <a href="#here">here</a>.</p><p id="here">here</p>',
        '<p>first</p><p>and <b id="b">bold</b></p>',
      ]),
    );
    const { text } = book.structured;
    expect(marksOf(book, "link")).toEqual([
      { text: "there", target: `#${text.indexOf("bold")}` },
      { text: "all", target: `#${text.indexOf("first")}` },
      { text: "here", target: `#${text.lastIndexOf("here")}` },
    ]);
  });

  it("are plain text where they lead nowhere or anywhere but to the web", async () => {
    const book = await readBook(
      buildEpub([
        '<p><a href="gone.xhtml">1</a><a href="javascript:alert(1)">2</a><a href="file:///etc/passwd">3</a>' +
          '<a href="//host/x">4</a><a href="data:text/html,x">5</a><a href="https://example.org/a">6</a><a href="mailto:a@example.org">7</a></p>',
      ]),
    );
    expect(textsOf(book)).toEqual(["1234567"]);
    expect(marksOf(book, "link")).toEqual([
      { text: "6", target: "https://example.org/a" },
      { text: "7", target: "mailto:a@example.org" },
    ]);
  });
});

describe("footnotes of a book", () => {
  it("have labels that are unique in the book, also when they stand in another part", async () => {
    const book = await readBook(
      buildEpub([
        '<p>One<a epub:type="noteref" href="#n1">1</a></p><aside epub:type="footnote" id="n1"><p>First.</p></aside>',
        '<p>Two<a epub:type="noteref" href="chapter-3.xhtml#n1">1</a></p>',
        '<section epub:type="endnotes"><ol><li id="n1" epub:type="endnote">Second.</li></ol></section>',
      ]),
    );
    const references = marksOf(book, "footnote-reference");
    const notes = blocksOf(book, "footnote");
    expect(notes.map(({ text }) => text)).toEqual(["First.", "Second."]);
    expect(references.map(({ target }) => target)).toEqual(
      notes.map(({ label }) => label),
    );
    expect(new Set(notes.map(({ label }) => label)).size).toBe(2);
  });
});

describe("footnotes of an older book, in a part of their own", () => {
  it("are told by links that lead to one another", async () => {
    const book = await readBook(
      buildEpub([
        '<p>One<a href="chapter-3.xhtml#n1" id="r1"><sup>1</sup></a> two<sup><a href="chapter-3.xhtml#n2" id="r2">2</a></sup></p>',
        '<p>Three<a href="chapter-3.xhtml#n3" id="r1"><sup>1</sup></a></p>',
        '<h2>Notes</h2><p id="n1"><a href="chapter-1.xhtml#r1">1</a>. First.</p><p id="n2"><a href="chapter-1.xhtml#r2">2</a>. Second.</p><p><a id="n3" href="chapter-2.xhtml#r1">1</a>. Third.</p>',
      ]),
    );
    const notes = blocksOf(book, "footnote");
    expect(notes.map(({ text }) => text)).toEqual([
      "First.",
      "Second.",
      "Third.",
    ]);
    expect(
      marksOf(book, "footnote-reference").map(({ target }) => target),
    ).toEqual(notes.map(({ label }) => label));
  });

  it("are told by their names where nothing is raised", async () => {
    const book = await readBook(
      buildEpub([
        '<p>One<a href="chapter-2.xhtml#footnote-001" id="x1">[1]</a>, see <a href="chapter-2.xhtml#c2">2</a>.</p>',
        '<div id="footnote-001"><p><a href="chapter-1.xhtml#x1">[1]</a> A note.</p></div><h2 id="c2">2</h2>',
      ]),
    );
    expect(blocksOf(book, "footnote").map(({ text }) => text)).toEqual([
      "A note.",
    ]);
    expect(marksOf(book, "link").map(({ text }) => text)).toEqual(["2"]);
  });

  it("are not seen in a table of chapters by number", async () => {
    const book = await readBook(
      buildEpub([
        '<p><a href="chapter-2.xhtml#c1">1</a></p><p><a href="chapter-2.xhtml#note2" >2</a></p>',
        '<h2 id="c1">1</h2><p>a</p><h2 id="note2">2</h2><p>b</p>',
      ]),
    );
    expect(blocksOf(book, "footnote")).toEqual([]);
  });
});

describe("what is no book", () => {
  it("is refused", async () => {
    const zip = buildZip([{ name: "readme.txt", data: "hello" }]);
    expect(await refusalOf(zip)).toMatchObject({ code: "unsupported-format" });
    expect(await refusalOf(new Uint8Array([1, 2, 3]))).toMatchObject({
      code: "damaged-file",
    });
    const empty = buildZip([
      { name: "META-INF/container.xml", data: CONTAINER },
      { name: "OEBPS/book.opf", data: "not a package" },
    ]);
    expect(await refusalOf(empty)).toMatchObject({ code: "damaged-file" });
    expect(await refusalOf(buildEpub(["", ""]))).toMatchObject({
      code: "damaged-file",
    });
  });

  it("is read all the same where only the container is missing", async () => {
    const book = await readBook(
      buildEpub(["<p>one</p>"], {
        others: {
          "META-INF/container.xml": "<broken",
          "__MACOSX/OEBPS/._book.opf": "junk",
        },
      }),
    );
    expect(textsOf(book)).toEqual(["one"]);
  });
});
