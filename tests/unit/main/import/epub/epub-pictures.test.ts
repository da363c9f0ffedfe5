import { describe, expect, it } from "vitest";
import { buildEpub } from "./build-epub";
import { blocksOf, readBook, textsOf } from "./read-book";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const SVG = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">${inside}</svg>`;
const item = (id: string, href: string, type: string, more = ""): string =>
  `<item id="${id}" href="${href}" media-type="${type}" ${more}/>`;

describe("pictures of a book", () => {
  it("come with it once, by what they are and not by what they are called", async () => {
    const book = await readBook(
      buildEpub(
        [
          '<figure><img src="a%20b.jpg" alt="A dot"/><figcaption>Plate 1</figcaption></figure><p><img src="copy.gif" alt="Again"/></p>',
        ],
        {
          files: { "a b.jpg": PNG, "copy.gif": PNG },
          manifest:
            item("p", "a%20b.jpg", "image/jpeg") +
            item("q", "copy.gif", "image/gif"),
        },
      ),
    );
    expect(book.resources).toHaveLength(1);
    expect(book.resources[0]).toMatchObject({ mediaType: "image/png" });
    const figures = blocksOf(book, "figure");
    expect(figures.map(({ text, alt }) => [text, alt])).toEqual([
      ["Plate 1", "A dot"],
      ["Again", "Again"],
    ]);
    for (const { resource } of figures)
      expect(resource).toBe(book.resources[0]?.id);
  });

  it("are left out with a warning where the package does not list them, they lie elsewhere or are none", async () => {
    const book = await readBook(
      buildEpub(
        [
          '<p>text</p><p><img src="unlisted.png"/><img src="https://example.org/a.png"/><img src="text.png"/><img src="/etc/passwd"/></p>',
        ],
        {
          files: { "unlisted.png": PNG, "text.png": "no picture" },
          manifest: item("t", "text.png", "image/png"),
        },
      ),
    );
    expect(book.resources).toEqual([]);
    expect(textsOf(book)).toEqual(["text"]);
    expect(book.warnings).toMatchObject([{ code: "pictures-left-out" }]);
  });

  it("may stand in the page itself", async () => {
    const book = await readBook(
      buildEpub([
        `<p><img alt="dot" src="data:image/png;base64,${PNG.toString("base64")}"/></p>`,
      ]),
    );
    expect(book.resources).toHaveLength(1);
  });

  it("fall back on another where their type is strange", async () => {
    const book = await readBook(
      buildEpub(['<p><img src="a.psd" alt="a"/></p>'], {
        files: { "a.psd": "8BPS", "a.png": PNG },
        manifest:
          item("psd", "a.psd", "image/psd", 'fallback="png"') +
          item("png", "a.png", "image/png"),
      }),
    );
    expect(blocksOf(book, "figure")[0]?.resource).toBe(book.resources[0]?.id);
  });

  it("show the cover once", async () => {
    const book = await readBook(
      buildEpub(
        [
          '<div><img src="cover.png" alt=""/></div>',
          '<div><img src="cover.png" alt=""/></div><h1>Title</h1>',
        ],
        {
          files: { "cover.png": PNG },
          manifest: item(
            "i",
            "cover.png",
            "image/png",
            'properties="cover-image"',
          ),
        },
      ),
    );
    expect(blocksOf(book, "figure")).toHaveLength(1);
  });

  it("include the drawing that wraps a cover", async () => {
    const book = await readBook(
      buildEpub([SVG('<image width="9" height="9" xlink:href="cover.png"/>')], {
        files: { "cover.png": PNG },
        manifest: item("i", "cover.png", "image/png"),
      }),
    );
    expect(blocksOf(book, "figure")).toHaveLength(1);
    expect(book.resources[0]?.mediaType).toBe("image/png");
  });
});

describe("drawings as parts of a book", () => {
  const drawn = (svg: string): Uint8Array =>
    buildEpub([], {
      files: { "d.svg": svg },
      manifest: item("d", "d.svg", "image/svg+xml"),
      spine: '<itemref idref="d"/>',
    });

  it("are a figure and their words", async () => {
    const book = await readBook(
      drawn(
        SVG(
          '<title>A map</title><rect width="9" height="9"/><text>The <tspan>river</tspan></text><text x="1"><tspan x="0">first</tspan><tspan x="0" dy="1">second</tspan></text>',
        ),
      ),
    );
    expect(book.structured.blocks.map(({ kind }) => kind)).toEqual([
      "figure",
      "paragraph",
      "paragraph",
    ]);
    expect(textsOf(book)).toEqual(["A map", "The river", "first second"]);
    expect(book.resources[0]?.mediaType).toBe("image/svg+xml");
  });

  it.each([
    "<script>alert(1)</script>",
    '<rect onload="alert(1)"/>',
    '<image xlink:href="https://example.org/x.png"/><rect/>',
    '<use href="other.svg#x"/>',
    "<style>@import url(x.css)</style><rect/>",
    '<rect fill="url(https://example.org/x)"/>',
    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>html</p></foreignObject><rect/>",
  ])("are only words where they would do more: %s", async (inside) => {
    const book = await readBook(drawn(SVG(`${inside}<text>words</text>`)));
    expect(book.resources).toEqual([]);
    expect(textsOf(book)).toContain("words");
  });

  it("may be a page of text placed by hand", async () => {
    const book = await readBook(
      buildEpub([`<div>${SVG("<text>One.</text><text>Two.</text>")}</div>`]),
    );
    expect(textsOf(book)).toEqual(["One.", "Two."]);
  });
});
