import { writeDom, type DomOptions } from "#main/import/html/write-dom";
import { TextWriter } from "#domain/text/text-writer";
import type { Block, StructuredText } from "#domain/text/blocks";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { growsInProportion } from "../../../grows-in-proportion";

function read(body: string, options: DomOptions = {}): StructuredText {
  const { document } = parseHTML(`<html><body>${body}</body></html>`);
  const to = new TextWriter();
  writeDom(document.body, to, {
    resolveLink: (href) => (href.startsWith("http") ? href : undefined),
    ...options,
  });
  return to.finish(1);
}

/** Blocks as lines: kind, level or number or label, text. */
function lines(body: string, options: DomOptions = {}): string[] {
  const { blocks, text } = read(body, options);
  return blocks.map(
    (block) => `${head(block)}: ${text.slice(block.start, block.end)}`,
  );
}

function head({ kind, level, number, label }: Block): string {
  return [kind, level, number && `${number}.`, label && `[${label}]`]
    .filter((part) => part !== undefined && part !== 0)
    .join(" ");
}

function marks(body: string, options: DomOptions = {}): string[] {
  const { blocks, text } = read(body, options);
  return blocks.flatMap((block) =>
    block.marks.map(
      ({ kind, target, start, end }) =>
        `${kind}${target === undefined ? "" : ` ${target}`}: ${text.slice(start, end)}`,
    ),
  );
}

describe("blocks of a page", () => {
  it("reads headings, paragraphs and rules", () => {
    expect(
      lines("<h2>A <b>b</b></h2><p>One</p><hr><hr><p> Two\n lines </p>"),
    ).toEqual([
      "heading 2: A b",
      "paragraph: One",
      "rule: ",
      "paragraph: Two lines",
    ]);
  });

  it("makes paragraphs of loose text between blocks", () => {
    expect(
      lines("loose <div>in a <i>box</i><p>own</p>after</div> end"),
    ).toEqual([
      "paragraph: loose",
      "paragraph: in a box",
      "paragraph: own",
      "paragraph: after",
      "paragraph: end",
    ]);
  });

  it("splits at two line breaks and keeps one", () => {
    expect(lines("<p>a<br>b<br> <br>c<br/></p>")).toEqual([
      "paragraph: a\nb",
      "paragraph: c",
    ]);
  });

  it("leaves out empty paragraphs and those of hard spaces", () => {
    expect(lines("<p>&nbsp;</p><p></p><p>&nbsp; a</p>")).toEqual([
      "paragraph: a",
    ]);
  });

  it("nests lists and numbers them", () => {
    expect(
      lines(
        "<ol start=3><li>three<ul><li><p>deep</p><p>more</p></ul><li value=7>seven<li>eight</ol>" +
          "<ol reversed><li>b<li>a</ol>",
      ),
    ).toEqual([
      "list-item 1 3.: three",
      "list-item 2: deep",
      "paragraph: more",
      "list-item 1 7.: seven",
      "list-item 1 8.: eight",
      "list-item 1 2.: b",
      "list-item 1 1.: a",
    ]);
  });

  it("nests quotations", () => {
    expect(
      lines(
        "<blockquote>a<blockquote><p>b</p></blockquote><ul><li>c</ul></blockquote>",
      ),
    ).toEqual(["quotation 1: a", "quotation 2: b", "list-item 1: c"]);
  });

  it("keeps white space in preformatted text", () => {
    expect(lines("<pre>\n a\n   b <b>c</b>\n\n</pre>")).toEqual([
      "code:  a\n   b c",
    ]);
  });

  it("keeps the lines of a program together", () => {
    expect(
      lines("<pre><div>a {</div><div>  b</div><div>}</div></pre>c"),
    ).toEqual(["code: a {\n  b\n}", "paragraph: c"]);
  });

  it("reads terms and their definitions", () => {
    expect(lines("<dl><dt>term<dd>meaning</dl>")).toEqual([
      "paragraph: term",
      "list-item 1: meaning",
    ]);
  });

  it("leaves out what is hidden, programs, controls and reproaches to the browser", () => {
    expect(
      lines(
        "<p hidden>h</p><p style='display: none'>d</p><p style='visibility:hidden'>v</p><script>alert(1)</script>" +
          "<style>p{}</style><template>t</template><noscript>n</noscript><i aria-hidden=true>★</i><textarea>x</textarea>" +
          "<video>Your browser does not play videos.</video><object>A map of the line</object>",
      ),
    ).toEqual(["paragraph: A map of the line"]);
  });

  it("keeps a page that a dialog hid from assistive technology", () => {
    const long = "words of the article ".repeat(40).trim();
    expect(lines(`<div aria-hidden=true><p>${long}</p></div>`)).toEqual([
      `paragraph: ${long}`,
    ]);
  });

  it("tells language and direction where they differ", () => {
    const { blocks } = read(
      "<p>a</p><p lang=fr>b</p><div dir=rtl lang=ar><p>c</p></div>",
      { language: "en" },
    );
    expect(
      blocks.map(({ language, direction }) => [language, direction]),
    ).toEqual([
      [undefined, undefined],
      ["fr", undefined],
      ["ar", "rtl"],
    ]);
  });

  it("takes a whole page dressed as a heading for text", () => {
    const long = "words of the article ".repeat(40).trim();
    expect(lines(`<h1>${long}</h1>`)).toEqual([`paragraph: ${long}`]);
  });
});

