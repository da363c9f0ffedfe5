import { htmlReader } from "#main/import/html/read-html";
import type { ReadHints, ReadItem } from "#main/import/reader";
import { sanitise } from "#main/import/sanitise";
import iconv from "iconv-lite";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";

const SENTENCE =
  "The ministers met for a second day, said little to those who waited, and left by the side door. ";
const PARAGRAPH = `<p>${SENTENCE.repeat(4)}</p>`;
const ARTICLE = PARAGRAPH.repeat(4);

async function read(
  page: string | Buffer,
  hints: ReadHints = {},
): Promise<ReadItem> {
  const result = await htmlReader.read(Buffer.from(page), hints, {
    progress: () => undefined,
  });
  if (!result.ok) throw new Error(result.failure.code);
  return sanitise(result.value);
}

function page(head: string, body: string): string {
  return `<!DOCTYPE html>\n<html lang="en-GB"><head>${head}</head>\n<body><nav><a href="/">Home</a></nav><article>${body}</article><footer>Imprint</footer></body></html>`;
}

function lines({ structured: { text, blocks } }: ReadItem): string[] {
  return blocks.map(
    ({ kind, label, start, end }) =>
      `${kind}${label === undefined ? "" : ` [${label}]`}: ${text.slice(start, end)}`,
  );
}

