import { decodeText, knownEncoding } from "#main/import/decode-text";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";

const RUSSIAN =
  "Министр иностранных дел заявил, что переговоры продолжатся в Женеве на следующей неделе.";
const JAPANESE =
  "外務大臣は、来週もジュネーブで交渉を続けると述べた。詳細は明らかにされていない。";

describe("decoding a text", () => {
  it.each(["utf-8", "utf-16le", "utf-16be", "utf-32le"])(
    "goes by the byte order mark of %s, against what is declared",
    (encoding) => {
      const bytes = iconv.encode(RUSSIAN, encoding, { addBOM: true });
      expect(decodeText(bytes, { declared: "windows-1252" })).toEqual({
        text: RUSSIAN,
        encoding,
      });
    },
  );

  it("takes UTF-8 for UTF-8, whatever is declared", () => {
    expect(
      decodeText(Buffer.from(RUSSIAN), { declared: "iso-8859-1" }).text,
    ).toBe(RUSSIAN);
  });

  it("goes by what is declared", () => {
    const bytes = iconv.encode(RUSSIAN, "koi8-r");
    expect(decodeText(bytes, { declared: "KOI8-R" }).text).toBe(RUSSIAN);
    const mail = iconv.encode("été", "latin1");
    expect(decodeText(mail, { declared: "iso-8859-1" })).toEqual({
      text: "été",
      encoding: "windows-1252",
    });
  });

  it.each([
    ["windows-1251", RUSSIAN],
    ["shift_jis", JAPANESE],
    ["euc-jp", JAPANESE],
  ])("finds out %s by itself", (encoding, text) => {
    expect(decodeText(iconv.encode(text.repeat(3), encoding)).text).toBe(
      text.repeat(3),
    );
  });

  it("finds UTF-16 without a mark", () => {
    expect(decodeText(iconv.encode("plain words", "utf-16le")).text).toBe(
      "plain words",
    );
  });

  it("keeps a page declared UTF-8 with one broken letter", () => {
    const bytes = Buffer.concat([Buffer.from(RUSSIAN), Buffer.from([0xff])]);
    const { text, encoding } = decodeText(bytes, { declared: "utf-8" });
    expect(encoding).toBe("utf-8");
    expect(text).toBe(`${RUSSIAN}\uFFFD`);
  });

  it("takes a page wrongly declared UTF-8 for what it is", () => {
    const bytes = iconv.encode(
      "Les négociations ont été rompues à l’été",
      "windows-1252",
    );
    expect(decodeText(bytes, { declared: "utf-8" }).text).toContain(
      "négociations ont été",
    );
  });

  it("knows no encoding that hides markup", () => {
    expect(knownEncoding("x-imap4-modified-utf7")).toBeUndefined();
    expect(knownEncoding("UTF-7")).toBeUndefined();
    expect(knownEncoding("nonsense")).toBeUndefined();
  });

  it("decodes any bytes, with anything declared", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, declared) => {
        expect(typeof decodeText(bytes, { declared }).text).toBe("string");
      }),
    );
  });
});