describe("marks", () => {
  it("reads inline elements and styles", () => {
    expect(
      marks(
        "<p><em>a</em> <b>b</b> <code>c</code> <del>d</del> <u>e</u> <sup>f</sup> <sub>g</sub>" +
          "<span style='font-variant: small-caps'>h</span> <a href='http://x/'>i</a><a href='javascript:j'>j</a></p>",
      ),
    ).toEqual([
      "emphasis: a",
      "strong: b",
      "code: c",
      "strikethrough: d",
      "underline: e",
      "superscript: f",
      "subscript: g",
      "small-caps: h",
      "link http://x/: i",
    ]);
  });

  it("continues marks across blocks inside them", () => {
    expect(marks("<b><p>a</p><p>b</p></b>")).toEqual([
      "strong: a",
      "strong: b",
    ]);
  });

  it("writes how characters are read in parentheses", () => {
    expect(
      lines(
        "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby></p>",
      ),
    ).toEqual(["paragraph: 漢(かん)字(じ)"]);
  });

  it("puts quotation marks around quoted words", () => {
    expect(lines("<p>He said <q>no</q>.</p>")).toEqual([
      "paragraph: He said “no”.",
    ]);
  });
});

describe("tables", () => {
  it("reads rows and cells with their heads, spans as empty cells", () => {
    const { blocks, text } = read(
      "<table><caption>Votes</caption><tr><th>Party<th colspan=2 align=right>Seats</tr>" +
        "<tr><td rowspan=2>A<td>1<td>2</tr><tr><td>3<br>b<td><p>4</p></tr></table>",
    );
    expect(text).toBe("Votes\n\nParty\tSeats\t\nA\t1\t2\n\t3\nb\t4");
    expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "table"]);
    expect(
      blocks[1]?.rows?.[0]?.map(({ isHeader, align }) => [isHeader, align]),
    ).toEqual([
      [true, undefined],
      [true, "right"],
      [true, undefined],
    ]);
  });

  it("passes through tables that only place things on the page", () => {
    expect(
      lines(
        "<table><tr><td>menu<td><h2>Title</h2><p>text</p><table><tr><td>x<td>y</table></table>",
      ),
    ).toEqual([
      "paragraph: menu",
      "heading 2: Title",
      "paragraph: text",
      "table: x\ty",
    ]);
    expect(lines("<table><tr><td>one</table>")).toEqual(["paragraph: one"]);
  });

  it("is not led astray by enormous spans", () => {
    const { text } = read(
      `<table>${"<tr><td colspan=100 rowspan=100>a<td>b</tr>".repeat(200)}</table>`,
    );
    expect(text.length).toBeLessThan(10_000);
  });
});