describe("a saved page", () => {
  it("is its article, without the heading that repeats its title, menus and programs", async () => {
    const item = await read(
      page(
        '<title>Talks resume | The Paper</title><meta property="og:title" content="Talks resume">',
        `<h1>Talks resume</h1><script>alert("no text")</script>${ARTICLE}<h2>What next</h2>${PARAGRAPH}`,
      ),
    );
    expect(item.metadata.title).toBe("Talks resume");
    expect(item.structured.text).not.toMatch(
      /Talks resume|Home|Imprint|alert/u,
    );
    expect(item.structured.blocks.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 4 }, () => "paragraph"),
      "heading",
      "paragraph",
    ]);
    expect(item.warnings).toEqual([]);
  });

  it("says who wrote it, when, where and in which language", async () => {
    const item = await read(
      page(
        `<title>Talks</title><meta property="og:site_name" content="The Paper"><meta name="author" content="By Ann Lee and Joshua Kucera">
         <meta property="article:published_time" content="2015-03-18T23:30:00-04:00"><link rel=canonical href="https://example.org/talks?id=1">
         <meta name="description" content="What was said.">`,
        ARTICLE,
      ),
    );
    expect(item.metadata).toEqual({
      title: "Talks",
      creators: ["Ann Lee", "Joshua Kucera"],
      date: "2015-03-18",
      language: "en-GB",
      publisher: "The Paper",
      url: "https://example.org/talks?id=1",
      description: "What was said.",
      kind: "article",
      tags: [],
    });
  });

  it("says it in JSON-LD", async () => {
    const json = JSON.stringify({
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "Person", "@id": "#p", name: "Ann Lee" },
        {
          "@type": ["NewsArticle"],
          headline: "A headline",
          author: [{ "@id": "#p" }, { "@type": "Person", name: "Bo Ek" }],
          datePublished: "2020-02-01",
          publisher: { name: "Gazette" },
        },
      ],
    });
    const { metadata } = await read(
      page(
        `<title>x</title><script type="application/ld+json">${json}</script>`,
        ARTICLE,
      ),
    );
    expect(metadata.creators).toEqual(["Ann Lee", "Bo Ek"]);
    expect(metadata.date).toBe("2020-02-01");
    expect(metadata.publisher).toBe("Gazette");
  });

  it("remembers where it was saved from", async () => {
    const comment = "<!-- saved from url=(0024)https://example.org/a/b -->";
    expect((await read(comment + page("", ARTICLE))).metadata.url).toBe(
      "https://example.org/a/b",
    );
    const single =
      "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://example.org/c \n saved date: x\n-->";
    expect(
      (await read(single + `<body>${ARTICLE}</body></html>`)).metadata.url,
    ).toBe("https://example.org/c");
  });

  it("keeps links to the web and drops those to programs", async () => {
    const { structured } = await read(
      page(
        '<base href="https://example.org/a/">',
        `${ARTICLE}<p>${SENTENCE}<a href="b.html">one</a> <a href="javascript:alert(1)">two</a> <a href="data:text/html,x">three</a></p>`,
      ),
    );
    const targets = structured.blocks.flatMap(({ marks }) =>
      marks.map(({ target }) => target),
    );
    expect(targets).toEqual(["https://example.org/a/b.html"]);
  });

  it("takes the pictures that are saved in it, and the words of those that are not", async () => {
    const png = Buffer.from("\x89PNG\r\n\x1a\n picture", "latin1");
    const item = await read(
      page(
        "",
        `${ARTICLE}<figure><img src="data:image/svg+xml;base64,${png.toString("base64")}" alt="Map"><figcaption>The border</figcaption></figure>${PARAGRAPH}<p><img src="https://example.org/b.jpg" alt="The side door"></p>${PARAGRAPH}`,
      ),
    );
    const id = createHash("sha256").update(png).digest("hex");
    expect(item.resources.map((one) => [one.id, one.mediaType])).toEqual([
      [id, "image/png"],
    ]);
    expect(
      item.structured.blocks
        .filter(({ kind }) => kind === "figure")
        .map(({ resource, alt }) => [resource, alt]),
    ).toEqual([
      [id, "Map"],
      [undefined, "The side door"],
    ]);
    expect(lines(item)).toContain("figure: The border");
  });

  it("keeps links to places in it, as their offset", async () => {
    const { structured } = await read(
      page(
        '<link rel="canonical" href="https://example.org/a">',
        `<p>${SENTENCE}<a href="#later">Below</a> <a href="https://example.org/a#later">too</a> <a href="#gone">gone</a></p>${ARTICLE}<h2 id="later">Later</h2>${PARAGRAPH}`,
      ),
    );
    const place = `#${structured.text.indexOf("Later")}`;
    expect(structured.blocks[0]?.marks.map(({ target }) => target)).toEqual([
      place,
      place,
    ]);
  });

  it("reads from right to left where it says so", async () => {
    const { structured } = await read(
      `<html dir="rtl"><body><article>${ARTICLE}</article></body></html>`,
    );
    expect(structured.blocks.map(({ direction }) => direction)).toEqual(
      Array.from({ length: 4 }, () => "rtl"),
    );
  });

  it("is decoded as it says", async () => {
    const russian =
      "Министры встретились во второй раз, мало что сказали тем, кто ждал, и ушли через боковую дверь. ";
    const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>Переговоры</title></head><body><p>${russian.repeat(9)}</p></body></html>`;
    const item = await read(iconv.encode(html, "windows-1251"));
    expect(item.metadata.title).toBe("Переговоры");
    expect(item.structured.text).toContain("через боковую дверь");
  });

  it("is taken whole where no article is found in it", async () => {
    const item = await read(
      "<html><body><nav>Menu</nav><main><h1>Contact</h1><p>Ring twice.</p></main></body></html>",
    );
    expect(item.structured.text).toContain("Ring twice.");
    expect(item.structured.text).not.toContain("Menu");
  });

  it("may be a fragment, or cut off anywhere", async () => {
    const whole = page("<title>T</title>", ARTICLE);
    expect((await read(ARTICLE)).structured.blocks.length).toBe(4);
    for (let end = 700; end < whole.length; end += 97)
      expect((await read(whole.slice(0, end))).structured.text).toContain(
        "ministers",
      );
  });

  it("is taken whole where it was copied out of one", async () => {
    const part = "<nav>Home</nav><p>One line.</p><aside>And another.</aside>";
    for (const copied of [
      part,
      `<html><body><!--StartFragment-->${part}<!--EndFragment--></body></html>`,
    ])
      expect(lines(await read(copied))).toEqual([
        "paragraph: Home",
        "paragraph: One line.",
        "paragraph: And another.",
      ]);
  });

  it("shows what its components show, and no links for editing", async () => {
    const item = await read(
      page(
        "",
        `<h2>Talks<span class="mw-editsection">[edit]</span></h2><x-part><template shadowrootmode="open">${ARTICLE}</template></x-part>${ARTICLE}`,
      ),
    );
    expect(item.structured.blocks.length).toBe(9);
    expect(item.structured.text).not.toContain("edit");
  });

  it("is refused when there is nothing to read", async () => {
    for (const empty of [
      "",
      "<html></html>",
      "<!doctype html><html><body><script>x</script></body></html>",
    ]) {
      const result = await htmlReader.read(
        Buffer.from(empty),
        {},
        { progress: () => undefined },
      );
      expect(result.ok ? "" : result.failure.code).toBe("no-text");
    }
  });
});

describe("footnotes of a page", () => {
  it("stay, though they look like a list of links", async () => {
    const notes = Array.from(
      { length: 12 },
      (_, index) =>
        `<li id="cite_note-${index}"><span class="mw-cite-backlink"><a href="#cite_ref-${index}">^</a></span> <a href="https://example.org/${index}">Source ${index}</a></li>`,
    ).join("");
    const text = Array.from(
      { length: 12 },
      (_, index) =>
        `<p>${SENTENCE.repeat(3)}<sup id="cite_ref-${index}" class="reference"><a href="#cite_note-${index}">[${index + 1}]</a></sup></p>`,
    ).join("");
    const item = await read(
      page(
        "",
        `${text}<div class="reflist"><ol class="references">${notes}</ol></div>`,
      ),
    );
    expect(
      item.structured.blocks
        .filter(({ kind }) => kind === "footnote")
        .map(({ label }) => label),
    ).toEqual(Array.from({ length: 12 }, (_, index) => String(index + 1)));
    expect(lines(item).at(-1)).toBe("footnote [12]: Source 11");
    expect(
      item.structured.blocks[0]?.marks.map(({ kind, target }) => [
        kind,
        target,
      ]),
    ).toEqual([["footnote-reference", "1"]]);
  });

  it("stay where they stand in asides", async () => {
    const item = await read(
      page(
        "",
        `${ARTICLE}<p>${SENTENCE}<a href="#n1" role="doc-noteref">*</a></p><aside id="n1" role="doc-footnote">A remark.</aside>${PARAGRAPH}`,
      ),
    );
    expect(lines(item).at(-1)).toBe("footnote [*]: A remark.");
  });
});

describe("formulas of a page", () => {
  it("are freed of what draws them", async () => {
    const item = await read(
      page(
        "",
        `${ARTICLE}<p>${SENTENCE}With <mjx-container class="CtxtMenu_0"><mjx-math aria-hidden="true"><mjx-c></mjx-c></mjx-math><mjx-assistive-mml><math><msup><mi>x</mi><mn>2</mn></msup></math></mjx-assistive-mml></mjx-container> and ` +
          `<span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display: none;"><math alttext="{\\displaystyle y}"><mi>y</mi></math></span><img class="mwe-math-fallback-image-inline" aria-hidden="true" alt="y" src="y.svg"></span> and ` +
          `<span class="katex"><span class="katex-mathml"><math><mi>z</mi><annotation>z</annotation></math></span><span class="katex-html" aria-hidden="true">z</span></span>.</p>`,
      ),
    );
    expect(lines(item).at(-1)).toBe(
      `paragraph: ${SENTENCE}With x^2 and y and z.`,
    );
  });
});
