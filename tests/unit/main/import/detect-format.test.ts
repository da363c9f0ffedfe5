import { detectFormat } from "#main/import/detect-format";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { zipSync } from "fflate";
import { expect, test } from "vitest";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function detect(
  content: string | Uint8Array,
  fileName?: string,
): Promise<string> {
  const bytes = typeof content === "string" ? encode(content) : content;
  const format = await detectFormat(bytes, fileName ? { fileName } : {});
  return format.ok
    ? format.value
    : `${format.failure.code}: ${format.failure.detail}`;
}

function zip(names: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(names).map(([name, text]) => [
        name,
        [encode(text), { level: name === "mimetype" ? 0 : 6 }],
      ]),
    ),
  );
}

test("an empty file is damaged, whatever its name", async () => {
  expect(await detect("", "a.pdf")).toBe("damaged-file: empty");
  expect(await detect(" \n\r\n\uFEFF", "a.txt")).toBe("damaged-file: empty");
});

test.each([
  ["%PDF-1.7\n...", "pdf"],
  ["junk before\n%PDF-1.4", "pdf"],
  ["1 0 obj\n<< /Type /Catalog >>\nendobj", "pdf"],
  ["<!DOCTYPE html><p>Hi", "html"],
  ["\uFEFF\n<!-- saved --><html><body>Hi</body></html>", "html"],
  ['<?xml version="1.0"?><html xmlns="x"><body/></html>', "html"],
  ["<h1>A title</h1><p>And a text.</p>", "html"],
  [
    "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n--x",
    "mhtml",
  ],
  ["---\ntitle: One\n---\nText", "markdown"],
  ["# One\n\nSome [link](https://example.org).\n\n## Two\n\nMore.", "markdown"],
  ['{"title":"One","text":"Two"}\n{"title":"Three"}', "json-lines"],
  ['{"id":1,"html":"<p>x</p>"}', "json-lines"],
  ["Just words, nothing else.\n\nAnd more of them.", "text"],
  ["BM is how this sentence begins, and it is no picture.", "text"],
  ["MZ is how this one begins.", "text"],
])("%j is %s by its content under any name", async (content, format) => {
  for (const name of ["a.txt", "a.zip", "a.docx", "a", undefined])
    expect(await detect(content, name)).toBe(format);
});

test.each([
  [{ mimetype: "application/epub+zip", "OEBPS/a.opf": "" }, "epub"],
  [{ "META-INF/container.xml": "", "a.xhtml": "" }, "epub"],
  [{ "[Content_Types].xml": "", "word/document.xml": "" }, "docx"],
  [{ mimetype: "application/vnd.oasis.opendocument.text" }, "odt"],
  [{ "content.xml": "", "META-INF/manifest.xml": "" }, "odt"],
  [
    { "[Content_Types].xml": "", "xl/workbook.xml": "" },
    "unsupported-format: a spreadsheet",
  ],
  [
    { mimetype: "application/vnd.oasis.opendocument.presentation" },
    "unsupported-format: a presentation",
  ],
  [{ "a.txt": "words" }, "unsupported-format: a ZIP archive"],
  [{}, "unsupported-format: an empty ZIP archive"],
])("an archive of %j is %s", async (names, format) => {
  expect(await detect(zip(names), "a.txt")).toBe(format);
});

test("an archive that breaks off is known by what is left of it", async () => {
  const whole = zip({ mimetype: "application/epub+zip", "a.xhtml": "text" });
  expect(await detect(whole.slice(0, 80))).toBe("epub");
});

test("a packed mimetype is read, an overlong one is not unpacked", async () => {
  const packed = (text: string): Uint8Array => {
    const body = deflateRawSync(encode(text));
    const head = Buffer.alloc(38);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(body.length, 18);
    head.writeUInt16LE(8, 26);
    head.write("mimetype", 30);
    return Buffer.concat([head, body]);
  };
  expect(await detect(packed("application/epub+zip"))).toBe("epub");
  expect(await detect(packed("a".repeat(100_000)))).toBe(
    "unsupported-format: a ZIP archive",
  );
});

function compoundFile(stream: string): Uint8Array {
  return Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(stream, "utf16le"),
  ]);
}

test("old and encrypted Office documents are told apart", async () => {
  expect(await detect(compoundFile("WordDocument"), "a.docx")).toBe(
    "unsupported-format: an old Word document (.doc)",
  );
  expect(await detect(compoundFile("Workbook"))).toBe(
    "unsupported-format: an old spreadsheet (.xls)",
  );
  expect(await detect(compoundFile("EncryptedPackage"), "a.docx")).toBe(
    "password-needed: an encrypted Office document",
  );
});

test("what is not read is named", async () => {
  const png = Buffer.from(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489",
    "hex",
  );
  expect(await detect(png, "a.html")).toBe("unsupported-format: a PNG image");
  expect(await detect("{\\rtf1 words}", "a.doc")).toBe(
    "unsupported-format: a Rich Text document (.rtf)",
  );
  expect(await detect('<svg xmlns="x"></svg>')).toBe(
    "unsupported-format: an SVG image",
  );
  expect(await detect('{\n "a": 1\n}')).toBe(
    "unsupported-format: a JSON document",
  );
  expect(await detect(Buffer.from([1, 0, 2, 3, 4, 0, 9]), "a.bin")).toBe(
    "unsupported-format: an unknown kind of file, without text",
  );
  expect(await detect(Buffer.from([1, 0, 2, 3, 4, 0, 9]), "a.epub")).toBe(
    "damaged-file: named .epub, but not one",
  );
});

test("the name decides between text and Markdown that look alike", async () => {
  const either = "# Notes\n\nA plain sentence.";
  expect(await detect(either, "a.md")).toBe("markdown");
  expect(await detect(either, "a.txt")).toBe("text");
  expect(await detect(either)).toBe("markdown");
  expect(await detect("Only words.", "a.md")).toBe("markdown");
});

test("texts in UTF-16 and old encodings are texts", async () => {
  expect(await detect(Buffer.from("\uFEFFWords and words", "utf16le"))).toBe(
    "text",
  );
  expect(await detect(Buffer.from("Words without mark", "utf16le"))).toBe(
    "text",
  );
  expect(await detect(Buffer.from("Généralités déjà lues", "latin1"))).toBe(
    "text",
  );
});

test("any bytes under any name end in a format or a reason", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.string(),
      fc.constantFrom(
        "",
        "PK\u0003\u0004",
        "PK\u0005\u0006",
        "{",
        "<",
        "%PDF-",
      ),
      async (bytes, fileName, start) => {
        const content = Buffer.concat([Buffer.from(start), bytes]);
        const format = await detectFormat(content, { fileName });
        expect(format.ok || format.failure.detail !== "").toBe(true);
      },
    ),
  );
});