describe("pictures", () => {
  const resolveImage = (src: string) => (src === "a.png" ? "id-a" : undefined);

  it("makes a figure of a picture with its caption, else with its description", () => {
    const { blocks, text } = read(
      "<figure><img src=a.png alt='A map'><figcaption>The <b>line</b></figcaption></figure><p>x</p>" +
        "<p><img src=b.png alt='A bridge'></p><p><img src=a.png></p><img src=c.png>",
      { resolveImage },
    );
    expect(
      blocks.map(({ kind, resource, alt, start, end }) => [
        kind,
        resource,
        alt,
        text.slice(start, end),
      ]),
    ).toEqual([
      ["figure", "id-a", "A map", "The line"],
      ["paragraph", undefined, undefined, "x"],
      ["figure", undefined, "A bridge", "A bridge"],
      ["figure", "id-a", undefined, ""],
    ]);
  });

  it("lets a picture in the middle of a paragraph follow it, and small ones stand for letters", () => {
    expect(
      lines(
        "<p>a <img src=a.png alt=Map> b <img class=emoji alt=☺ src=x> c <img width=1 height=1 alt=pixel></p>",
        {
          resolveImage,
        },
      ),
    ).toEqual(["paragraph: a b ☺ c", "figure: Map"]);
  });
});

describe("formulas", () => {
  it("are written in one line", () => {
    expect(
      marks(
        "<p><math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mi>b</mi></mfrac><mo>=</mo><msqrt><msup><mi>x</mi><mn>2</mn></msup></msqrt>" +
          "<mo>-</mo><msub><mi>y</mi><mi>i</mi></msub></math></p>",
      ),
    ).toEqual(["formula: (a + 1)/b = √(x^2)-y_i"]);
  });

  it("use the author's words, and TeX only where there is nothing else", () => {
    expect(
      marks("<p><math alttext='E equals m c squared'><mi>E</mi></math></p>"),
    ).toEqual(["formula: E equals m c squared"]);
    expect(marks("<p><math alttext='\\frac{a}{b}'></math></p>")).toEqual([
      "formula: \\frac{a}{b}",
    ]);
  });
});

