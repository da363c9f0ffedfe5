import { fileTypeFromBuffer } from "file-type";
import type { ReadFailure } from "../reader";

/** What is said of bytes that nobody knows. */
export const UNKNOWN_KIND = "an unknown kind of file, without text";

/** The old Office container (MS-CFB): programs tell their documents apart by the streams in it. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const STREAMS: readonly (readonly [string, string])[] = [
  ["WordDocument", "an old Word document (.doc)"],
  ["PowerPoint Document", "an old presentation (.ppt)"],
  ["Workbook", "an old spreadsheet (.xls)"],
  ["Book", "an old spreadsheet (.xls)"],
  ["__substg1.0_", "an Outlook message (.msg)"],
];
const BY_TYPE: Readonly<Record<string, string>> = {
  "application/x-mobipocket-ebook": "a Kindle book (.mobi)",
  "image/vnd.djvu": "a DjVu document",
  "application/x-sqlite3": "a database",
  "application/x-msdownload": "a program",
  "application/x-elf": "a program",
  "application/x-mach-binary": "a program",
  "application/wasm": "a program",
};
const BY_CLASS: Readonly<Record<string, string>> = {
  image: "image",
  video: "video",
  audio: "recording",
  font: "font",
};
/** File name ends that are said as a word or begin with a vowel's sound when spelt out. */
const SAID_WITH_AN = /^(?:[AEFHILMNOSX]|RPM)/u;
const SAID_AS_A_WORD = /^(?:HEIC|JPG|JPEG|GIF|WEBP|FLIF)/u;

/** Says what a file without text is: an Office document that needs its password, or something that is not read. */
export async function nameBinary(bytes: Uint8Array): Promise<ReadFailure> {
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte))
    return nameCompoundFile(bytes);
  if (isNamed(bytes, "BOOKMOBI", 60))
    return unsupported("a Kindle book (.mobi)");
  if (isNamed(bytes, "AT&TFORM", 0)) return unsupported("a DjVu document");
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!found) return unsupported(UNKNOWN_KIND);
  const known = BY_TYPE[found.mime];
  if (known) return unsupported(known);
  const kind = BY_CLASS[found.mime.split("/")[0] ?? ""] ?? "file";
  return unsupported(withArticle(found.ext.toUpperCase(), kind));
}

function nameCompoundFile(bytes: Uint8Array): ReadFailure {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean =>
    view.includes(Buffer.from(stream, "utf16le"));
  if (holds("EncryptedPackage"))
    return {
      code: "password-needed",
      detail: "an encrypted Office document",
    };
  const found = STREAMS.find(([stream]) => holds(stream));
  return unsupported(found?.[1] ?? "an old Office file");
}

function isNamed(bytes: Uint8Array, name: string, at: number): boolean {
  return (
    Buffer.from(bytes.subarray(at, at + name.length)).toString("latin1") ===
    name
  );
}

function withArticle(ext: string, kind: string): string {
  const isAn = SAID_WITH_AN.test(ext) && !SAID_AS_A_WORD.test(ext);
  return `${isAn ? "an" : "a"} ${ext} ${kind}`;
}

function unsupported(detail: string): ReadFailure {
  return { code: "unsupported-format", detail };
}
