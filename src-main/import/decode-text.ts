import chardet from "chardet";
import iconv from "iconv-lite";

/** What the bytes are said to be written in, by a header or by themselves. Not trusted: bytes that contradict it win. */
export interface DecodeHints {
  readonly declared?: string | undefined;
}

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  /** As iconv-lite names it, in lower case: "utf-8", "windows-1252", "utf-16le". */
  readonly encoding: string;
}

/** Detection looks at this many bytes around the first letter beyond ASCII; more does not make it surer, only slower. */
const SAMPLE_BYTES = 65_536;

/** Names that the web gives another meaning than their standards (WHATWG Encoding, section 4.2). */
const WEB_NAMES: Readonly<Record<string, string>> = {
  ascii: "windows-1252",
  "us-ascii": "windows-1252",
  "iso-8859-1": "windows-1252",
  "iso8859-1": "windows-1252",
  latin1: "windows-1252",
  "iso-8859-9": "windows-1254",
  "iso-8859-11": "windows-874",
  gb2312: "gb18030",
  gbk: "gb18030",
  "x-gbk": "gb18030",
  "x-sjis": "shift_jis",
  "x-euc-jp": "euc-jp",
  "ks_c_5601-1987": "euc-kr",
  "unicode-1-1-utf-8": "utf-8",
  utf8: "utf-8",
};

/** Encodings that no page is read in: UTF-7 hides markup in plain letters. */
const REFUSED = /^utf-?7|imap4|^base64$|^hex$|^binary$|^ucs/u;

/**
 * Decodes a text of unknown encoding: by its byte order mark; as UTF-8 where all of it is; as declared; else by
 * detection, and at last as windows-1252. Never fails: what cannot be decoded becomes U+FFFD.
 */
export function decodeText(
  bytes: Uint8Array,
  hints: DecodeHints = {},
): DecodedText {
  const marked = encodingOfMark(bytes);
  if (marked) return decodeAs(bytes, marked);
  const declared = knownEncoding(hints.declared);
  // ISO-2022 is written in ASCII bytes only, so it looks like UTF-8.
  if (declared?.startsWith("iso-2022")) return decodeAs(bytes, declared);
  const wide = encodingByZeros(bytes);
  if (wide) return decodeAs(bytes, wide);
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: "utf-8" };
  // A page of UTF-8 with one broken letter is still UTF-8.
  if (declared === "utf-8" && isMostlyUtf8(bytes))
    return decodeAs(bytes, "utf-8");
  if (declared && declared !== "utf-8" && !declared.startsWith("utf-"))
    return decodeAs(bytes, declared);
  return decodeAs(bytes, detect(bytes));
}

/** The encoding's name as it is used here; `undefined` for one that is not known or not read. */
export function knownEncoding(label: string | undefined): string | undefined {
  const name = label
    ?.trim()
    .replace(/^["']|["']$/gu, "")
    .toLowerCase();
  if (!name || REFUSED.test(name)) return undefined;
  const web = WEB_NAMES[name] ?? name;
  return iconv.encodingExists(web) ? web : undefined;
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  const text =
    encoding === "utf-8"
      ? new TextDecoder("utf-8").decode(bytes)
      : iconv.decode(
          Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
          encoding,
        );
  return { text, encoding };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encodingOfMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "utf-32be";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 without a mark: in a European text every second byte is zero. */
function encodingByZeros(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 4_096) & ~1;
  if (length < 8) return undefined;
  const zeros = [0, 0];
  for (let index = 0; index < length; index += 1)
    if (bytes[index] === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = length / 2 / 3;
  if (odd > many && even < many / 20) return "utf-16le";
  if (even > many && odd < many / 20) return "utf-16be";
  return undefined;
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  let broken = 0;
  let good = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd) broken += 1;
    else if (unit > 0x7f) good += 1;
  }
  return good >= 10 * broken;
}

function detect(bytes: Uint8Array): string {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const from = Math.max(0, first - 1_024);
  const sample = bytes.subarray(from, from + SAMPLE_BYTES);
  for (const { name } of chardet.analyse(sample)) {
    const encoding = knownEncoding(name);
    // It is not UTF-8, or it would have been found before.
    if (encoding && !encoding.startsWith("utf-")) return encoding;
  }
  return "windows-1252";
}
