import { describe, expect, it } from "vitest";
import { buildEpub, xhtml, type BookParts } from "./build-epub";
import { readBook } from "./read-book";

const CHAPTERS = [
  '<h1>Part one</h1><p>a</p><h2 id="s1">First section</h2><p>b</p>',
  '<h1>Part two</h1><p>c</p><span epub:type="pagebreak" id="p7" title="7"/><p>d</p>',
];
const NAV =
  '<item id="nav" href="nav/toc.xhtml" media-type="application/xhtml+xml" properties="nav"/>';
const NCX =
  '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>';

function withNav(toc: string, more = ""): BookParts {
  return {
    manifest: NAV,
    files: {
      "nav/toc.xhtml": xhtml(
        `<nav epub:type="landmarks"><ol><li><a href="x">no</a></li></ol></nav><nav epub:type="toc"><h1>Contents</h1>${toc}</nav>${more}`,
      ),
    },
  };
}

describe("the contents of a book", () => {
  it("are those of its navigation document, nested, leading into the text", async () => {
    const { structured } = await readBook(
      buildEpub(
        CHAPTERS,
        withNav(`<ol><li><a href="../chapter-1.xhtml">Part <i>one</i></a>
          <ol><li><a href="../chapter-1.xhtml#s1">First
          section</a></li></ol></li><li><a href="../chapter-2.xhtml">Part two</a></li></ol>`),
      ),
    );
    const at = (text: string): number => structured.text.indexOf(text);
    expect(structured.contents).toEqual([
      { title: "Part one", level: 1, start: at("Part one") },
      { title: "First section", level: 2, start: at("First section") },
      { title: "Part two", level: 1, start: at("Part two") },
    ]);
  });

  it("keep entries that only gather others, lead nowhere, or stand in careless lists", async () => {
    const book = await readBook(
      buildEpub(
        CHAPTERS,
        withNav(`<ol><li><span>Gathered</span><ol><li><a href="../chapter-2.xhtml">Two</a></li></ol></li>
          <li><a href="../gone.xhtml">Gone</a></li>
          <ol><li><a href="../chapter-1.xhtml"><img src="x.png" alt="Pictured"/></a></li></ol></ol>`),
      ),
    );
    const two = book.structured.text.indexOf("Part two");
    expect(book.structured.contents).toEqual([
      { title: "Gathered", level: 1, start: two },
      { title: "Two", level: 2, start: two },
      { title: "Gone", level: 1, start: 0 },
      { title: "Pictured", level: 2, start: 0 },
    ]);
    expect(book.warnings).toEqual([
      { code: "contents-lead-nowhere", detail: "1, first Gone" },
    ]);
  });

  it("are those of the NCX in older books", async () => {
    const { structured } = await readBook(
      buildEpub(CHAPTERS, {
        version: "2.0",
        manifest: NCX,
        spineAttributes: 'toc="ncx"',
        files: {
          "toc.ncx": `<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">
            <n:ncx xmlns:n="http://www.daisy.org/z3986/2005/ncx/"><n:navMap>
            <n:navPoint><n:navLabel><n:text>Part&nbsp;one</n:text></n:navLabel><n:content src="chapter-1.xhtml"/>
            <n:navPoint><n:navLabel><n:text>Section</n:text></n:navLabel><n:content src="chapter-1.xhtml#s1"/></n:navPoint></n:navPoint>
            </n:navMap><n:pageList><n:pageTarget><n:navLabel><n:text>7</n:text></n:navLabel><n:content src="chapter-2.xhtml#p7"/></n:pageTarget></n:pageList></n:ncx>`,
        },
      }),
    );
    expect(
      structured.contents?.map(({ title, level }) => [title, level]),
    ).toEqual([
      ["Part one", 1],
      ["Section", 2],
    ]);
    expect(structured.pages).toEqual([
      {
        label: "7",
        start: structured.text.indexOf(
          "d",
          structured.text.indexOf("Part two"),
        ),
      },
    ]);
  });

  it("are nothing where the book has none", async () => {
    const { structured } = await readBook(buildEpub(CHAPTERS));
    expect(structured.contents).toBeUndefined();
  });
});

describe("pages of a book", () => {
  it("are those of its list, where they are found", async () => {
    const { structured } = await readBook(
      buildEpub(
        CHAPTERS,
        withNav(
          '<ol><li><a href="../chapter-1.xhtml">One</a></li></ol>',
          '<nav epub:type="page-list"><ol><li><a href="../chapter-2.xhtml#p7">vii</a></li><li><a href="../chapter-2.xhtml#p8">viii</a></li></ol></nav>',
        ),
      ),
    );
    expect(structured.pages?.map(({ label }) => label)).toEqual(["vii"]);
  });

  it("are those marked in the text, where there is no list", async () => {
    const { structured } = await readBook(buildEpub(CHAPTERS));
    expect(structured.pages?.map(({ label }) => label)).toEqual(["7"]);
  });
});