describe("footnotes", () => {
  it("reads those of EPUB and moves them to the end", () => {
    expect(
      lines(
        "<p>Text<a epub:type=noteref href='#n1'>1</a>.</p><aside epub:type=footnote id=n1><p>1. The note.</p></aside><p>More.</p>",
      ),
    ).toEqual([
      "paragraph: Text1.",
      "paragraph: More.",
      "footnote [1]: The note.",
    ]);
    expect(
      marks(
        "<p>Text<a epub:type=noteref href='#n1'>1</a>.</p><aside epub:type=footnote id=n1>n</aside>",
      ),
    ).toEqual(["footnote-reference 1: 1"]);
  });

  it("reads those of Pandoc, with several paragraphs and a back-link", () => {
    expect(
      lines(
        "<p>Text<a href='#fn1' class='footnote-ref' id=fnref1 role=doc-noteref><sup>1</sup></a></p>" +
          "<section id=footnotes class=footnotes role=doc-endnotes><hr><ol><li id=fn1><p>One</p><p>Two<a href='#fnref1' class=footnote-back role=doc-backlink>↩︎</a></p></li></ol></section>",
      ),
    ).toEqual(["paragraph: Text1", "footnote [1]: One", "footnote [1]: Two"]);
  });

  it("reads those of MediaWiki", () => {
    expect(
      lines(
        "<p>Fact<sup id=cite_ref-1 class=reference><a href='#cite_note-1'>[1]</a></sup></p><ol class=references>" +
          "<li id=cite_note-1><span class=mw-cite-backlink><b><a href='#cite_ref-1'>^</a></b></span> <span class=reference-text>Source, p. 3</span></li></ol>",
      ),
    ).toEqual(["paragraph: Fact[1]", "footnote [1]: Source, p. 3"]);
  });

  it("reads those of Word saved as a page", () => {
    expect(
      lines(
        "<p>Text<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><sup>[1]</sup></a></p><hr>" +
          "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'><sup>[1]</sup></a> Ibid., p. 4.</p></div>",
      ),
    ).toEqual(["paragraph: Text[1]", "footnote [1]: Ibid., p. 4."]);
  });

  it("reads pairs of links that lead to one another", () => {
    expect(
      lines(
        "<p>Text<a id=a1 href='#b1'>*</a></p><p>More</p><p><a id=b1 href='#a1'>*</a> A remark.</p>",
      ),
    ).toEqual([
      "paragraph: Text*",
      "paragraph: More",
      "footnote [*]: A remark.",
    ]);
  });

  it("does not take contents or cross references for notes", () => {
    expect(
      lines(
        "<ul><li><a href='#s1'>1</a></ul><h2 id=s1>One</h2><p>See <a href='#s1'>above</a>.</p>",
      ),
    ).toEqual(["list-item 1: 1", "heading 2: One", "paragraph: See above."]);
  });

  it("gives each chapter's first note a label of its own", () => {
    expect(
      lines(
        "<p>A<sup><a href='#x1'>1</a></sup> B<sup><a href='#y1'>1</a></sup></p><p id=x1>1 First</p><p id=y1>1 Second</p>",
      ),
    ).toEqual([
      "paragraph: A1 B1",
      "footnote [1]: First",
      "footnote [1-2]: 1 Second",
    ]);
  });
});

describe("pages and anchors", () => {
  it("tells where printed pages begin", () => {
    const { pages, text } = read(
      "<span epub:type=pagebreak title=12 id=p12></span><p>a <span role=doc-pagebreak aria-label='Page 13'></span>b</p>" +
        "<p><span class=pagenum>[Pg 14]</span>c</p>",
    );
    expect(text).toBe("a b\n\nc");
    expect(pages).toEqual([
      { label: "12", start: 0 },
      { label: "13", start: 2 },
      { label: "14", start: 5 },
    ]);
  });

  it("keeps the numbers of lines of verse apart from the lines", () => {
    const { text } = read(
      "<p><span class=linenum>5</span>On the shore<br>These fragments<span class=lnum>430</span><br>a <span class=lnum>word</span>s</p>",
    );
    expect(text).toBe("5 On the shore\nThese fragments 430\na words");
  });

  it("tells where each id begins, also those of empty elements", () => {
    const anchors: [string, number][] = [];
    read(
      "<h1 id=h>Head</h1><div id=d><a name=n></a><p>text <b id=b>bold</b></p></div><table id=t><tr><td>x<td id=c>y</table><p id=e></p>",
      { onAnchor: (id, offset) => anchors.push([id, offset]) },
    );
    expect(anchors).toEqual([
      ["h", 0],
      ["d", 6],
      ["n", 6],
      ["b", 11],
      ["t", 17],
      ["c", 19],
      ["e", 20],
    ]);
  });
});

describe("hostile pages", () => {
  it("reads ten thousand nested elements without overflow", () => {
    for (const tag of [
      "div",
      "b",
      "blockquote",
      "ul><li",
      "sup",
      "q",
      "table><tr><td",
    ])
      expect(read(`<${tag}>`.repeat(10_000) + "deep").text).toContain("deep");
  });

  it("takes time in proportion to the page", async () => {
    const part =
      "<p>a <b>b</b> <a href='#n'>c</a></p><ul><li>d</ul><table><tr><td>e<td>f</table><sup><a href='#fn1'>1</a></sup>";
    const readPage = (count: number) =>
      read(`${part.repeat(count)}<p id=fn1>1 note</p>`);
    expect(await growsInProportion(readPage, 1_000)).toBe(true);
  });
});
