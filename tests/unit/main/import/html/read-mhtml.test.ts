import { mhtmlReader } from "#main/import/html/read-mhtml";
import { readMultipart } from "#main/import/html/multipart";
import type { ReadItem } from "#main/import/reader";
import fc from "fast-check";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";

const PNG = Buffer.from("\x89PNG\r\n\x1a\n picture", "latin1");
const SENTENCE =
  "The delegations met again in Vienna, and nothing was signed, though much was said. ";

function message(page: string, encoding = "8bit"): string {
  return [
    "From: <Saved by Blink>",
    "Snapshot-Content-Location: https://example.org/news/talks.html",
    "Subject: =?utf-8?Q?Talks?=",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Mark----"',
    "",
    "------Mark----",
    "Content-Type: text/html; charset=utf-8",
    "Content-ID: <frame-1@mhtml.blink>",
    `Content-Transfer-Encoding: ${encoding}`,
    "Content-Location: https://example.org/news/talks.html",
    "",
    page,
    "------Mark----",
    "Content-Type: image/png",
    "Content-Transfer-Encoding: base64",
    "Content-Location: https://example.org/pictures/map.png",
    "",
    PNG.toString("base64"),
    "------Mark----",
    "Content-Type: image/png",
    "Content-ID: <two@x>",
    "Content-Transfer-Encoding: base64",
    "",
    PNG.toString("base64"),
    "------Mark------",
    "",
  ].join("\r\n");
}

async function read(text: string | Buffer): Promise<ReadItem> {
  const result = await mhtmlReader.read(
    Buffer.from(text),
    {},
    { progress: () => undefined },
  );
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe("a page saved in one file", () => {
  it("is read with its address and its pictures", async () => {
    const page =
      `<html><head><title>Talks</title></head><body><article><h1>Talks</h1><p>${SENTENCE.repeat(5)}</p>` +
      `<figure><img src=3D"../pictures/map.png"><figcaption>The border=\r\n line</figcaption></figure><p>${SENTENCE.repeat(4)}=E2=82=AC</p><p><img src=3D"cid:two@x" alt=3D"Again"></p></article></body></html>`;
    const { metadata, structured, resources } = await read(
      message(page, "quoted-printable"),
    );
    expect(metadata.url).toBe("https://example.org/news/talks.html");
    expect(metadata.title).toBe("Talks");
    expect(structured.text).toContain("€");
    const id = createHash("sha256").update(PNG).digest("hex");
    expect(resources.map((resource) => resource.id)).toEqual([id]);
    const figures = structured.blocks.filter(({ kind }) => kind === "figure");
    expect(
      figures.map(({ resource, start, end }) => [
        resource,
        structured.text.slice(start, end),
      ]),
    ).toEqual([
      [id, "The border line"],
      [id, "Again"],
    ]);
  });

  it("is read with line feeds alone, and where it breaks off", async () => {
    const page = `<html><body><p>${SENTENCE.repeat(8)}</p></body></html>`;
    expect(
      (await read(message(page).replaceAll("\r\n", "\n"))).structured.text,
    ).toContain("Vienna");
    const broken = message(page);
    expect(
      (await read(broken.slice(0, broken.indexOf("</body>")))).structured.text,
    ).toContain("Vienna");
  });

  it("is refused without a page", async () => {
    const result = await mhtmlReader.read(
      Buffer.from(
        "Content-Type: multipart/related; boundary=x\n\n--x\n\ntext\n--x--",
      ),
      {},
      { progress: () => undefined },
    );
    expect(result).toEqual({
      ok: false,
      failure: { code: "damaged-file", detail: "no page among the parts" },
    });
  });
});

describe("taking a message apart", () => {
  it("finds parts within parts, and takes no longer boundary for its own", () => {
    const { parts } = readMultipart(
      Buffer.from(
        "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternative; boundary=ab\n\n--ab\nContent-Type: text/plain\n\none\n--ab\nContent-Type: text/html\n\n<p>two\n--ab--\n--a\n\nthree\n--a--\n",
      ),
    );
    expect(
      parts.map(({ type, bytes }) => [type, Buffer.from(bytes).toString()]),
    ).toEqual([
      ["text/plain", "one"],
      ["text/html", "<p>two"],
      ["text/plain", "three"],
    ]);
  });

  it("ends in a value for any bytes", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "--a",
            "\n",
            "\r\n",
            "Content-Type: multipart/related; boundary=a",
            "=",
            "=4",
            "=41",
            "--",
            "x",
            ":",
          ),
        ),
        (pieces) => {
          readMultipart(
            Buffer.from(
              `Content-Type: multipart/related; boundary=a\n\n${pieces.join("")}`,
            ),
          );
        },
      ),
    );
  });
});
