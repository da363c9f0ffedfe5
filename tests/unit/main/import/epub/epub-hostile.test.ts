import { epubReader } from "#main/import/epub/epub-reader";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growsInProportion } from "../../../grows-in-proportion";
import { buildEpub, xhtml } from "./build-epub";
import { readBook, textsOf } from "./read-book";

describe("a book that attacks its reader", () => {
  it("gets nothing run and nothing requested", async () => {
    const book = await readBook(
      buildEpub([
        `<script>alert(1)</script><p onclick="alert(1)">a</p><iframe src="https://example.org/"></iframe>
         <img src="https://example.org/a.png" onerror="alert(1)"/><object data="file:///etc/passwd"></object>
         <form action="https://example.org/"><button>b</button></form><video src="https://example.org/v"></video>
         <style>@import url(https://example.org/c.css);</style><link rel="stylesheet" href="https://example.org/d.css"/>
         <a href="javascript:alert(1)">c</a><math href="https://example.org/"><mi>d</mi></math>`,
      ]),
    );
    expect(JSON.stringify(book)).not.toMatch(
      /example\.org|alert|passwd|script/u,
    );
    expect(textsOf(book).join(" ")).toContain("a");
  });

  it("gets no entity from outside", async () => {
    const book = await readBook(
      buildEpub([""], {
        files: {
          "chapter-1.xhtml": `<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "secret.xhtml">]>
            <html xmlns="http://www.w3.org/1999/xhtml"><body><p>[&a;&b;]</p></body></html>`,
          "secret.xhtml": "<p>secret</p>",
        },
      }),
    );
    expect(textsOf(book)).toEqual(["[]"]);
  });

  it("does not blow up by entities", async () => {
    const declarations = Array.from(
      { length: 12 },
      (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(12)}">`,
    ).join("");
    const bomb = `<!DOCTYPE html [<!ENTITY e0 "ha">${declarations}]>`;
    const book = await readBook(
      buildEpub([""], {
        files: {
          "chapter-1.xhtml": `${bomb}<html><body><p>before</p><p>&e12;</p></body></html>`,
        },
      }),
    );
    expect(book.structured.text.length).toBeLessThan(200_000);
    expect(book.warnings).toMatchObject([{ code: "entities-cut" }]);
  });

  it("does not overflow the stack by nesting", async () => {
    const deep = 50_000;
    const nested = `${"<div>".repeat(deep)}deep${"</div>".repeat(deep)}`;
    const list = "<ol><li><a href='chapter-1.xhtml'>x</a>";
    const book = await readBook(
      buildEpub([nested], {
        manifest:
          '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        files: {
          "nav.xhtml": xhtml(
            `<nav epub:type="toc">${list.repeat(deep)}${"</li></ol>".repeat(deep)}</nav>`,
          ),
        },
      }),
    );
    expect(textsOf(book)).toEqual(["deep"]);
  });

  it.each([
    ["sections that never end", "", "<![CDATA["],
    ["comments that never end", "", "<!--"],
    ["instructions that never end", "", "<?"],
    ["tags that never end", "", "<a "],
    ["signs that mean nothing", "", "&x;"],
    ["a document type that never ends", "<!DOCTYPE a [", '<!ENTITY a "'],
  ])("is done in time: %s", async (_, before, part) => {
    const read = (count: number) => {
      const markup = before + part.repeat(count);
      return epubReader.read(
        buildEpub(["<p>whole</p>", markup], {
          files: { "chapter-3.xhtml": markup },
        }),
        {},
        { progress: () => undefined },
      );
    };
    expect(await growsInProportion(read, 7_500)).toBe(true);
  });

  it("ends in a value, whatever is written in it", async () => {
    const word = fc.constantFrom(
      "<p>",
      "</p>",
      "<a href='#x'>",
      "</a>",
      "<svg>",
      "</svg>",
      "<![CDATA[",
      "]]>",
      "<!--",
      "-->",
      "&a;",
      "&#0;",
      "&#x110000;",
      "<ol>",
      "<li>",
      "<nav epub:type='toc'>",
      "<table>",
      "<tr>",
      "<td>",
      "<math>",
      "<img src='x'/>",
      "<body>",
      "</html>",
      "\u0000",
      "\ud800",
      "<aside epub:type='footnote' id='x'>",
      "<a epub:type='noteref' href='#x'>1</a>",
      "text",
      "<__proto__>",
      " xmlns:a='b'",
      '"',
      ">",
      "<",
    );
    const words = fc.array(word, { maxLength: 25 }).map((all) => all.join(""));
    await fc.assert(
      fc.asyncProperty(words, words, words, async (chapter, metadata, toc) => {
        await epubReader.read(
          buildEpub([chapter, "<p>b</p>"], {
            metadata,
            manifest: `<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>${metadata}`,
            files: { "nav.xhtml": xhtml(toc) },
          }),
          {},
          { progress: () => undefined },
        );
      }),
      { numRuns: 300 },
    );
  });
});
